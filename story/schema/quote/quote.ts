import { $createQuoteNode, QuoteNode } from '@lexical/rich-text';
import { defineExtension } from 'lexical';
import type { Quote } from '../../model.ts';
import { $asTopBlock, $plainElement } from '../normal.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';

/** Story -> node, without the id. */
export const $nodeFromQuote = (block: Quote): QuoteNode => $createQuoteNode().append(...$nodesFromRuns(block.runs));

/** Node -> Story. */
export const $quoteFromNode = (node: QuoteNode, id: string, composing: boolean): Quote => ({
  id,
  type: 'quote',
  runs: $runsFromNode(node, composing),
});

export const QuoteExtension = defineExtension({
  name: 'copydesk/quote',
  register: (editor) =>
    editor.registerNodeTransform(QuoteNode, (node) => {
      if (node.isShadowRoot()) node.setIsShadowRoot(false);
      $plainElement(node);
      $asTopBlock(node);
    }),
});
