import { idSchema } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, MiB, nothing } from './call.ts';

/** Where a story stands in the library. */
export const shelfSchema = z.object({
  pinned: z.boolean(),
  /** In the trash since; null: not there. */
  trashedAt: instantSchema.nullable(),
  /** Last opened on this desk; null: never. */
  openedAt: instantSchema.nullable(),
});
export type ShelfView = z.infer<typeof shelfSchema>;

const story = z.strictObject({ id: idSchema });
const count = z.number().int().nonnegative();

export const shelfCalls = {
  'shelf.get': call(story, shelfSchema),
  'shelf.pin': call(z.strictObject({ id: idSchema, pinned: z.boolean() }), done),
  /** While it is being published: `stillPublishing`. */
  'shelf.trash': call(story, done),
  'shelf.restore': call(story, done),
  /** For ever, and only from the trash: else `notInTrash`. Publications, receipts and photos stay. */
  'shelf.delete': call(story, done),
  /** `kept`: those that are still being published, or that another window cannot save. */
  'shelf.emptyTrash': call(nothing, z.object({ deleted: count, kept: count })),
  /** A new draft with the same text and photos. */
  'story.duplicate': call(story, z.object({ id: idSchema })),
  /** Private notes; `at` is null where there are none. */
  'notes.get': call(story, z.object({ text: z.string(), at: instantSchema.nullable() })),
  /** Acknowledged only when it is on disk. */
  'notes.set': call(
    z.strictObject({ id: idSchema, text: z.string().max(200_000) }),
    z.object({ at: instantSchema }),
    MiB,
  ),
};
