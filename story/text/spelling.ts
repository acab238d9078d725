import { z } from '../zod.ts';

/**
 * How a newsroom spells. `on`: whether texts are checked while they are written. `placement`: where the tone mark of oa, oe
 * and uy stands ("old": hòa, thúy; "new": hoà, thuý). `iy`: how a syllable that ends in a single i is written ("kĩ" or
 * "kỹ"). null leaves both ways alone.
 */
export const spellingSchema = z.strictObject({
  on: z.boolean(),
  placement: z.enum(['old', 'new']).nullable(),
  iy: z.enum(['i', 'y']).nullable(),
});
export type Spelling = z.infer<typeof spellingSchema>;
export const SPELLING: Spelling = { on: true, placement: null, iy: null };

/** The longest word that can be learnt, and how many. */
export const MAX_WORD = 60;
export const MOST_WORDS = 20_000;

/** Whether a newsroom has learnt a word: as it is written, or with its first letter large at the start of a sentence. */
export const isLearnt = (learnt: ReadonlySet<string>, word: string): boolean =>
  learnt.has(word) || learnt.has(word.charAt(0).toLowerCase() + word.slice(1));
