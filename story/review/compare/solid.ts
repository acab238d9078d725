import type { Effort } from '../diff.ts';
import type { ComparedBlock, EmbedComparison, Piece, TableComparison } from './model.ts';
import { comparePlain, wholePieces } from './pieces.ts';
import { comesAfter } from './tidyDiff.ts';

type Table = Extract<ComparedBlock, { type: 'table' }>;
type Embed = Extract<ComparedBlock, { type: 'embed' }>;
type Rows = readonly (readonly string[])[];
/** The places of one row or column on both sides; null where it is not there. */
export type Pair = { before: number | null; after: number | null };

/** The rows and columns of two tables, paired by what stands in them. */
export function alignTables(from: Rows, to: Rows, effort?: Effort): { rows: Pair[]; columns: Pair[] } {
  const columns = pairs(columnsOf(from), columnsOf(to), sharedTexts, effort);
  const inBoth = columns.filter(({ before: b, after: a }) => b !== null && a !== null);
  const sharedCells = (a: readonly string[], b: readonly string[]) =>
    inBoth.filter((column) => a[column.before!] !== '' && a[column.before!] === b[column.after!]).length;
  return { columns, rows: pairs(from, to, sharedCells, effort) };
}

/** Two versions of a table, cell by cell: rows and columns that came or went are found by what stands in them. */
export function compareTables(before: Table | null, after: Table | null, effort?: Effort): TableComparison {
  const [from, to] = [before?.rows ?? [], after?.rows ?? []];
  const { rows, columns } = alignTables(from, to, effort);
  const cell = (list: Rows, row: number | null, column: number | null): string =>
    row === null || column === null ? '' : (list[row]?.[column] ?? '');
  return {
    caption: comparePlain(before?.caption ?? '', after?.caption ?? '', effort),
    isHeaderChanged:
      before !== null &&
      after !== null &&
      (before.header !== after.header || (before.headerColumn ?? false) !== (after.headerColumn ?? false)),
    columns: columns.map(kindOf),
    rows: rows.map((row) => ({
      kind: kindOf(row),
      cells: columns.map((column) =>
        comparePlain(cell(from, row.before, column.before), cell(to, row.after, column.after), effort),
      ),
    })),
  };
}

/** Two versions of a card. */
export function compareEmbeds(before: Embed | null, after: Embed | null, effort?: Effort): EmbedComparison {
  const whole = (kind: 'same' | 'added' | 'removed', embed: Embed | null) =>
    embed ? wholePieces(kind, [{ text: embed.url }]) : [];
  const url =
    before?.url === after?.url ? whole('same', after) : [...whole('removed', before), ...whole('added', after)];
  return { url, caption: comparePlain(before?.caption ?? '', after?.caption ?? '', effort) };
}

/** Every text of a table comparison, the caption first. */
export const textsOfTable = ({ caption, rows }: TableComparison): Piece[][] => [
  caption,
  ...rows.flatMap((row) => row.cells),
];

const kindOf = ({ before, after }: Pair): 'same' | 'added' | 'removed' =>
  before === null ? 'added' : after === null ? 'removed' : 'same';

const columnsOf = (rows: Rows): string[][] => (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));

/** How many different texts two lists have in common, wherever they stand. */
function sharedTexts(a: readonly string[], b: readonly string[]): number {
  const there = new Set(b);
  return new Set(a.filter((text) => text !== '' && there.has(text))).size;
}

/**
 * Pairs of two lists in order, with the most in common; between them what is left is paired one by one where as many stand on
 * both sides. All of one length are paired one by one where nothing came or went that can be told.
 */
function pairs<T>(from: readonly T[], to: readonly T[], shared: (a: T, b: T) => number, effort?: Effort): Pair[] {
  // The same pairs are found whichever way round two tables are compared.
  if (!comesAfter([JSON.stringify(from)], [JSON.stringify(to)])) return inOrder(from, to, shared, effort);
  const flipped = inOrder(to, from, (a, b) => shared(b, a), effort);
  return removedFirst(flipped.map(({ before, after }) => ({ before: after, after: before })));
}

/** What went stands above what came in its place. */
function removedFirst(list: readonly Pair[]): Pair[] {
  const result: Pair[] = [];
  let added: Pair[] = [];
  for (const pair of list) {
    if (pair.before === null) added.push(pair);
    else if (pair.after === null) result.push(pair);
    else {
      result.push(...added, pair);
      added = [];
    }
  }
  return [...result, ...added];
}

function inOrder<T>(from: readonly T[], to: readonly T[], shared: (a: T, b: T) => number, effort?: Effort): Pair[] {
  const [height, width] = [from.length, to.length];
  if (effort) effort.comparisons += height * width;
  const best = Array.from({ length: height + 1 }, () => new Array<number>(width + 1).fill(0));
  for (let b = height - 1; b >= 0; b--)
    for (let a = width - 1; a >= 0; a--) {
      const both = shared(from[b] as T, to[a] as T);
      best[b]![a] = Math.max(best[b + 1]![a]!, best[b]![a + 1]!, both > 0 ? both + best[b + 1]![a + 1]! : 0);
    }
  const result: Pair[] = [];
  let gap: { before: number[]; after: number[] } = { before: [], after: [] };
  const close = () => {
    const one = gap.before.length === gap.after.length;
    if (one) for (const [at, before] of gap.before.entries()) result.push({ before, after: gap.after[at]! });
    else {
      for (const before of gap.before) result.push({ before, after: null });
      for (const after of gap.after) result.push({ before: null, after });
    }
    gap = { before: [], after: [] };
  };
  let [b, a] = [0, 0];
  while (b < height || a < width) {
    const both = b < height && a < width ? shared(from[b] as T, to[a] as T) : 0;
    if (both > 0 && best[b]![a] === both + best[b + 1]![a + 1]!) {
      close();
      result.push({ before: b++, after: a++ });
    } else if (a >= width || (b < height && best[b]![a] === best[b + 1]![a])) gap.before.push(b++);
    else gap.after.push(a++);
  }
  close();
  return result;
}
