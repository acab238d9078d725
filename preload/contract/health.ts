import { z } from '../../story/zod.ts';
import { call, nothing } from './call.ts';

/** How the computer is doing under the library. */
export const healthSchema = z.object({
  /** The disk that the library is on; null: it does not tell. */
  disk: z.object({ isLow: z.boolean(), freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  /**
   * What the clock did: set back or forward by so many milliseconds while the program ran; or it stands before the newest
   * instant in the library by so many. null: nothing.
   */
  clock: z.object({ what: z.enum(['back', 'forward', 'behind']), ms: z.number() }).nullable(),
});
export type Health = z.infer<typeof healthSchema>;

export const healthCalls = {
  /** Looks at the disk anew. */
  'health.read': call(nothing, healthSchema),
};
