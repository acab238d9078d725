import { joinRuns } from '../canonical.ts';
import { newId } from '../ids.ts';
import type { Anchor, Comment, CommentThread, Run } from '../model.ts';
import type { Person } from '../workflow.ts';

const MOST_WORDS = 20_000;

const comment = (text: string, by: Person, at: string): Comment => ({
  id: newId(),
  by: by.fingerprint,
  name: by.name,
  at,
  text,
});

/** A new thread with its first comment. `words`: what it is about, kept when it is gone from the text. `at`: an instant. */
export const startThread = (anchor: Anchor, words: string, text: string, by: Person, at: string): CommentThread => ({
  id: newId(),
  kind: 'comment',
  anchor,
  words: words.slice(0, MOST_WORDS),
  comments: [comment(text, by, at)],
  resolved: false,
});

/** A reply opens a resolved thread again: somebody has more to say. */
export const reply = (thread: CommentThread, text: string, by: Person, at: string): CommentThread => ({
  ...thread,
  comments: [...thread.comments, comment(text, by, at)],
  resolved: false,
});

export const setResolved = <T extends { resolved: boolean }>(thread: T, resolved: boolean): T => ({
  ...thread,
  resolved,
});

/** Runs with a thread's mark on `[from, to)`, in UTF-16 units of the block's text. */
export function markRange(runs: readonly Run[], from: number, to: number, threadId: string): Run[] {
  let start = 0;
  return joinRuns(
    runs.flatMap((run) => {
      const [a, b] = [from - start, to - start].map((at) => Math.min(Math.max(at, 0), run.text.length)) as [
        number,
        number,
      ];
      start += run.text.length;
      const threads = [...new Set([...(run.threads ?? []), threadId])].sort();
      const marked = { ...run, text: run.text.slice(a, b), threads };
      return [{ ...run, text: run.text.slice(0, a) }, marked, { ...run, text: run.text.slice(b) }];
    }),
  );
}

/** Runs without a thread's mark. */
export const unmarkRuns = (runs: readonly Run[], threadId: string): Run[] =>
  joinRuns(
    runs.map(({ threads, ...run }) => {
      const others = (threads ?? []).filter((id) => id !== threadId);
      return others.length > 0 ? { ...run, threads: others } : run;
    }),
  );

/** A thread with the words of one of its comments changed. */
export const editComment = (thread: CommentThread, id: string, text: string): CommentThread => ({
  ...thread,
  comments: thread.comments.map((one) => (one.id === id ? { ...one, text } : one)),
});

/** A thread without one of its comments; null where none is left. */
export function withoutComment(thread: CommentThread, id: string): CommentThread | null {
  const comments = thread.comments.filter((one) => one.id !== id);
  return comments.length > 0 ? { ...thread, comments } : null;
}
