import { defineExtension } from 'lexical';
import type { Divider } from '../../model.ts';
import { $standAlone } from '../solid.ts';
import { $createDividerNode, DividerNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromDivider = (_block: Divider): DividerNode => $createDividerNode();

/** Node -> Story. */
export const $dividerFromNode = (_node: DividerNode, id: string): Divider => ({ id, type: 'divider' });

export const DividerExtension = defineExtension({
  name: 'copydesk/divider',
  nodes: () => [DividerNode],
  register: (editor) => editor.registerNodeTransform(DividerNode, $standAlone),
});
