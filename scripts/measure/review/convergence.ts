import type { Block, Story } from '../../../story/model.ts';
import { mergeStories } from '../../../story/review/merge.ts';
import { storyOfWords } from '../../../tests/bench/typist.ts';
import { converge } from '../../../tests/unit/review/convergence/converge.ts';

/** Acts and deliveries of one run: more than the test's, so that rarer meetings happen. */
const STEPS = 60;

/** Three people at work on one story, so many times: how often they end with different texts, and with a word lost. */
export async function measureConvergence(runs: number): Promise<{ runs: number; diverged: number; lost: number }> {
  const found = { runs, diverged: 0, lost: 0 };
  for (let seed = 0; seed < runs; seed++) {
    const { diverged, lost, early } = await converge(seed, STEPS);
    if (diverged) found.diverged++;
    if (lost.length + early.length > 0) found.lost++;
  }
  return found;
}

const WORDS = 12_000;
const CHANGES = 200;
const TIMES = 7;

/** Milliseconds to merge two versions of a story of 12,000 words with 200 changes on each side: the median of seven. */
export function measureMerge(): number {
  const base = storyOfWords(1, WORDS);
  const [ours, theirs] = [changed(base, 0, 'ta'), changed(base, 1, 'bạn')];
  const times = Array.from({ length: TIMES }, () => {
    // Versions that nobody has looked at: what a merge knows of the same ones again is not to count.
    const [b, o, t] = structuredClone([base, ours, theirs] as const);
    const start = performance.now();
    mergeStories(b, o, t, { theirName: 'Lan', at: '2026-10-02T01:00:00.000Z' });
    return performance.now() - start;
  });
  return Math.round((times.toSorted((a, b) => a - b)[TIMES >> 1] as number) * 10) / 10;
}

/** A word typed at so many places, spread over the story; `shift`: where in a paragraph, so that both sides meet in each. */
function changed(story: Story, shift: number, word: string): Story {
  const texts = story.body.filter((block) => 'runs' in block && block.runs.length > 0).length;
  const each = Math.ceil(CHANGES / texts);
  let left = CHANGES;
  const body = story.body.map((block): Block => {
    if (!('runs' in block) || left <= 0) return block;
    let times = Math.min(each, left);
    left -= times;
    const runs = block.runs.map((run) => {
      const words = run.text.split(' ');
      for (let at = shift + 1; times > 0 && at < words.length; at += 4, times--) words.splice(at, 0, word);
      return { ...run, text: words.join(' ') };
    });
    return { ...block, runs };
  });
  return { ...story, body };
}
