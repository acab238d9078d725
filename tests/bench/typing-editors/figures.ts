// The pure part of the typing figures: in which order they are taken, and what is made of them.
import type { Cell } from './work.ts';

export type Run = { round: number; words: number; name: string };
export type Taken = Run & { cell: Cell };
export type EditorFigures = { taskVsPlain: number | null } & Omit<Cell, 'taskMsPerKey'>;
/** By editor, then by words; null: not measured, for the reason beside it. */
export type Editors = Record<string, Record<string, EditorFigures | null>>;

export const PLAIN = 'plain';
export const BARE = 'lexical';

/**
 * All runs in order: round by round, so that what changes on the machine meets all editors alike; every second round the
 * other way round, so that none always follows the same one.
 */
export function order(names: readonly string[], words: readonly number[], rounds: number): Run[] {
  return Array.from({ length: rounds }, (_, round) =>
    words.flatMap((length) =>
      (round % 2 === 0 ? names : names.toReversed()).map((name) => ({ round, words: length, name })),
    ),
  ).flat();
}

export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2;
}

/** To three figures that count. */
const round = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(3)));

/** The median over the rounds of `of`'s value by `by`'s of the same round and length; null where no round has both. */
export function ratio(taken: readonly Taken[], words: number, of: string, by: string, what: keyof Cell): number | null {
  const at = (name: string, run: number) =>
    taken.find((one) => one.name === name && one.words === words && one.round === run)?.cell[what];
  const rounds = new Set(taken.map((one) => one.round));
  const ratios = [...rounds].flatMap((run) => {
    const [value, base] = [at(of, run), at(by, run)];
    return value == null || !base ? [] : [value / base];
  });
  return round(median(ratios));
}

/** The median of each figure over the rounds. Of a command that an editor once did not do: null. */
export function summarise(taken: readonly Taken[], names: readonly string[], words: readonly number[]): Editors {
  const figuresOf = (name: string, length: number): EditorFigures | null => {
    const cells = taken.filter((one) => one.name === name && one.words === length).map((one) => one.cell);
    if (cells.length === 0) return null;
    const middle = (what: keyof Cell) => {
      const values = cells.map((cell) => cell[what]);
      return values.includes(null) ? null : round(median(values as number[]));
    };
    return {
      taskVsPlain: ratio(taken, length, name, PLAIN, 'taskMsPerKey'),
      scriptMsPerKey: middle('scriptMsPerKey') as number,
      openMs: middle('openMs') as number,
      heapMb: middle('heapMb') as number,
      enterMs: middle('enterMs'),
      joinMs: middle('joinMs'),
      boldMs: middle('boldMs'),
      pasteMs: middle('pasteMs'),
    };
  };
  return Object.fromEntries(
    names.map((name) => [name, Object.fromEntries(words.map((length) => [length, figuresOf(name, length)]))]),
  );
}
