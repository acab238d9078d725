// node tests/bench/compare.bench.ts: one JSON line, milliseconds (median of 7 runs, and the first), milliseconds of
// processor time (median, all threads: what a busy machine changes least), and token comparisons, for each pair of versions
// of a story of 12,000 words.
import { compareStories } from '../../story/review/compare/compare.ts';
import { versionsOf } from './compare-versions.ts';

const WORDS = 12_000;
const RUNS = 7;

const figures = Object.entries(versionsOf(1, WORDS)).map(([name, [before, after]]) => {
  const effort = { comparisons: 0 };
  const runs = Array.from({ length: RUNS }, (_, run) => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    compareStories(before, after, run === 0 ? effort : undefined);
    const { user, system } = process.cpuUsage(cpu);
    return { ms: performance.now() - start, cpuMs: (user + system) / 1000 };
  });
  const [ms, cpuMs] = [median(runs.map((run) => run.ms)), median(runs.map((run) => run.cpuMs))];
  return [name, { ms, firstMs: round(runs[0]!.ms), cpuMs, comparisons: effort.comparisons }];
});
console.log(JSON.stringify({ words: WORDS, ...Object.fromEntries(figures) }));

function median(numbers: readonly number[]): number {
  return round(numbers.toSorted((a, b) => a - b)[RUNS >> 1]!);
}
function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
