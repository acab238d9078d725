import { type Change, mapChange, orderChange } from './journal.ts';
import type { Block, FieldName, Story } from './model.ts';

/** What may differ between two states of a story: named while it happens, so that the rest need not be compared. */
export type Touched = {
  blocks: Set<string>;
  /** Blocks came, went or moved. */
  order: boolean;
  fields: Set<FieldName>;
  threads: Set<string>;
  suggestions: boolean;
  language: boolean;
  /** Status, approval, or what the desk agreed on. */
  status: boolean;
};

export const nothingTouched = (): Touched => ({
  blocks: new Set(),
  order: false,
  fields: new Set(),
  threads: new Set(),
  suggestions: false,
  language: false,
  status: false,
});

export const isUntouched = (touched: Touched): boolean =>
  !(touched.order || touched.language || touched.status || touched.suggestions) &&
  touched.blocks.size + touched.fields.size + touched.threads.size === 0;

/** Adds what `more` names to `touched`. */
export function touchMore(touched: Touched, more: Touched): void {
  for (const id of more.blocks) touched.blocks.add(id);
  for (const name of more.fields) touched.fields.add(name);
  for (const id of more.threads) touched.threads.add(id);
  touched.order ||= more.order;
  touched.suggestions ||= more.suggestions;
  touched.language ||= more.language;
  touched.status ||= more.status;
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/**
 * The journal's change from `before` to `after`, looking only at what was touched; empty when nothing really differs.
 * `applyChange(before, changeBetween(before, after, touched))` equals `after` where `touched` names all differences.
 */
export function changeBetween(before: Story, after: Story, touched: Touched): Change {
  const change: Change = {};
  const fields = [...touched.fields].filter((name) => before.fields[name] !== after.fields[name]);
  if (fields.length > 0) change.fields = Object.fromEntries(fields.map((name) => [name, after.fields[name]]));
  const order = touched.order ? orderChange(idsOf(before), idsOf(after)) : {};
  const blocks = changedBlocks(before, after, touched, order.placed ?? []);
  if (blocks.length > 0) change.blocks = blocks;
  Object.assign(change, order);
  const threads = mapChange(before.threads, after.threads, touched.threads);
  if (threads) change.threads = threads;
  const suggestions = touched.suggestions ? mapChange(before.suggestions, after.suggestions) : undefined;
  if (suggestions) change.suggestions = suggestions;
  if (touched.language && before.language !== after.language) change.language = after.language;
  if (touched.status && before.status !== after.status) change.status = after.status;
  if (touched.status && !same(before.approval, after.approval)) change.approval = after.approval;
  if (touched.status && !same(before.desk, after.desk)) change.desk = after.desk;
  return change;
}

const idsOf = (story: Story): string[] => story.body.map((block) => block.id);

function changedBlocks(before: Story, after: Story, touched: Touched, placed: readonly { id: string }[]): Block[] {
  const ids = new Set([...touched.blocks, ...placed.map((place) => place.id)]);
  if (ids.size === 0) return [];
  const old = new Map(before.body.map((block) => [block.id, block]));
  return after.body.filter((block) => ids.has(block.id) && !same(old.get(block.id), block));
}
