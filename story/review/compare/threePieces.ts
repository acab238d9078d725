import type { Effort } from '../diff.ts';
import { diff3, type Region } from '../diff3.ts';
import { same } from '../same.ts';
import { cutRuns, keysOf, type Token } from '../tokens.ts';
import type { Marks, Piece } from './model.ts';
import { composedRuns, marksOf, piecesBetween, piecesText, sameMarks } from './pieces.ts';
import type { Owner, ThreePiece, ThreeVersion, Whose } from './threeModel.ts';
import { tidyDiff } from './tidyDiff.ts';

type Tokens = readonly Token[];

/** Whose a change of one value is; null: nobody's. */
export function ownerOf<T>(base: T, ours: T, theirs: T, isSame: (a: T, b: T) => boolean = same): Whose | null {
  const [byOurs, byTheirs] = [!isSame(base, ours), !isSame(base, theirs)];
  if (byOurs && byTheirs) return isSame(ours, theirs) ? 'both' : 'different';
  return byOurs ? 'ours' : byTheirs ? 'theirs' : null;
}

/** Whose several changes are together. */
export function togetherOf(all: readonly (Whose | null)[]): Whose | null {
  const owners = new Set(all.filter((one) => one !== null));
  if (owners.has('different')) return 'different';
  if (owners.size < 2) return [...owners][0] ?? null;
  return 'each';
}

export const whoseOf = (pieces: readonly ThreePiece[]): Whose | null =>
  togetherOf(pieces.map((piece) => (piece.kind === 'same' ? null : piece.kind === 'clash' ? 'different' : piece.by)));

/** Three plain texts compared. */
export function threePlain(base: string, ours: string, theirs: string, effort?: Effort): ThreePiece[] {
  const [b, o, t] = [base, ours, theirs].map((text) => cutRuns([{ text }]));
  return threePieces(b!, o!, t!, effort);
}

/** Three token lists compared: each change of the base with whose it is. */
export function threePieces(base: Tokens, ours: Tokens, theirs: Tokens, effort?: Effort): ThreePiece[] {
  const pieces: ThreePiece[] = [];
  const differ = (from: readonly string[], to: readonly string[]) => tidyDiff(from, to, effort);
  for (const region of diff3(keysOf(base), keysOf(ours), keysOf(theirs), differ))
    for (const piece of piecesOfRegion(region, base, ours, theirs)) put(pieces, piece);
  return pieces;
}

function piecesOfRegion(region: Region, ...all: [Tokens, Tokens, Tokens]): ThreePiece[] {
  const base = all[0].slice(...region.base);
  const ours = all[1].slice(...region.ours);
  const theirs = all[2].slice(...region.theirs);
  if (region.by === 'nobody') return base.flatMap((token, at) => sameToken(token, ours[at]!, theirs[at]!));
  if (region.by === 'ours') return owned(between(base, ours), 'ours');
  if (region.by === 'theirs') return owned(between(base, theirs), 'theirs');
  const [byOurs, byTheirs] = [between(base, ours), between(base, theirs)];
  return same(byOurs, byTheirs) ? owned(byOurs, 'both') : [{ kind: 'clash', ours: byOurs, theirs: byTheirs }];
}

const between = (from: Tokens, to: Tokens): Piece[] => piecesBetween(from, to, tidyDiff(keysOf(from), keysOf(to)));

const owned = (pieces: readonly Piece[], by: Owner): ThreePiece[] =>
  pieces.map((piece): ThreePiece => {
    if (piece.kind === 'format') return { ...piece, by };
    const { kind, ...rest } = piece;
    return kind === 'same' ? { kind, ...rest } : { kind, by, ...rest };
  });

/** One syllable in all three, maybe with other formats, cut where one of them begins inside. */
function sameToken(base: Token, ours: Token, theirs: Token): ThreePiece[] {
  const [b, o, t] = [base.runs, ours.runs, theirs.runs];
  if (b.length + o.length + t.length === 3)
    return [samePiece(base.key, marksOf(b[0]!), marksOf(o[0]!), marksOf(t[0]!))];
  const all = [base, ours, theirs].map((token) => [...composedRuns(token)]);
  const ends = new Set(all.flatMap((runs) => endsOf(runs.map(({ text }) => text))));
  const pieces: ThreePiece[] = [];
  let at = 0;
  for (const end of [...ends].sort((a, b) => a - b)) {
    const [b, o, t] = all.map((runs) => marksAt(runs, at));
    pieces.push(samePiece(base.key.slice(at, end), b, o, t));
    at = end;
  }
  return pieces;
}

function endsOf(texts: readonly string[]): number[] {
  let end = 0;
  return texts.map((text) => (end += text.length));
}

function marksAt(runs: readonly Token['runs'][number][], at: number): Marks | undefined {
  const ends = endsOf(runs.map(({ text }) => text));
  return marksOf(runs[ends.findIndex((end) => end > at)]!);
}

type MaybeMarks = Marks | undefined;

function samePiece(text: string, was: MaybeMarks, ours: MaybeMarks, theirs: MaybeMarks): ThreePiece {
  const by = ownerOf(was, ours, theirs, sameMarks);
  if (by === null || by === 'each') return { kind: 'same', text, ...(was && { marks: was }) };
  const marks = by === 'theirs' ? theirs : ours;
  const change = { text, ...(marks && { marks }), ...(was && { was }) };
  return by === 'different'
    ? { kind: 'format', by, ...change, ...(theirs && { theirs }) }
    : { kind: 'format', by, ...change };
}

/** What is of one kind, owner and format becomes one piece. */
function put(pieces: ThreePiece[], piece: ThreePiece): void {
  const last = pieces.at(-1);
  if (last?.kind === 'same' && piece.kind === 'same' && sameMarks(last.marks, piece.marks)) {
    last.text += piece.text;
    return;
  }
  if (last && last.kind !== 'clash' && piece.kind !== 'clash') {
    const joined = { ...last, text: last.text + piece.text };
    if (same({ ...piece, text: '' }, { ...last, text: '' })) {
      pieces[pieces.length - 1] = joined;
      return;
    }
  }
  pieces.push(piece);
}

/** The text of one of the three versions. */
export function threeText(pieces: readonly ThreePiece[], version: ThreeVersion): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'clash')
        return version === 'base' ? piecesText(piece.ours, 'before') : piecesText(piece[version], 'after');
      if (piece.kind === 'same' || piece.kind === 'format') return piece.text;
      const isChanged = version !== 'base' && (piece.by === version || piece.by === 'both');
      return isChanged === (piece.kind === 'added') ? piece.text : '';
    })
    .join('');
}
