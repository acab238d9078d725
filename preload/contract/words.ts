import { MAX_WORD } from '../../story/text/spelling.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';

const word = z
  .string()
  .max(MAX_WORD)
  .regex(/^[\p{L}\p{M}\p{N}'’]+$/u);

/** The words that the newsroom has learnt. */
export const wordCalls = {
  'word.list': call(nothing, z.object({ words: z.array(z.string()) })),
  'word.learn': call(z.strictObject({ word }), done),
  'word.forget': call(z.strictObject({ word }), done),
};
