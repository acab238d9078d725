import { idSchema } from '../../story/ids.ts';
import { storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, MiB, seq } from './call.ts';

/** A story that came back (or came new) in a `.copydesk` file; the window merges it into what is open. */
export const handoffSchema = z.object({
  storyId: idSchema,
  /** There was no such story here; it has been added to the library. */
  isNew: z.boolean(),
  base: storySchema,
  theirs: storySchema,
  from: z.object({ name: z.string(), fingerprint: z.string() }),
  /** valid: signed by the key in the file. known: a key seen before under this name. */
  signature: z.enum(['valid', 'known']),
});
export type Handoff = z.infer<typeof handoffSchema>;

export const reviewCalls = {
  /** A save dialog, then one `.copydesk` file of the story as stored at `seq`. */
  'review.send': call(z.strictObject({ storyId: idSchema, seq }), z.object({ path: z.string() })),
  /** An open dialog (or the file the program was started with), checked and read. */
  'review.receive': call(z.strictObject({ pending: z.boolean() }), handoffSchema, 1024),
  /** The merge of a received story is stored: its version becomes the base of the next one. */
  'review.merged': call(z.strictObject({ storyId: idSchema, theirs: storySchema }), done, 64 * MiB),
};
