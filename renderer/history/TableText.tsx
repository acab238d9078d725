import { useTranslation } from 'react-i18next';
import type { ComparedBlock, TableComparison } from '../../story/review/compare/model.ts';
import { piecesOf } from '../../story/review/compare/pieces.ts';
import styles from './compare.module.css';
import { Pieces } from './Pieces.tsx';

type Side = 'before' | 'after';
type Table = Extract<ComparedBlock, { type: 'table' }>;
type Props = {
  table: TableComparison;
  /** The table as it is set on that side: which of its cells are headers. */
  block: Table;
  /** null: both versions in one. */
  side: Side | null;
};

/** A table compared cell by cell: rows and columns that came or went are marked as a whole, too. */
export function TableText({ table, block, side }: Props) {
  const { t } = useTranslation();
  const gone = side === 'before' ? 'added' : side === 'after' ? 'removed' : null;
  const columns = table.columns.flatMap((kind, column) => (kind === gone ? [] : [{ kind, column }]));
  const rows = table.rows.map((row, index) => ({ ...row, index })).filter(({ kind }) => kind !== gone);
  const caption = side ? piecesOf(table.caption, side) : table.caption;
  return (
    <div className={styles.tableFrame}>
      <table className={styles.table}>
        {caption.length > 0 ? (
          <caption>
            <Pieces pieces={caption} />
          </caption>
        ) : null}
        <tbody>
          {rows.map(({ cells, kind, index }, at) => (
            <tr key={index} data-kind={kind}>
              {columns.map((one, place) => {
                const Cell = (block.header && at === 0) || (block.headerColumn && place === 0) ? 'th' : 'td';
                const pieces = cells[one.column] ?? [];
                return (
                  <Cell key={one.column} data-kind={one.kind}>
                    <Pieces pieces={side ? piecesOf(pieces, side) : pieces} />
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {table.isHeaderChanged && side !== 'before' ? <p className={styles.nothing}>{t('history.tableHeader')}</p> : null}
    </div>
  );
}
