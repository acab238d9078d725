import { joinRuns } from '../canonical.ts';
import { type Block, type FieldName, isTextBlock, type Run, type Story, type Thread } from '../model.ts';

type Threads = Story['threads'];

/**
 * The story with the text of an older version. Comments stay as they are now, and so do status and approval (an approval of
 * another text says so by itself). Conflicts belong to the text: those that were open then are open again, others are over.
 */
export function restoredStory(now: Story, old: Story): Story {
  const over = Object.entries(now.threads).map(([id, thread]): [string, Thread] => [
    id,
    thread.kind === 'conflict' ? { ...thread, resolved: true } : thread,
  ]);
  const threads = { ...Object.fromEntries(over), ...openConflictsOf(old) };
  const suggestions = { ...old.suggestions, ...now.suggestions };
  return {
    ...now,
    language: old.language,
    fields: old.fields,
    threads,
    suggestions,
    body: old.body.map((block) => withKnownThreads(block, threads)),
  };
}

/** The story with one field as an older version has it. */
export const withFieldOf = (now: Story, old: Story, name: FieldName): Story => ({
  ...now,
  fields: { ...now.fields, [name]: old.fields[name] },
});

/**
 * The story with some blocks as an older version has them: in their place where they still stand, else behind the nearest
 * block before them that does. `instead`: blocks of now that they take the place of (the halves of one that was split).
 */
export function withBlocksOf(now: Story, old: Story, ids: readonly string[], instead: readonly string[] = []): Story {
  const conflicts = openConflictsOf(old);
  const blocks = old.body.filter((block) => ids.includes(block.id));
  const used = new Set(
    blocks.flatMap((block) => (isTextBlock(block) ? block.runs.flatMap((run) => run.threads ?? []) : [])),
  );
  const reopened = Object.entries(conflicts).filter(([id]) => used.has(id));
  const threads = { ...now.threads, ...Object.fromEntries(reopened) };
  const gone = new Set(instead.filter((id) => !ids.includes(id)));
  const body = [...now.body];
  for (const block of blocks) {
    const back = withKnownThreads(block, threads);
    const at = body.findIndex((one) => one.id === block.id);
    if (at >= 0) body[at] = back;
    else body.splice(placeOf(block.id, old.body, body, gone), 0, back);
  }
  const suggestions = { ...old.suggestions, ...now.suggestions };
  return { ...now, threads, suggestions, body: body.filter((block) => !gone.has(block.id)) };
}

/** Where a block that is no longer there goes: to what it replaces, else behind its nearest neighbour from above. */
function placeOf(id: string, old: readonly Block[], body: readonly Block[], gone: ReadonlySet<string>): number {
  const replaced = body.findIndex((block) => gone.has(block.id));
  if (replaced >= 0) return replaced;
  const place = new Map(body.map((block, index) => [block.id, index]));
  const from = old.findIndex((block) => block.id === id);
  for (const block of old.slice(0, from).reverse()) {
    const above = place.get(block.id);
    if (above !== undefined) return above + 1;
  }
  return 0;
}

const openConflictsOf = (story: Story): Threads =>
  Object.fromEntries(
    Object.entries(story.threads).filter(([, { kind, resolved }]) => kind === 'conflict' && !resolved),
  );

/** The block without the marks of threads that are gone, and of conflicts that are over. */
function withKnownThreads(block: Block, threads: Threads): Block {
  if (!isTextBlock(block)) return block;
  const isKnown = (id: string): boolean => {
    const thread = threads[id];
    return thread !== undefined && !(thread.kind === 'conflict' && thread.resolved);
  };
  const runs = block.runs.map((run): Run => {
    if (!run.threads) return run;
    const { threads: marks, side, ...rest } = run;
    const known = marks.filter(isKnown);
    const isSide = side !== undefined && known.some((id) => threads[id]?.kind === 'conflict');
    return { ...rest, ...(known.length > 0 && { threads: known }), ...(isSide && { side }) };
  });
  return { ...block, runs: joinRuns(runs) };
}
