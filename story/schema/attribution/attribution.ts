import { $isQuoteNode } from '@lexical/rich-text';
import { $isLineBreakNode, defineExtension } from 'lexical';
import type { Attribution } from '../../model.ts';
import { $asTopBlock, $plainElement } from '../normal.ts';
import { $isPullQuoteNode } from '../pullquote/node.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';
import { $createAttributionNode, AttributionNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromAttribution = (block: Attribution): AttributionNode =>
  $createAttributionNode().append(...$nodesFromRuns(block.runs));

/** Node -> Story. */
export const $attributionFromNode = (node: AttributionNode, id: string, composing: boolean): Attribution => ({
  id,
  type: 'attribution',
  runs: $runsFromNode(node, composing),
});

export const AttributionExtension = defineExtension({
  name: 'copydesk/attribution',
  nodes: () => [AttributionNode],
  register: (editor) =>
    editor.registerNodeTransform(AttributionNode, (node) => {
      // Read in a quote (HTML nests it there), it stands under it.
      const parent = node.getParent();
      if ($isQuoteNode(parent) || $isPullQuoteNode(parent)) {
        parent.insertAfter(node);
        // What parted it from the quote's words.
        const last = parent.getLastChild();
        if ($isLineBreakNode(last)) last.remove();
        return;
      }
      $plainElement(node);
      $asTopBlock(node);
    }),
});
