import { $createHeadingNode, HeadingNode } from '@lexical/rich-text';
import { defineExtension } from 'lexical';
import type { Heading } from '../../model.ts';
import { $asTopBlock, $plainElement } from '../normal.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';

/** Story -> node, without the id. */
export const $nodeFromHeading = (block: Heading): HeadingNode =>
  $createHeadingNode(`h${block.level}`).append(...$nodesFromRuns(block.runs));

/** Node -> Story. */
export const $headingFromNode = (node: HeadingNode, id: string, composing: boolean): Heading => ({
  id,
  type: 'heading',
  level: node.getTag() === 'h3' ? 3 : 2,
  runs: $runsFromNode(node, composing),
});

export const HeadingExtension = defineExtension({
  name: 'copydesk/heading',
  register: (editor) =>
    // The headline is the page's only h1: a story's body has the levels 2 and 3.
    editor.registerNodeTransform(HeadingNode, (node) => {
      const tag = node.getTag();
      if (tag === 'h1') node.setTag('h2');
      else if (tag !== 'h2' && tag !== 'h3') node.setTag('h3');
      $plainElement(node);
      $asTopBlock(node);
    }),
});
