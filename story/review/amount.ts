import type { Comparable, ComparedBlock } from './compare/model.ts';

/** How much differs between two versions: fields, and blocks that came, went, or are not the same any more. */
export type Amount = { fields: number; added: number; removed: number; changed: number };

/** Without looking into the words, so that a list of versions can afford it. A moved block is the same; marks of review do not count. */
export function amountBetween(before: Comparable, after: Comparable): Amount {
  const old = new Map(before.body.map((block) => [block.id, block]));
  const kept = after.body.filter((block) => old.has(block.id));
  return {
    fields: Object.entries(after.fields).filter(([name, text]) => before.fields[name as 'headline'] !== text).length,
    added: after.body.length - kept.length,
    removed: before.body.length - kept.length,
    changed: kept.filter((block) => !isSameBlock(old.get(block.id) as ComparedBlock, block)).length,
  };
}

export const isNothing = ({ fields, added, removed, changed }: Amount): boolean =>
  fields + added + removed + changed === 0;

/** Whether two states of a block read the same: without threads, sides, and what nobody has checked. */
export const isSameBlock = (a: ComparedBlock, b: ComparedBlock): boolean =>
  a === b || JSON.stringify(a, READ) === JSON.stringify(b, READ);

const UNREAD: ReadonlySet<string> = new Set(['threads', 'side', 'suggestions', 'unchecked']);
const READ = (key: string, value: unknown): unknown => (UNREAD.has(key) ? undefined : value);
