import { describe, expect, test } from 'vitest';
import { isSound } from '../../../../story/formats/copydesk/clean.ts';
import { storySchema } from '../../../../story/model.ts';
import { converge } from './converge.ts';

const RUNS = Number(process.env.RUNS ?? 500);
const AT_ONCE = 100;

describe('three people who exchange hand-offs in any order end with one text, and with every word nobody took out', () => {
  test.each(Array.from({ length: RUNS / AT_ONCE }, (_, index) => index * AT_ONCE))('runs from %i', async (first) => {
    for (let seed = first; seed < first + AT_ONCE; seed++) {
      const { stories, ...outcome } = await converge(seed);
      expect({ seed, ...outcome }).toEqual({ seed, diverged: false, lost: [], early: [] });
      expect(storySchema.safeParse(stories[0]).error).toBeUndefined();
      expect(isSound(stories[0]!), `seed ${seed}`).toBe(true);
    }
  });
});
