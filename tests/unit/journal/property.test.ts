import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  applyChange,
  type Change,
  changeSchema,
  diffStories,
  fold,
  isEmptyChange,
  orderChange,
} from '../../../story/journal.ts';
import { type Story, storySchema } from '../../../story/model.ts';
import { edited, editSchema, storyArbitrary } from './edits.ts';

const edits = fc.array(editSchema, { maxLength: 25 });

test('fold(snapshot, changes) is the story, from every state on', () => {
  fc.assert(
    fc.property(storyArbitrary, edits, (start, steps) => {
      const states: Story[] = [start];
      for (const step of steps) states.push(edited(states.at(-1) as Story, step));
      const changes = states.slice(1).map((state, index) => diffStories(states[index] as Story, state));
      const end = states.at(-1) as Story;
      for (const [index, state] of states.entries()) expect(fold(state, changes.slice(index))).toEqual(end);
    }),
    { numRuns: 150 },
  );
});

test('a change survives its schema and JSON, and the story its own', () => {
  fc.assert(
    fc.property(storyArbitrary, edits, (start, steps) => {
      const end = steps.reduce(edited, start);
      expect(storySchema.parse(end)).toEqual(end);
      const change = changeSchema.parse(JSON.parse(JSON.stringify(diffStories(start, end)))) as Change;
      expect(applyChange(start, change)).toEqual(end);
    }),
    { numRuns: 150 },
  );
});

test('no difference is the empty change, and a change names nothing that stayed', () => {
  fc.assert(
    fc.property(storyArbitrary, editSchema, (start, step) => {
      expect(isEmptyChange(diffStories(start, structuredClone(start)))).toBe(true);
      const end = edited(start, step);
      const change = diffStories(start, end);
      const before = new Map(start.body.map((block) => [block.id, JSON.stringify(block)]));
      for (const block of change.blocks ?? []) expect(before.get(block.id)).not.toBe(JSON.stringify(block));
    }),
  );
});

const ids = fc.uniqueArray(fc.integer({ min: 0, max: 12 }).map(String), { maxLength: 9 });

/** Length of the longest common subsequence, the slow and obvious way. */
function commonLength(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  if (a[0] === b[0]) return 1 + commonLength(a.slice(1), b.slice(1));
  return Math.max(commonLength(a.slice(1), b), commonLength(a, b.slice(1)));
}

test('orderChange moves as few as possible, and removes exactly what went', () => {
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const { placed = [], removed = [] } = orderChange(before, after);
      expect(placed).toHaveLength(after.length - commonLength(before, after));
      expect(removed).toEqual(before.filter((id) => !after.includes(id)));
    }),
  );
});

test('orderChange turns one order into the other', () => {
  fc.assert(
    fc.property(ids, ids, (before, after) => {
      const { placed = [], removed = [] } = orderChange(before, after);
      const moving = [...removed, ...placed.map(({ id }) => id)];
      const order = before.filter((id) => !moving.includes(id));
      for (const { id, after: behind } of placed) order.splice(behind === null ? 0 : order.indexOf(behind) + 1, 0, id);
      expect(order).toEqual(after);
    }),
  );
});
