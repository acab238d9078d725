import { defineExtension } from 'lexical';
import type { PullQuote } from '../../model.ts';
import { $asTopBlock, $plainElement } from '../normal.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';
import { $createPullQuoteNode, PullQuoteNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromPullQuote = (block: PullQuote): PullQuoteNode =>
  $createPullQuoteNode().append(...$nodesFromRuns(block.runs));

/** Node -> Story. */
export const $pullQuoteFromNode = (node: PullQuoteNode, id: string, composing: boolean): PullQuote => ({
  id,
  type: 'pullquote',
  runs: $runsFromNode(node, composing),
});

export const PullQuoteExtension = defineExtension({
  name: 'copydesk/pullquote',
  nodes: () => [PullQuoteNode],
  register: (editor) =>
    editor.registerNodeTransform(PullQuoteNode, (node) => {
      $plainElement(node);
      $asTopBlock(node);
    }),
});
