import { compareStories } from '../../story/review/compare/compare.ts';
import { compareThree } from '../../story/review/compare/three.ts';
import { compareFacts } from '../../story/review/facts/compare.ts';
import { versionsOf } from '../../tests/bench/compare-versions.ts';

const WORDS = 12_000;
const RUNS = 5;

type Figures = { everyday: number; worst: number; three: number; facts: number };

/**
 * Milliseconds to compare two versions of a story of 12,000 words (made text): the median of five runs, after one that is not
 * counted, for an everyday edit (every tenth paragraph), and for the worst of all pairs in tests/bench/compare-versions.ts.
 * `three`: the everyday edit beside one of every paragraph; `facts`: the facts that the everyday edit changed.
 */
export function measureCompare(): { compareMs: Figures } {
  const pairs = versionsOf(1, WORDS);
  const medians = Object.values(pairs).map(([before, after]) => median(() => compareStories(before, after)));
  const [before, after] = pairs.tenthEdited!;
  const theirs = pairs.everyParagraphEdited![1];
  return {
    compareMs: {
      everyday: median(() => compareStories(before, after)),
      worst: Math.max(...medians),
      three: median(() => compareThree(before, after, theirs)),
      facts: median(() => compareFacts(before, after)),
    },
  };
}

function median(work: () => void): number {
  work();
  const runs = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.round((runs.toSorted((a, b) => a - b)[RUNS >> 1] ?? 0) * 10) / 10;
}
