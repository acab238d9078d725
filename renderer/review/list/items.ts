import { type CommentThread, FIELD_NAMES, isTextBlock, type Story } from '../../../story/model.ts';
import { type Entry, entriesOf, isBefore, type What } from '../../../story/review/suggest/entries.ts';
import type { Start } from '../../../story/review/suggest/parts.ts';
import { threadsOf } from '../threads.ts';

/** One thing in the margin: something to decide, or an open thread of comments. */
export type Item =
  | { kind: 'entry'; key: string; start: Start; entry: Entry }
  | { kind: 'thread'; key: string; start: Start; thread: CommentThread; gone: boolean };

const NOWHERE: Start = [Number.MAX_SAFE_INTEGER, 0];
let last: { of: readonly unknown[]; items: Item[] } = { of: [], items: [] };

/** What is open in a story, in the order of the page; comments whose passage is gone stand at the end. */
export function itemsOf(story: Story): Item[] {
  const of = [story.body, story.fields, story.suggestions, story.threads];
  if (of.every((part, at) => part === last.of[at])) return last.items;
  const entries = entriesOf(story).map((entry): Item => {
    return { kind: 'entry', key: entry.ids[0] as string, start: entry.start, entry };
  });
  const { comments, gone } = threadsOf(story);
  const starts = comments.length > 0 ? markStarts(story) : new Map<string, Start>();
  const threads = comments.map((thread): Item => {
    const isGone = gone.has(thread.id);
    const start = isGone ? NOWHERE : startOf(story, thread, starts);
    return { kind: 'thread', key: thread.id, start, thread, gone: isGone };
  });
  const items = [...entries, ...threads].sort((a, b) =>
    isBefore(a.start, b.start) ? -1 : isBefore(b.start, a.start) ? 1 : 0,
  );
  last = { of, items };
  return items;
}

/** Where each thread's first words stand in the body. */
function markStarts({ body }: Story): Map<string, Start> {
  const starts = new Map<string, Start>();
  body.forEach((block, index) => {
    let offset = 0;
    for (const run of isTextBlock(block) ? block.runs : []) {
      for (const id of run.threads ?? []) if (!starts.has(id)) starts.set(id, [index, offset]);
      offset += run.text.length;
    }
  });
  return starts;
}

function startOf({ body }: Story, { id, anchor }: CommentThread, starts: ReadonlyMap<string, Start>): Start {
  if ('field' in anchor) return [-1, FIELD_NAMES.indexOf(anchor.field)];
  const index = body.findIndex((block) => block.id === anchor.block);
  return starts.get(id) ?? (index < 0 ? NOWHERE : [index, 0]);
}

/** What the list can be narrowed to. */
export const KINDS = ['all', 'words', 'format', 'blocks', 'fields', 'comments', 'mine'] as const;
export type Kind = (typeof KINDS)[number];
export type Filter = { kind: Kind; author: string | null };
export const EVERYTHING: Filter = { kind: 'all', author: null };

const GROUPS: Record<What['kind'], Kind> = {
  words: 'words',
  split: 'words',
  join: 'words',
  unknown: 'words',
  format: 'format',
  setting: 'blocks',
  blocks: 'blocks',
  move: 'blocks',
  field: 'fields',
};

/** `isMine`: whether a thread is one for the person at the desk. */
export const passes = (item: Item, { kind, author }: Filter, isMine: (thread: CommentThread) => boolean): boolean => {
  const authors = item.kind === 'entry' ? [item.entry.by] : item.thread.comments.map(({ by }) => by);
  if (author !== null && !authors.includes(author)) return false;
  if (kind === 'all') return true;
  if (item.kind === 'entry') return GROUPS[item.entry.what.kind] === kind;
  return kind === 'comments' || (kind === 'mine' && isMine(item.thread));
};
