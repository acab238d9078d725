import { defineExtension } from 'lexical';
import type { Embed } from '../../model.ts';
import { $standAlone } from '../solid.ts';
import { $createEmbedNode, $embedData, EmbedNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromEmbed = ({ id: _, type: __, ...data }: Embed): EmbedNode => $createEmbedNode(data);

/** Node -> Story. */
export const $embedFromNode = (node: EmbedNode, id: string): Embed => ({ id, ...$embedData(node) });

export const EmbedExtension = defineExtension({
  name: 'copydesk/embed',
  nodes: () => [EmbedNode],
  register: (editor) =>
    // What was pasted without an address that may be followed is no card.
    editor.registerNodeTransform(EmbedNode, (node) => {
      if ($embedData(node).url === '') node.remove();
      else $standAlone(node);
    }),
});
