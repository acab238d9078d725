import { FORMATS, plainText, type Run } from '../../model.ts';
import type { Effort, Hunk } from '../diff.ts';
import { cutRuns, keysOf, type Token } from '../tokens.ts';
import type { Marks, Piece } from './model.ts';
import { tidyDiff } from './tidyDiff.ts';

/** The text of pieces as it was before, or as it is after. */
export const piecesText = (pieces: readonly Piece[], side: 'before' | 'after'): string =>
  piecesOf(pieces, side)
    .map((piece) => piece.text)
    .join('');

/** The pieces that stand on one side. */
export const piecesOf = (pieces: readonly Piece[], side: 'before' | 'after'): Piece[] =>
  pieces.filter((piece) => piece.kind !== (side === 'before' ? 'added' : 'removed'));

export const hasChange = (pieces: readonly Piece[]): boolean => pieces.some((piece) => piece.kind !== 'same');

/** Plain text (a field, a caption) compared. */
export function comparePlain(before: string, after: string, effort?: Effort): Piece[] {
  if (before === after) return before === '' ? [] : [{ kind: 'same', text: before.normalize('NFC') }];
  const [from, to] = [cutRuns([{ text: before }]), cutRuns([{ text: after }])];
  return piecesBetween(from, to, tidyDiff(keysOf(from), keysOf(to), effort));
}

/** Text that stands on one side only, or is the same on both. */
export function wholePieces(kind: 'same' | 'added' | 'removed', runs: readonly Run[]): Piece[] {
  const composed = runs.map((run) => ({ ...run, text: run.text.normalize('NFC') }));
  const pieces = new Pieces();
  // In NFD a letter's marks may stand in the next run: then the letter is put together first.
  const isWhole = plainText(composed) === plainText(runs).normalize('NFC');
  const parts = isWhole ? composed : cutRuns(runs).flatMap(composedRuns);
  for (const part of parts) pieces.add(kind, part.text, marksOf(part));
  return pieces.list;
}

/** The pieces of two token lists and the hunks between them. */
export function piecesBetween(before: readonly Token[], after: readonly Token[], hunks: readonly Hunk[]): Piece[] {
  const pieces = new Pieces();
  const addAll = (kind: 'added' | 'removed', tokens: readonly Token[]) => {
    for (const token of tokens) for (const run of composedRuns(token)) pieces.add(kind, run.text, marksOf(run));
  };
  let [b, a] = [0, 0];
  for (const { bs, be, ss, se } of [...hunks, { bs: before.length, be: before.length, ss: 0, se: 0 }]) {
    while (b < bs) addSame(pieces, before[b++]!, after[a++]!);
    addAll('removed', before.slice(bs, be));
    addAll('added', after.slice(ss, se));
    [b, a] = [be, se];
  }
  return pieces.list;
}

/** One syllable on both sides, maybe with other formats, maybe with a border of formats inside. */
function addSame(pieces: Pieces, before: Token, after: Token): void {
  const [from, to] = [composedRuns(before), composedRuns(after)];
  let [f, t, fromUsed, toUsed] = [0, 0, 0, 0];
  while (f < from.length && t < to.length) {
    const length = Math.min(from[f]!.text.length - fromUsed, to[t]!.text.length - toUsed);
    const text = to[t]!.text.slice(toUsed, toUsed + length);
    pieces.addSame(text, marksOf(from[f]!), marksOf(to[t]!));
    fromUsed += length;
    toUsed += length;
    if (fromUsed === from[f]!.text.length) [f, fromUsed] = [f + 1, 0];
    if (toUsed === to[t]!.text.length) [t, toUsed] = [t + 1, 0];
  }
}

/** A token's runs in NFC. A letter whose marks stand in another run belongs to the first. */
export function composedRuns(token: Token): readonly Run[] {
  const [first] = token.runs;
  if (token.runs.length === 1) return first!.text === token.key ? token.runs : [{ ...first!, text: token.key }];
  const runs = token.runs.map((run) => ({ ...run, text: run.text.normalize('NFC') }));
  return plainText(runs) === token.key ? runs : [{ ...first!, text: token.key }];
}

const MARKS = [...FORMATS, 'link'] as const;

export function marksOf(run: Run): Marks | undefined {
  const marks = MARKS.filter((name) => run[name] !== undefined).map((name) => [name, run[name]]);
  return marks.length === 0 ? undefined : Object.fromEntries(marks);
}

export const sameMarks = (a: Marks | undefined, b: Marks | undefined): boolean =>
  a === b || MARKS.every((name) => a?.[name] === b?.[name]);

/** Pieces in the making: what is of one kind and format becomes one. */
class Pieces {
  readonly list: Piece[] = [];

  add(kind: 'same' | 'added' | 'removed', text: string, marks: Marks | undefined): void {
    if (text === '') return;
    const last = this.list.at(-1);
    if (last?.kind === kind && sameMarks(last.marks, marks)) last.text += text;
    else this.list.push({ kind, text, ...(marks && { marks }) });
  }

  addSame(text: string, was: Marks | undefined, marks: Marks | undefined): void {
    if (sameMarks(was, marks)) {
      this.add('same', text, marks);
      return;
    }
    const last = this.list.at(-1);
    if (last?.kind === 'format' && sameMarks(last.marks, marks) && sameMarks(last.was, was)) last.text += text;
    else this.list.push({ kind: 'format', text, ...(marks && { marks }), ...(was && { was }) });
  }
}
