import { z } from '../../story/zod.ts';

/** One call: its input, its output, and the most bytes its input may have. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, maxBytes = 256 * 1024) => ({
  input,
  output,
  maxBytes,
});
export const MiB = 1024 * 1024;

export const nothing = z.strictObject({});
export const done = z.null();
export const seq = z.number().int().nonnegative();
export const name = z.string().trim().min(1).max(200);
