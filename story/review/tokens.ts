import { joinRuns } from '../canonical.ts';
import { FORMATS, plainText, type Run } from '../model.ts';
import { segments } from '../text/segments.ts';
import { pick, pickSet } from './same.ts';

/**
 * What a merge moves around: a syllable, a space, a mark of punctuation, with its formats; or the beginning of a block.
 * `key` is what tokens are compared by: the text in NFC, or a block's id.
 */
export type Token = { readonly key: string; readonly runs: readonly Run[]; readonly block?: string };

const BLOCK_KEY = '\u0000';
export const isBlockKey = (key: string): boolean => key.startsWith(BLOCK_KEY);
export const blockToken = (id: string): Token => ({ key: BLOCK_KEY + id, runs: [], block: id });
export const textToken = (run: Run): Token => ({ key: run.text.normalize('NFC'), runs: [run] });

/** The key of the space that a merge put between the two sides of a conflict: like no other space. */
const SEAM_KEY = '\u0001';
export const isSeam = (token: Token): boolean => token.key === SEAM_KEY;

/** Runs are never changed, and a merge looks at the same ones again and again. */
const tokenized = new WeakMap<readonly Run[], readonly Token[]>();

/** The tokens of a text with its formats; `runsOf` gives the text back. */
export function tokenize(runs: readonly Run[]): readonly Token[] {
  const known = tokenized.get(runs) ?? tokensOf(runs);
  tokenized.set(runs, known);
  return known;
}

function tokensOf(runs: readonly Run[]): Token[] {
  const tokens = cutRuns(runs);
  return tokens.map((token, index) => {
    const [before, after] = [tokens[index - 1]?.runs.at(-1), tokens[index + 1]?.runs[0]];
    const isBetween = before?.side === 'ours' && after?.side === 'theirs' && token.runs[0]?.side === undefined;
    return isBetween && token.key === ' ' ? { ...token, key: SEAM_KEY } : token;
  });
}

/** The same tokens, without regard to the sides of a conflict. */
export function cutRuns(runs: readonly Run[]): Token[] {
  let index = 0;
  let used = 0;
  return segments(plainText(runs)).map((text) => {
    const parts: Run[] = [];
    for (let left = text.length; left > 0; ) {
      const run = runs[index]!;
      const part = run.text.slice(used, used + left);
      if (part !== '') parts.push({ ...run, text: part });
      left -= part.length;
      used += part.length;
      if (used >= run.text.length) [index, used] = [index + 1, 0];
    }
    return { key: text.normalize('NFC'), runs: parts };
  });
}

export const runsOf = (tokens: readonly Token[]): Run[] => joinRuns(tokens.flatMap((token) => token.runs));
export const textOf = (tokens: readonly Token[]): string => tokens.map((token) => plainText(token.runs)).join('');
export const keysOf = (tokens: readonly Token[]): string[] => tokens.map((token) => token.key);
export const withoutBlocks = (tokens: readonly Token[]): Token[] => tokens.filter((token) => token.block === undefined);

/**
 * The same syllable on both sides (and in the base, unless both added it): its formats, merged three ways.
 * @param decided see mergeMarks.ts.
 */
export function mergeToken(base: Token | null, ours: Token, theirs: Token, decided?: ReadonlySet<string>): Token {
  if (ours.block !== undefined) return ours;
  const [b, o, t] = [base && plainText(base.runs), plainText(ours.runs), plainText(theirs.runs)];
  // Equal only in NFC: letters do not stand one over another, so one side's token is taken whole.
  if (o !== t || (b !== null && b !== o)) return base ? pick(base, ours, theirs) : ours;
  if (base?.runs.length === 1 && ours.runs.length === 1 && theirs.runs.length === 1)
    return { key: ours.key, runs: [mergeMarks(base.runs[0]!, ours.runs[0]!, theirs.runs[0]!, decided)] };
  const runs = [...o].reduce<{ at: number; runs: Run[] }>(
    ({ at, runs }, letter) => {
      const there = (token: Token) => ({ ...runAt(token.runs, at), text: letter });
      const merged = mergeMarks(base && there(base), there(ours), there(theirs), decided);
      return { at: at + letter.length, runs: [...runs, merged] };
    },
    { at: 0, runs: [] },
  ).runs;
  return { key: ours.key, runs: joinRuns(runs) };
}

function runAt(runs: readonly Run[], at: number): Run {
  let end = 0;
  return runs.find((run) => {
    end += run.text.length;
    return end > at;
  })!;
}

/** Formats and threads of one stretch of text. Without a base, what either side has is in. */
function mergeMarks(base: Run | null, ours: Run, theirs: Run, decided?: ReadonlySet<string>): Run {
  const from = base ?? { text: ours.text };
  const ids = (name: 'threads' | 'suggestions') =>
    pickSet(from[name] ?? [], ours[name] ?? [], theirs[name] ?? [], decided).toSorted();
  const run: Run = { text: ours.text };
  for (const name of [...FORMATS, 'check', 'link', 'side'] as const)
    Object.assign(run, onlySet(name, pick(from[name], ours[name], theirs[name])));
  for (const name of ['threads', 'suggestions'] as const) if (ids(name).length > 0) run[name] = ids(name);
  return run;
}

const onlySet = (name: string, value: unknown) => (value === undefined ? {} : { [name]: value });
