import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Story, storySchema } from '../../../story/model.ts';
import { resolveConflict } from '../../../story/review/merge.ts';
import { acts, edited, start } from './edits.ts';
import { conflictsOf, everything, merge, words } from './kit.ts';

const RUNS = { numRuns: Number(process.env.RUNS ?? 400) };
const wordsOf = (of: Story) => new Set(words(everything(of)));
const missing = (wanted: Iterable<string>, of: Story): string[] => {
  const there = wordsOf(of);
  return [...wanted].filter((word) => !there.has(word));
};

test('no word of either side is ever absent', () => {
  fc.assert(
    fc.property(acts, acts, (a, b) => {
      const [ours, theirs] = [edited(start, a, 'o'), edited(start, b, 't')];
      const { story: merged, conflicts } = merge(start, ours, theirs);
      const [base, our, their] = [wordsOf(start), wordsOf(ours), wordsOf(theirs)];
      expect(
        missing(
          [...our].filter((word) => !base.has(word) || their.has(word)),
          merged,
        ),
      ).toEqual([]);
      expect(
        missing(
          [...their].filter((word) => !base.has(word)),
          merged,
        ),
      ).toEqual([]);
      expect(storySchema.parse(merged)).toEqual(merged);
      expect(new Set(merged.body.map((block) => block.id)).size).toBe(merged.body.length);
      for (const conflict of conflicts) {
        expect(merged.threads[conflict.id]).toEqual(conflict);
        const { anchor } = conflict;
        if ('block' in anchor) expect(merged.body.map((block) => block.id)).toContain(anchor.block);
      }
    }),
    RUNS,
  );
});

test('where one side did nothing, the other side is the result', () => {
  fc.assert(
    fc.property(acts, (list) => {
      const side = edited(start, list, 'o');
      expect(merge(start, side, start)).toEqual({ story: side, conflicts: [], changedBlocks: 0 });
      expect(merge(start, start, side)).toMatchObject({ story: side, conflicts: [] });
      expect(merge(start, side, side)).toEqual({ story: side, conflicts: [], changedBlocks: 0 });
    }),
    RUNS,
  );
});

// With the old base, that is: the hand-off gives `theirs` as base where it was merged before, and then nothing happens.
test('merged twice from the same base, nothing is lost', () => {
  fc.assert(
    fc.property(acts, acts, (a, b) => {
      const [ours, theirs] = [edited(start, a, 'o'), edited(start, b, 't')];
      const once = merge(start, ours, theirs).story;
      const twice = merge(start, once, theirs);
      expect(missing(wordsOf(once), twice.story)).toEqual([]);
      expect(merge(theirs, once, theirs)).toEqual({ story: once, conflicts: [], changedBlocks: 0 });
    }),
    RUNS,
  );
});

test('a decided conflict leaves no mark, and "both" leaves every word', () => {
  fc.assert(
    fc.property(acts, acts, fc.constantFrom('ours', 'theirs', 'both'), (a, b, choice) => {
      const merged = merge(start, edited(start, a, 'o'), edited(start, b, 't')).story;
      const decided = conflictsOf(merged).reduce((now, { id }) => resolveConflict(now, id, choice), merged);
      expect(conflictsOf(decided).filter((thread) => !thread.resolved)).toEqual([]);
      expect(JSON.stringify(decided.body)).not.toMatch(/"(side|threads)"/);
      expect(storySchema.parse(decided)).toEqual(decided);
      if (choice === 'both') expect(missing(wordsOf(merged), { ...decided, threads: {} })).toEqual([]);
    }),
    RUNS,
  );
});
