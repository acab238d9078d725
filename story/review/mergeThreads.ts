import type { Block, Comment, CommentThread, Thread } from '../model.ts';
import { pick, pickSet, same } from './same.ts';

type Threads = Readonly<Record<string, Thread>>;

/** All threads of both sides; one that a side deleted stays only where the other side went on with it. */
export function mergeThreads(base: Threads, ours: Threads, theirs: Threads): Record<string, Thread> {
  const merged: Record<string, Thread> = {};
  for (const id of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const thread = mergeThread(base[id], ours[id], theirs[id]);
    if (thread) merged[id] = thread;
  }
  return merged;
}

function mergeThread(
  base: Thread | undefined,
  ours: Thread | undefined,
  theirs: Thread | undefined,
): Thread | undefined {
  if (!ours || !theirs) {
    const kept = ours ?? theirs;
    return same(base, kept) ? undefined : kept;
  }
  if (same(base, theirs) || same(ours, theirs)) return ours;
  if (same(base, ours)) return theirs;
  const resolved = base ? pick(base.resolved, ours.resolved, theirs.resolved) : ours.resolved || theirs.resolved;
  if (ours.kind === 'conflict' || theirs.kind === 'conflict') return { ...ours, resolved };
  const old = base?.kind === 'comment' ? base : undefined;
  return {
    ...ours,
    anchor: old ? pick(old.anchor, ours.anchor, theirs.anchor) : ours.anchor,
    comments: mergeComments(old, ours, theirs),
    resolved,
  };
}

function mergeComments(base: CommentThread | undefined, ours: CommentThread, theirs: CommentThread): Comment[] {
  const byId = (thread: CommentThread | undefined) =>
    new Map((thread?.comments ?? []).map((comment) => [comment.id, comment]));
  const [b, o, t] = [byId(base), byId(ours), byId(theirs)];
  const merge = (id: string): Comment => {
    const [old, our, their] = [b.get(id), o.get(id), t.get(id)];
    if (!our || !their || same(our, their)) return (our ?? their)!;
    const both = !same(old, our) && !same(old, their);
    return both ? { ...our, text: `${our.text}\n${their.text}` } : pick(old, our, their)!;
  };
  return pickSet([...b.keys()], [...o.keys()], [...t.keys()])
    .map(merge)
    .sort((x, y) => (x.at === y.at ? compare(x.id, y.id) : compare(x.at, y.at)));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A thread whose block was joined into another is anchored where its words stand now. */
export function reanchor(threads: Record<string, Thread>, body: readonly Block[]): Record<string, Thread> {
  const blocks = new Set(body.map((block) => block.id));
  const where = blocksOfThreads(body);
  return Object.fromEntries(
    Object.entries(threads).map(([id, thread]) => {
      const block = 'block' in thread.anchor && !blocks.has(thread.anchor.block) ? where.get(id) : undefined;
      return [id, block === undefined ? thread : { ...thread, anchor: { block } }];
    }),
  );
}

/** The first block in which a thread's id marks text. */
export function blocksOfThreads(body: readonly Block[]): Map<string, string> {
  const where = new Map<string, string>();
  for (const block of body)
    for (const run of 'runs' in block ? block.runs : [])
      for (const id of run.threads ?? []) if (!where.has(id)) where.set(id, block.id);
  return where;
}
