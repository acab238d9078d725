import { $createParagraphNode, $getSelection, defineExtension, mergeRegister, ParagraphNode, RootNode } from 'lexical';
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
    mergeRegister(
      editor.registerNodeTransform(ParagraphNode, (node) => {
        $plainElement(node);
        $asTopBlock(node);
      }),
      // A body from which everything was taken is one empty paragraph, as a new story's.
      editor.registerNodeTransform(RootNode, (root) => {
        if (!root.isEmpty()) return;
        const paragraph = $createParagraphNode();
        root.append(paragraph);
        if ($getSelection() !== null) paragraph.select();
      }),
    ),
});
