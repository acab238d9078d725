import { describe, expect, it } from 'vitest';
import { compareStories } from '../../../story/review/compare/compare.ts';
import { versionsOf } from '../../bench/compare-versions.ts';

const SMALL = 3_000;
const FACTOR = 4;
/** Quadratic work would grow by 16. */
const MOST_GROWTH = 1.5 * FACTOR;
/** In one endless paragraph the search gives up at so many comparisons a word. */
const MOST_PER_WORD = 600;

const comparisons = ([before, after]: Parameters<typeof compareStories>): number => {
  const effort = { comparisons: 0 };
  compareStories(before, after, effort);
  return effort.comparisons;
};

describe('the work of comparing long stories', () => {
  const small = versionsOf(1, SMALL);
  const large = versionsOf(1, SMALL * FACTOR);

  it.each(Object.keys(small))('%s: stays in proportion to the words', (name) => {
    const work = comparisons(large[name]!);
    expect(work).toBeLessThan(MOST_PER_WORD * SMALL * FACTOR);
    if (name.startsWith('oneParagraph')) return;
    expect(work).toBeLessThanOrEqual(Math.max(MOST_GROWTH * comparisons(small[name]!), 100_000));
  });

  it('is nothing where nothing changed', () => {
    expect(comparisons(large.equal!)).toBe(0);
  });
});
