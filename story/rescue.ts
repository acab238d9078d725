import { applyChange, type Change } from './journal.ts';
import type { Block, Story } from './model.ts';

/**
 * The story with changes that came behind a gap in its journal: each block that such a change writes stands whole in it, so
 * most of what was typed there can still be put in its place. What would go behind a block that is lost goes to the end;
 * what cannot be placed at all is left out. Never throws.
 */
export function foldLoosely(story: Story, changes: readonly Change[]): Story {
  return changes.reduce((now, change) => {
    try {
      return applyChange(now, change);
    } catch {
      return applyChange(now, fitted(now.body, change));
    }
  }, story);
}

/** The same change, with only such places as there are. */
function fitted(body: readonly Block[], change: Change): Change {
  const here = new Set(body.map((block) => block.id));
  const removed = change.removed?.filter((id) => here.has(id)) ?? [];
  const written = new Map(change.blocks?.map((block) => [block.id, block]));
  const staying = body.map((block) => block.id).filter((id) => !removed.includes(id));
  const moving = new Set(change.placed?.map((place) => place.id).filter((id) => here.has(id) || written.has(id)));
  const standing = new Set(staying.filter((id) => !moving.has(id)));
  let last = staying.filter((id) => !moving.has(id)).at(-1) ?? null;
  const placed: NonNullable<Change['placed']> = [];
  const put = (id: string, after: string | null) => {
    const behind = after === null || standing.has(after) ? after : last;
    placed.push({ id, after: behind });
    standing.add(id);
    if (behind === last) last = id;
  };
  for (const { id, after } of change.placed ?? []) if (moving.has(id) && !standing.has(id)) put(id, after);
  for (const id of written.keys()) if (!standing.has(id) && !removed.includes(id)) put(id, last);
  return { ...change, removed, placed };
}
