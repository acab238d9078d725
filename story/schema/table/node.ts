import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type LexicalNode,
} from 'lexical';
import { same } from '../../review/same.ts';
import { SolidNode } from '../solid.ts';
import { cleanCell, type TableData, tableRows } from './data.ts';
import { tablesFromDom } from './fromDom.ts';

const flag = (value: unknown): boolean => value === true;
const headerState = createState('header', { parse: flag });
const headerColumnState = createState('headerColumn', { parse: flag });
const captionState = createState('caption', { parse: cleanCell });
const rowsState = createState('rows', { parse: tableRows, isEqual: same });

/** A table: cells of plain text, in fields of their own. */
export class TableNode extends SolidNode<TableData> {
  override $config() {
    return this.config('table', {
      extends: SolidNode,
      stateConfigs: [
        { flat: true, stateConfig: headerState },
        { flat: true, stateConfig: headerColumnState },
        { flat: true, stateConfig: captionState },
        { flat: true, stateConfig: rowsState },
      ],
      importDOM: {
        table: (element: HTMLElement) => {
          const tables = tablesFromDom(element);
          // What only places things on a page is no table: its words stand in blocks.
          if (tables === null) return null;
          return { conversion: () => ({ node: tables.map($createTableNode), after: () => [] }), priority: 1 };
        },
      },
    });
  }

  override decorate(): TableData {
    return $tableData(this);
  }

  /** For other programs. Inside the app a table is copied as a node. */
  override exportDOM(): DOMExportOutput {
    const document = $getDocument();
    const element = document.createElement('table');
    const { caption, rows, header, headerColumn } = $tableData(this);
    if (caption !== '') element.createCaption().textContent = caption;
    for (const [index, cells] of rows.entries()) {
      const row = element.insertRow();
      for (const [column, text] of cells.entries()) {
        const isHead = (header && index === 0) || (headerColumn === true && column === 0);
        row.appendChild(document.createElement(isHead ? 'th' : 'td')).textContent = text;
      }
    }
    return { element };
  }
}

export const $isTableNode = (node: LexicalNode | null | undefined): node is TableNode => node instanceof TableNode;

export const $createTableNode = (data: TableData): TableNode => $setTable($create(TableNode), data);

/** Writes all of a table. */
export function $setTable(node: TableNode, data: TableData): TableNode {
  $setState(node, headerState, data.header);
  $setState(node, headerColumnState, data.headerColumn === true);
  $setState(node, captionState, data.caption);
  return $setState(node, rowsState, data.rows);
}

export const $setTableCaption = (node: TableNode, text: string): TableNode => $setState(node, captionState, text);

/** Writes one cell, if it is there. */
export function $setCell(node: TableNode, row: number, column: number, text: string): void {
  const rows = $getState(node, rowsState);
  const cells = rows[row];
  if (cells?.[column] !== undefined) $setState(node, rowsState, rows.with(row, cells.with(column, cleanCell(text))));
}

export function $tableData(node: TableNode): TableData {
  const headerColumn = $getState(node, headerColumnState);
  return {
    type: 'table',
    header: $getState(node, headerState),
    ...(headerColumn && { headerColumn }),
    caption: $getState(node, captionState),
    rows: $getState(node, rowsState),
  };
}
