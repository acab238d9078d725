// node tests/bench/compare.bench.ts: one JSON line, milliseconds (median of 7 runs, and the first) and token comparisons
// for each pair of versions of a story of 12,000 words.
import { compareStories } from '../../story/review/compare/compare.ts';
import { versionsOf } from './compare-versions.ts';

const WORDS = 12_000;
const RUNS = 7;

const figures = Object.entries(versionsOf(1, WORDS)).map(([name, [before, after]]) => {
  const effort = { comparisons: 0 };
  const times = Array.from({ length: RUNS }, (_, run) => {
    const start = performance.now();
    compareStories(before, after, run === 0 ? effort : undefined);
    return performance.now() - start;
  });
  const median = times.toSorted((a, b) => a - b)[RUNS >> 1]!;
  return [name, { ms: round(median), firstMs: round(times[0]!), comparisons: effort.comparisons }];
});
console.log(JSON.stringify({ words: WORDS, ...Object.fromEntries(figures) }));

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
