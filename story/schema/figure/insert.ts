import { $isListItemNode } from '@lexical/list';
import { $createParagraphNode, $getRoot, $isParagraphNode, type ParagraphNode } from 'lexical';
import type { BlockNode } from '../blocks.ts';
import { $outermostList } from '../list/nest.ts';
import type { FigureNode } from './node.ts';

/**
 * Puts a figure behind a block (null: at the end). In a list it stands behind the item, which splits the list, or behind
 * the whole list for an item that is indented. After the last block an empty paragraph follows, to type on in.
 */
export function $insertFigure(figure: FigureNode, after: BlockNode | null): FigureNode {
  if (after === null) $getRoot().append(figure);
  else if ($isListItemNode(after) && after.getIndent() > 0) ($outermostList(after) ?? after).insertAfter(figure);
  else after.insertAfter(figure);
  if (figure.getNextSibling() === null) figure.insertAfter($createParagraphNode());
  return figure;
}

/** Where to type on behind a figure: the empty paragraph that follows it, or a new one. */
export function $paragraphBehind(figure: FigureNode): ParagraphNode {
  const next = figure.getNextSibling();
  if ($isParagraphNode(next) && next.isEmpty()) return next;
  const paragraph = $createParagraphNode();
  figure.insertAfter(paragraph);
  return paragraph;
}
