import { $getSelection, $isRangeSelection } from 'lexical';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blockAround, $isTextBlockNode, type TextBlockNode } from '../../../story/schema/blocks.ts';
import { $kindOf, $setSelectedKind } from '../../../story/schema/kind.ts';
import { $leaves } from '../../../story/schema/text/leaves.ts';
import { $setLink } from '../../../story/schema/text/link.ts';
import { LEXICAL_FORMATS } from '../../../story/schema/text/marks.ts';
import type { Correction } from '../../../story/text/corrections/correction.ts';
import type { Markdown } from '../../../story/text/markdown.ts';
import { $insertBlock } from '../insert.ts';
import { $caretAt, $replaceText, $selectText } from './replace.ts';

export type Caret = { block: TextBlockNode; id: string; text: string };

/** The block with the caret, and its text up to there; null without a plain caret in one. */
export function $caret(): Caret | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null;
  const { key, offset } = selection.anchor;
  const block = $blockAround(selection.anchor.getNode());
  if (!$isTextBlockNode(block)) return null;
  let text = '';
  for (const leaf of $leaves(block)) {
    if (leaf.getKey() === key)
      return { block, id: $getBlockId(block), text: text + leaf.getTextContent().slice(0, offset) };
    text += leaf.getTextContent();
  }
  return null;
}

/** Makes a correction in the block with the caret. */
export function $correct({ block, text }: Caret, { from, to, insert }: Correction): void {
  $replaceText(block, from, to, insert);
  $caretAt(block, text.length + insert.length - (to - from));
}

/** Whether Markdown means anything in that block: only a paragraph becomes another one, and one with words no divider. */
export const $applies = ({ block, text }: Caret, { means }: Markdown): boolean =>
  means === 'format' ||
  means === 'link' ||
  ($kindOf(block) === 'paragraph' && (means !== 'divider' || block.getTextContent() === text));

/** Does what the Markdown before the caret says, and takes its marks out. */
export function $applyMarkdown({ block, text }: Caret, markdown: Markdown): void {
  const end = text.length;
  switch (markdown.means) {
    case 'format': {
      const { from, marker, format } = markdown;
      const name = LEXICAL_FORMATS[format];
      const last = end - 2 * marker;
      $replaceText(block, end - marker, end, '');
      $replaceText(block, from, from + marker, '');
      $selectText(block, from, last);
      const selection = $getSelection();
      if (!$isRangeSelection(selection)) return;
      if (!selection.hasFormat(name)) selection.formatText(name);
      $caretAt(block, last);
      // What is typed next is not in it.
      if (selection.hasFormat(name)) selection.toggleFormat(name);
      return;
    }
    case 'link': {
      const { from, words, url } = markdown;
      $replaceText(block, from + 1 + words, end, '');
      $replaceText(block, from, from + 1, '');
      $selectText(block, from, from + words);
      $setLink(url);
      $caretAt(block, from + words);
      return;
    }
    case 'divider':
      $replaceText(block, 0, end, '');
      $caretAt(block, 0);
      $insertBlock('divider');
      return;
    default:
      $replaceText(block, 0, end, '');
      $caretAt(block, 0);
      $setSelectedKind(markdown.means);
  }
}
