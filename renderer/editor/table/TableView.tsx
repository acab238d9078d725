import { $getNodeByKey, $getSelection, $isNodeSelection, type LexicalNode, type NodeKey } from 'lexical';
import { type ClipboardEvent, type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef } from 'react';
import { hasContent } from '../../../story/content.ts';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import type { TableData } from '../../../story/schema/table/data.ts';
import { editTable, type TableEdit } from '../../../story/schema/table/edit.ts';
import { $isTableNode, $setCell, $setTable, $setTableCaption, $tableData } from '../../../story/schema/table/node.ts';
import { $tableFromNode } from '../../../story/schema/table/table.ts';
import { notice } from '../../ui/toasts.tsx';
import { CaptionField } from '../CaptionField.tsx';
import { coreOf, placeKey, registerControl } from '../core.ts';
import { removeSolid } from '../figures.ts';
import { leaveSolid } from '../leaveSolid.ts';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { useSolid } from '../useSolid.ts';
import { type Cell, cellAt, cellElement, wayOf } from './cells.ts';
import { insertLines, pastedCells } from './paste.ts';
import { TableRow } from './TableRow.tsx';
import { TableTools } from './TableTools.tsx';
import styles from './table.module.css';

type Props = { session: StorySession; nodeKey: NodeKey; data: TableData; readOnly: boolean };

/** A table on the page: a text field a cell, its caption above, and what can be done to it beside that. */
export const TableView = memo(function TableView({ session, nodeKey, data, readOnly }: Props) {
  const t = useTexts();
  const frame = useRef<HTMLFieldSetElement>(null);
  const last = useRef<Cell>({ row: 0, column: 0 });
  const inside = useRef(false);
  /** The cell to go to when it is there. */
  const wanted = useRef<Cell | null>(null);
  const held = useRef<(() => void) | null>(null);
  const core = coreOf(session);
  const { editor, texts } = core;
  useSolid(session, nodeKey, frame);

  const [rows, columns] = [data.rows.length, data.rows[0]?.length ?? 1];
  const go = (cell: Cell) => {
    const element = cellElement(frame.current, cell);
    element?.focus();
    element?.select();
  };
  // A table that was just put in is selected, and empty: one goes on in it.
  useEffect(() => {
    const isNew = editor.read('latest', () => {
      const selection = $getSelection();
      const node = $getNodeByKey(nodeKey);
      const isSelected = $isNodeSelection(selection) && selection.has(nodeKey);
      return isSelected && $isTableNode(node) && !hasContent($tableFromNode(node, ''));
    });
    if (isNew) cellElement(frame.current, { row: 0, column: 0 })?.focus();
  }, [editor, nodeKey]);
  useEffect(() => () => held.current?.(), []);
  // The new cells are on the page when the table has been drawn again.
  useLayoutEffect(() => {
    // The cell the person was in may have gone, with an undo.
    const isGone = inside.current && cellElement(frame.current, last.current) === null;
    const cell = wanted.current ?? (isGone ? last.current : null);
    wanted.current = null;
    if (cell) go({ row: Math.min(cell.row, rows - 1), column: Math.min(cell.column, columns - 1) });
  });

  const edit = (what: TableEdit, to: Cell): boolean => {
    const now = editor.read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isTableNode(node) ? $tableData(node) : null;
    });
    const next = now && editTable(now, what);
    if (!next || next === now) {
      go(last.current);
      return false;
    }
    wanted.current = { row: Math.max(0, to.row), column: Math.max(0, to.column) };
    texts.change(nodeKey, (node) => {
      if ($isTableNode(node)) $setTable(node, next);
    });
    return true;
  };

  /** Comments know the cell the person is in. */
  const hold = ({ row, column, element }: NonNullable<ReturnType<typeof cellAt>>) => {
    const block = editor.read(() => $getBlockId($getNodeByKey(nodeKey) as LexicalNode));
    const place = { block, cell: [row, column] as [number, number] };
    held.current?.();
    held.current = registerControl(core, place, element);
    core.lastPlace = placeKey(place);
    core.emit('selection');
  };
  const press = (event: KeyboardEvent) => {
    const cell = cellAt(event.target);
    if (!cell || event.nativeEvent.isComposing || event.keyCode === 229) return;
    const isLastBlank = data.rows.at(-1)?.every((text) => text.trim() === '') ?? true;
    const way = wayOf(event.nativeEvent, cell, { rows, columns, isLastBlank });
    if (way === null || (way === 'newRow' && readOnly)) return;
    event.preventDefault();
    if (way === 'newRow') {
      const column = event.key === 'Tab' ? 0 : cell.column;
      if (!edit({ kind: 'insertRow', at: rows }, { row: rows, column })) leaveSolid(editor, nodeKey, 'below');
    } else if (way === 'above' && frame.current)
      frame.current.querySelector<HTMLTextAreaElement>('[data-figure-text="caption"]')?.focus();
    else if (typeof way === 'string') leaveSolid(editor, nodeKey, way);
    else go(way);
  };
  const paste = (event: ClipboardEvent) => {
    const cell = cellAt(event.target);
    if (!cell || readOnly) return;
    event.preventDefault();
    const cells = pastedCells(event.clipboardData);
    if (cells === null) insertLines(event.clipboardData.getData('text/plain'));
    else if (!edit({ kind: 'fill', row: cell.row, column: cell.column, cells }, cell)) notice(t('tableTooLarge'));
  };

  return (
    <fieldset ref={frame} className={styles.frame} aria-label={t('tableNamed', { caption: data.caption })}>
      <div className={styles.box} data-handle>
        <div className={styles.top}>
          <CaptionField
            session={session}
            nodeKey={nodeKey}
            value={data.caption}
            label={t('tableCaption')}
            readOnly={readOnly}
            onType={(value) =>
              texts.type(nodeKey, 'caption', (node) => $isTableNode(node) && $setTableCaption(node, value))
            }
          />
          {readOnly ? null : (
            <TableTools
              data={data}
              at={() => last.current}
              onEdit={edit}
              onRemove={() => {
                removeSolid(editor, nodeKey);
                editor.focus();
              }}
            />
          )}
        </div>
        <div className={styles.scroll}>
          <table
            className={styles.table}
            onFocus={({ target }) => {
              const cell = cellAt(target);
              if (!cell) return;
              last.current = { row: cell.row, column: cell.column };
              inside.current = true;
              hold(cell);
            }}
            onBlur={({ target }) => {
              if (target.isConnected) inside.current = false;
            }}
            onInput={({ target }) => {
              const cell = cellAt(target);
              if (!cell) return;
              const { row, column, element } = cell;
              const $write = (node: unknown) =>
                $isTableNode(node as never) && $setCell(node as never, row, column, element.value);
              texts.type(nodeKey, `${row}:${column}`, $write);
            }}
            onKeyDown={press}
            onPaste={paste}
          >
            <tbody>
              {[...data.rows.entries()].map(([row, cells]) => (
                <TableRow
                  key={row}
                  session={session}
                  row={row}
                  cells={cells}
                  isHeader={data.header && row === 0}
                  hasHeader={data.headerColumn === true}
                  readOnly={readOnly}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </fieldset>
  );
});
