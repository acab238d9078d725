import type { NodeKey } from 'lexical';
import type { DraftedField } from '../../../preload/contract.ts';
import { $figureData, $isFigureNode, $setDrafted, $setFigureText } from '../../../story/schema/figure/node.ts';
import type { Core } from '../core.ts';

/**
 * Puts a draft that a person has accepted into a field, marked as a model's: instead of what is there, or behind it. A step
 * of undo of its own.
 */
export function putDraft(
  core: Core,
  key: NodeKey,
  field: DraftedField,
  draft: string,
  how: 'instead' | 'behind',
): void {
  core.texts.change(key, (node) => {
    if (!$isFigureNode(node)) return;
    const { [field]: before, drafted = [] } = $figureData(node);
    $setFigureText(node, field, how === 'behind' ? `${before.trimEnd()} ${draft}`.trimStart() : draft);
    $setDrafted(node, [...new Set([...drafted, field])]);
  });
}
