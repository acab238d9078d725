import { $createParagraphNode, defineExtension, ParagraphNode } from 'lexical';
import type { Paragraph } from '../../model.ts';
import { $asTopBlock, $plainElement } from '../normal.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';

/** Story -> node, without the id. */
export const $nodeFromParagraph = (block: Paragraph): ParagraphNode =>
  $createParagraphNode().append(...$nodesFromRuns(block.runs));

/** Node -> Story. */
export const $paragraphFromNode = (node: ParagraphNode, id: string, composing: boolean): Paragraph => ({
  id,
  type: 'paragraph',
  runs: $runsFromNode(node, composing),
});

export const ParagraphExtension = defineExtension({
  name: 'copydesk/paragraph',
  register: (editor) =>
    editor.registerNodeTransform(ParagraphNode, (node) => {
      $plainElement(node);
      $asTopBlock(node);
    }),
});
