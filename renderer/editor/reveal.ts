import { $isLinkNode, type LinkNode } from '@lexical/link';
import { $getRoot, $isElementNode, type LexicalNode } from 'lexical';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blocksUnder, $isTextBlockNode } from '../../story/schema/blocks.ts';
import type { Core } from './core.ts';

/** Scrolls to a text block of the body and puts the caret there. Whether there is one. */
export const revealBlock = (core: Core, id: string): boolean => reveal(core, id, () => null);

/** Scrolls to the words that are linked to an address in a text block, and selects them; without them, to the block. */
export const revealLink = (core: Core, id: string, url: string): boolean =>
  reveal(core, id, (block) => $linkIn(block, url));

function reveal(core: Core, id: string, $find: (block: LexicalNode) => LinkNode | null): boolean {
  let shown: string | null = null;
  core.editor.update(
    () => {
      const block = $blocksUnder($getRoot()).find((node) => $getBlockId(node) === id);
      if (!$isTextBlockNode(block)) return;
      const link = $find(block);
      if (link) link.select(0, link.getChildrenSize());
      else block.selectStart();
      shown = block.getKey();
    },
    { discrete: true },
  );
  if (shown === null) return false;
  core.editor.getRootElement()?.focus();
  core.editor.getElementByKey(shown)?.scrollIntoView({ block: 'center' });
  return true;
}

function $linkIn(node: LexicalNode, url: string): LinkNode | null {
  if ($isLinkNode(node) && node.getURL() === url) return node;
  if (!$isElementNode(node)) return null;
  for (const child of node.getChildren()) {
    const found = $linkIn(child, url);
    if (found) return found;
  }
  return null;
}
