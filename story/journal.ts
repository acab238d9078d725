import { idSchema } from './ids.ts';
import {
  approvalSchema,
  type Block,
  blockSchema,
  fieldsSchema,
  languageSchema,
  type Story,
  statusSchema,
  suggestionSchema,
  threadSchema,
} from './model.ts';
import { deskSchema } from './workflow.ts';
import { z } from './zod.ts';

/**
 * What one journal record changes. Blocks stand whole; `placed` are the inserted and moved ones, applied in order,
 * each going behind `after` (null: to the front). Absent means unchanged.
 */
export const changeSchema = z.strictObject({
  fields: fieldsSchema.partial().optional(),
  blocks: z.array(blockSchema).max(20_000).optional(),
  removed: z.array(idSchema).max(20_000).optional(),
  placed: z
    .array(z.strictObject({ id: idSchema, after: idSchema.nullable() }))
    .max(20_000)
    .optional(),
  /** A thread whole, or null where it is deleted. */
  threads: z.record(idSchema, threadSchema.nullable()).optional(),
  /** Likewise. */
  suggestions: z.record(idSchema, suggestionSchema.nullable()).optional(),
  language: languageSchema.optional(),
  status: statusSchema.optional(),
  approval: approvalSchema.nullable().optional(),
  desk: deskSchema.optional(),
});
export type Change = z.infer<typeof changeSchema>;

export const isEmptyChange = (change: Change): boolean => Object.keys(change).length === 0;

/** The story after one change. Pure; shares what did not change. Throws on a change that does not fit (a gap). */
export function applyChange(story: Story, change: Change): Story {
  return {
    ...story,
    language: change.language ?? story.language,
    status: change.status ?? story.status,
    approval: change.approval === undefined ? story.approval : change.approval,
    fields: { ...story.fields, ...change.fields },
    body: changedBody(story.body, change),
    desk: change.desk ?? story.desk,
    threads: changedMap(story.threads, change.threads),
    suggestions: changedMap(story.suggestions, change.suggestions),
  };
}

/** Things by their id, some of them written anew or (null) taken out. */
type MapChange<T> = Record<string, T | null>;

export function changedMap<T>(map: Record<string, T>, change: MapChange<T> | undefined): Record<string, T> {
  if (!change) return map;
  const changed = { ...map };
  for (const [id, thing] of Object.entries(change)) {
    if (thing) changed[id] = thing;
    else delete changed[id];
  }
  return changed;
}

/** What turns one map into another; `ids` are those to look at. Absent where nothing differs. */
export function mapChange<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
  ids: Iterable<string> = before === after ? [] : new Set([...Object.keys(before), ...Object.keys(after)]),
): MapChange<T> | undefined {
  const changed = [...ids].filter((id) => !sameJson(before[id], after[id]));
  return changed.length > 0 ? Object.fromEntries(changed.map((id) => [id, after[id] ?? null])) : undefined;
}

const sameJson = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

function changedBody(body: Block[], change: Change): Block[] {
  if (!change.blocks && !change.removed && !change.placed) return body;
  const written = new Map(change.blocks?.map((block) => [block.id, block]));
  const order = change.removed || change.placed ? reordered(body, change) : body;
  const after = order.map((block) => {
    const { id } = block;
    const now = written.get(id) ?? ('type' in block ? block : undefined);
    if (!now) throw new Error(`journal: block ${id} is placed but was never written`);
    written.delete(id);
    return now;
  });
  for (const id of change.removed ?? []) written.delete(id);
  const [lost] = written.keys();
  if (lost) throw new Error(`journal: block ${lost} is written but has no place`);
  return after;
}

/** The blocks in their new order; a placed one that was not there stands as its bare id. */
function reordered(body: Block[], change: Change): (Block | { id: string })[] {
  const places = change.placed ?? [];
  const moving = new Set([...(change.removed ?? []), ...places.map((place) => place.id)]);
  const staying = body.filter((block) => !moving.has(block.id));
  if (places.length === 0) return staying;
  const before = new Map(body.map((block) => [block.id, block]));
  const order = place(
    staying.map((block) => block.id),
    places,
  );
  return order.map((id) => before.get(id) ?? { id });
}

/** Puts each id behind its `after`, in order. A linked list, so that a long paste costs no more than its length. */
function place(order: readonly string[], places: readonly { id: string; after: string | null }[]): string[] {
  const next = new Map<string | null, string | null>();
  let last: string | null = null;
  for (const id of order) {
    next.set(last, id);
    last = id;
  }
  next.set(last, null);
  for (const { id, after } of places) {
    if (!next.has(after)) throw new Error(`journal: block ${id} is placed behind ${after}, which is not there`);
    if (next.has(id)) throw new Error(`journal: block ${id} is placed twice`);
    next.set(id, next.get(after) ?? null);
    next.set(after, id);
  }
  const placed: string[] = [];
  for (let id = next.get(null) ?? null; id !== null; id = next.get(id) ?? null) placed.push(id);
  return placed;
}

/** `fold(snapshot, records)`: the Story after all changes, in order. */
export const fold = (snapshot: Story, changes: readonly Change[]): Story => changes.reduce(applyChange, snapshot);

/**
 * The smallest list of `placed` and `removed` that turns one order of block ids into another: ids outside the longest
 * common increasing run are the ones that moved.
 */
export function orderChange(before: readonly string[], after: readonly string[]): Pick<Change, 'placed' | 'removed'> {
  const position = new Map(before.map((id, index) => [id, index]));
  const kept = new Set(after);
  const removed = before.filter((id) => !kept.has(id));
  const stay = longestIncreasing(
    after.filter((id) => position.has(id)),
    (id) => position.get(id) as number,
  );
  const placed = after.flatMap((id, index) => (stay.has(id) ? [] : [{ id, after: after[index - 1] ?? null }]));
  return { ...(placed.length > 0 && { placed }), ...(removed.length > 0 && { removed }) };
}

function longestIncreasing(ids: readonly string[], rank: (id: string) => number): Set<string> {
  const tails: number[] = []; // index into ids of the smallest end of a run of each length
  const previous: number[] = [];
  ids.forEach((id, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rank(ids[tails[middle] as number] as string) < rank(id)) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1;
    tails[low] = index;
  });
  const result = new Set<string>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) result.add(ids[at] as string);
  return result;
}

/** What turns `before` into `after`, as one change: `applyChange(before, diffStories(before, after))` equals `after`. */
export function diffStories(before: Story, after: Story): Change {
  const change: Change = {};
  const fields = Object.entries(after.fields).filter(([name, value]) => before.fields[name as 'headline'] !== value);
  if (fields.length > 0) change.fields = Object.fromEntries(fields);
  const old = new Map(before.body.map((block) => [block.id, block]));
  const blocks = after.body.filter((block) => !sameJson(old.get(block.id), block));
  if (blocks.length > 0) change.blocks = blocks;
  Object.assign(
    change,
    orderChange(
      before.body.map((b) => b.id),
      after.body.map((b) => b.id),
    ),
  );
  const threads = mapChange(before.threads, after.threads);
  if (threads) change.threads = threads;
  const suggestions = mapChange(before.suggestions, after.suggestions);
  if (suggestions) change.suggestions = suggestions;
  if (before.language !== after.language) change.language = after.language;
  if (before.status !== after.status) change.status = after.status;
  if (!sameJson(before.approval, after.approval)) change.approval = after.approval;
  if (!sameJson(before.desk, after.desk)) change.desk = after.desk;
  return change;
}
