import { countTextWords } from '../../../story/text/counts.ts';
import type { Check } from './count.ts';

const WORDS = 12_000;
const ROUNDS = 7;

/**
 * Milliseconds that the worker's own function takes for a thousand words of such texts, in Node: the median of seven runs over
 * 12,000 words, after one that is not counted.
 */
export async function checkTime(texts: readonly string[], check: Check): Promise<number> {
  const taken: string[] = [];
  let words = 0;
  for (const text of texts) {
    if (words >= WORDS) break;
    taken.push(text);
    words += countTextWords(text);
  }
  const runs: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    for (const text of taken) await check(text);
    if (round > 0) runs.push(performance.now() - start);
  }
  const median = runs.toSorted((a, b) => a - b)[ROUNDS >> 1] as number;
  return Number(((median * 1_000) / words).toPrecision(3));
}
