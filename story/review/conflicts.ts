import type { ConflictThread, Run } from '../model.ts';
import type { Known } from './mergeMarks.ts';
import type { OnConflict } from './settle.ts';
import { type Token, textOf, textToken } from './tokens.ts';

/** Gathers the conflicts of one merge, and marks them in the text. */
export type Conflicts = {
  readonly threads: ConflictThread[];
  /** A conflict that is not in a block's text: in a field, a figure's text or recipe, or about a whole figure. */
  add(anchor: ConflictThread['anchor'], ours: string, theirs: string): void;
  /** Both sides' words, ours first, marked with a new thread's id; its anchor is given when the block is known. */
  readonly mark: OnConflict;
  /** Ids of the threads that `mark` made, whose anchors are still open. */
  readonly marked: Map<string, { ours: string; theirs: string }>;
  place(id: string, block: string): void;
  readonly suggested: Known;
};

const MOST_TEXT = 200_000;

export function gatherConflicts(
  info: { theirName: string; at: string },
  known: readonly ConflictThread[],
  newId: () => string,
  suggested: Known = { decided: new Set(), proposals: new Set() },
): Conflicts {
  const threads: ConflictThread[] = [];
  const marked: Conflicts['marked'] = new Map();
  const make = (id: string, anchor: ConflictThread['anchor'], ours: string, theirs: string) =>
    threads.push({
      id,
      kind: 'conflict',
      anchor,
      ours: ours.slice(0, MOST_TEXT),
      theirs: theirs.slice(0, MOST_TEXT),
      theirName: info.theirName,
      at: info.at,
      resolved: false,
    });
  const asked = (anchor: ConflictThread['anchor'], theirs: string) =>
    known.some(
      (old) => !old.resolved && old.theirs === theirs && JSON.stringify(old.anchor) === JSON.stringify(anchor),
    );
  return {
    threads,
    marked,
    suggested,
    // The same hand-off received twice asks once.
    add: (anchor, ours, theirs) => void (asked(anchor, theirs) || make(newId(), anchor, ours, theirs)),
    mark(ours, theirs) {
      const id = newId();
      marked.set(id, { ours: asText(ours), theirs: asText(theirs) });
      const space = needsSpace(ours, theirs) ? [textToken({ text: ' ', threads: [id] })] : [];
      return [...ours.map((token) => markToken(token, id, 'ours')), ...space].concat(
        theirs.map((token) => markToken(token, id, 'theirs')),
      );
    },
    place(id, block) {
      const texts = marked.get(id);
      if (texts) make(id, { block }, texts.ours, texts.theirs);
      marked.delete(id);
    },
  };
}

const asText = (tokens: readonly Token[]): string =>
  tokens.map((token, index) => (token.block === undefined ? textOf([token]) : index > 0 ? '\n' : '')).join('');

/** Words of an older conflict stay that conflict's: a run has one side. */
function markToken(token: Token, id: string, side: 'ours' | 'theirs'): Token {
  const mark = (run: Run): Run => (run.side ? run : { ...run, threads: [...(run.threads ?? []), id].sort(), side });
  return { ...token, runs: token.runs.map(mark) };
}

function needsSpace(ours: readonly Token[], theirs: readonly Token[]): boolean {
  const [left, right] = [ours.at(-1), theirs[0]];
  if (!left || !right || right.block !== undefined || left.block !== undefined) return false;
  return left.key.trim() !== '' && right.key.trim() !== '';
}
