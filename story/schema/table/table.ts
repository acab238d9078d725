import { defineExtension } from 'lexical';
import type { Table } from '../../model.ts';
import { $standAlone } from '../solid.ts';
import { $createTableNode, $tableData, TableNode } from './node.ts';

/** Story -> node, without the id. */
export const $nodeFromTable = ({ id: _, ...data }: Table): TableNode => $createTableNode(data);

/** Node -> Story. */
export const $tableFromNode = (node: TableNode, id: string): Table => ({ id, ...$tableData(node) });

export const TableExtension = defineExtension({
  name: 'copydesk/table',
  nodes: () => [TableNode],
  register: (editor) => editor.registerNodeTransform(TableNode, $standAlone),
});
