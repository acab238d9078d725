import { memo, useRef } from 'react';
import { useTexts } from '../texts.ts';
import type { StorySession } from '../types.ts';
import { useFollowing } from '../useControl.ts';

type RowProps = {
  session: StorySession;
  row: number;
  cells: readonly string[];
  /** Its cells name the columns. */
  isHeader: boolean;
  /** Its first cell names the row. */
  hasHeader: boolean;
  readOnly: boolean;
};

/** One row: rendered again only when a cell of it has changed. */
export const TableRow = memo(function TableRow({ session, row, cells, isHeader, hasHeader, readOnly }: RowProps) {
  return (
    <tr>
      {[...cells.entries()].map(([column, text]) => {
        const Cell = isHeader || (hasHeader && column === 0) ? 'th' : 'td';
        return (
          <Cell key={column} scope={Cell === 'th' ? (isHeader ? 'col' : 'row') : undefined}>
            <CellText session={session} row={row} column={column} value={text} readOnly={readOnly} />
          </Cell>
        );
      })}
    </tr>
  );
});

type CellProps = { session: StorySession; row: number; column: number; value: string; readOnly: boolean };

/** The text field of a cell, uncontrolled; the table hears what happens in it. */
function CellText({ session, row, column, value, readOnly }: CellProps) {
  const t = useTexts();
  const ref = useRef<HTMLTextAreaElement>(null);
  useFollowing(session, ref, value);
  return (
    <textarea
      ref={ref}
      rows={1}
      data-cell={`${row}:${column}`}
      aria-label={t('tableCell', { row: `${row + 1}`, column: `${column + 1}` })}
      defaultValue={value}
      maxLength={20_000}
      readOnly={readOnly}
      spellCheck={false}
    />
  );
}
