import { compareStories } from '../../story/review/compare/compare.ts';
import { versionsOf } from '../../tests/bench/compare-versions.ts';

const WORDS = 12_000;
const RUNS = 5;

/**
 * Milliseconds to compare two versions of a story of 12,000 words (made text): the median of five runs, after one that is not
 * counted, for an everyday edit (every tenth paragraph), and for the worst of all pairs in tests/bench/compare-versions.ts.
 */
export function measureCompare(): { compareMs: { everyday: number; worst: number } } {
  const medians = new Map(
    Object.entries(versionsOf(1, WORDS)).map(([name, [before, after]]) => {
      compareStories(before, after);
      const runs = Array.from({ length: RUNS }, () => {
        const start = performance.now();
        compareStories(before, after);
        return performance.now() - start;
      });
      return [name, runs.toSorted((a, b) => a - b)[RUNS >> 1] as number];
    }),
  );
  const round = (ms: number) => Math.round(ms * 10) / 10;
  return {
    compareMs: { everyday: round(medians.get('tenthEdited') as number), worst: round(Math.max(...medians.values())) },
  };
}
