import { idSchema } from '../../story/ids.ts';
import { changeSchema } from '../../story/journal.ts';
import { instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, MiB, nothing, seq } from './call.ts';

export const openedStorySchema = z.object({
  story: storySchema,
  /** Sequence number of the last record folded in. */
  seq,
  readOnly: z.boolean(),
  /** What was wrong when it was opened, if anything: the intact part is shown, the rest is kept aside. */
  problem: z.enum(['damaged', 'newerSchema']).nullable(),
});
export type OpenedStory = z.infer<typeof openedStorySchema>;

export const libraryCalls = {
  'story.create': call(nothing, z.object({ id: idSchema })),
  /** For editing: a story has one window at a time. Open in another one: `openElsewhere`, unless `take` and it can let go. */
  'story.open': call(z.strictObject({ id: idSchema, take: z.boolean().optional() }), openedStorySchema),
  /** This window has saved the story and let it go. */
  'story.leave': call(z.strictObject({ id: idSchema }), done),
  /** Acknowledged only when it is on disk. `expectedSeq` is the last number this window knows: else `stale`. */
  'story.append': call(
    z.strictObject({ id: idSchema, expectedSeq: seq, change: changeSchema }),
    z.object({ seq, at: instantSchema }),
    64 * MiB,
  ),
  /** Writes a snapshot and the recovery copy. */
  'story.checkpoint': call(z.strictObject({ id: idSchema }), done),
};
