import { $getRoot } from 'lexical';
import type { Anchor } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blocksUnder } from '../../story/schema/blocks.ts';
import { type Core, placeKey, type TextControl } from './core.ts';
import { cellElement } from './table/cells.ts';

/**
 * The text field on the page that an anchor names. Of a block that is no text, without more said, the first field that holds
 * `words`, or its first; null for a text block, whose words stand in the body, and for what is not there.
 */
export function controlAt(core: Core, anchor: Anchor, words = ''): TextControl | null {
  if ('field' in anchor || anchor.part) return core.controls.get(placeKey(anchor))?.element ?? null;
  const key = core.editor.read(() =>
    $blocksUnder($getRoot())
      .find((node) => $getBlockId(node) === anchor.block)
      ?.getKey(),
  );
  const block = key === undefined ? null : core.editor.getElementByKey(key);
  if (anchor.cell) return cellElement(block, { row: anchor.cell[0], column: anchor.cell[1] });
  const all = [...(block?.querySelectorAll('textarea') ?? [])];
  return all.find((one) => words !== '' && one.value.includes(words)) ?? all[0] ?? null;
}
