import type { ReceiptRow } from '../../preload/contract.ts';
import { type Cell, csvOf } from '../../story/receipts/csv.ts';
import { FEE_ROLES, type Fee } from '../../story/receipts/fees.ts';
import type { Texts } from '../texts.ts';

const RECEIPT_COLUMNS = [
  ...['at', 'headline', 'section', 'byline', 'words', 'photos', 'destination', 'address', 'status', 'asked'],
  ...['scheduledFor', 'approvedBy', 'publishedBy', 'differences', 'hash', 'storyId'],
];
const FEE_COLUMNS = ['name', 'code', 'role', 'stories', 'words', 'share', 'photos'];

/** The receipts as a spreadsheet takes them; times on the newsroom's clock. */
export function receiptTable(rows: readonly ReceiptRow[], texts: Texts, timeZone: string): string {
  const time = clockOf(timeZone);
  const cells = (row: ReceiptRow): Cell[] => [
    time(row.at),
    row.about?.headline ?? '',
    row.about?.section ?? '',
    row.about?.byline ?? '',
    row.about?.words ?? '',
    row.about?.credits.length ?? '',
    row.destinationName,
    row.url,
    texts(`receipts.status.${row.status}`),
    texts(`receipts.asked.${row.asked}`),
    row.scheduledFor ? time(row.scheduledFor) : '',
    row.approvedBy ?? '',
    row.publishedBy,
    // A nought is a proof; where nothing was read back there is none.
    row.compared?.length === 0 ? '' : row.differences.length,
    row.hash,
    row.storyId,
  ];
  return csvOf(
    RECEIPT_COLUMNS.map((name) => texts(`receipts.column.${name}`)),
    rows.map(cells),
  );
}

export function feeTable(fees: readonly Fee[], texts: Texts): string {
  const roleOf = (role: string) =>
    (FEE_ROLES as readonly string[]).includes(role) ? texts(`receipts.role.${role}`) : role;
  const cells = ({ name, code, role, stories, words, share, photos }: Fee): Cell[] => [
    ...[name === '' ? texts('receipts.nobody') : name, code, roleOf(role)],
    ...[stories, words, share, photos],
  ];
  return csvOf(
    FEE_COLUMNS.map((name) => texts(`receipts.feeColumn.${name}`)),
    fees.map(cells),
  );
}

/** An instant as a spreadsheet reads a time: 2026-11-28 08:37:05. */
function clockOf(timeZone: string): (at: string) => string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return (at) => format.format(new Date(at));
}
