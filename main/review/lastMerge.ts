import type { LastMerge, Result } from '../../preload/contract.ts';
import { storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { readJson, type Values, writeJson } from './values.ts';

const keptSchema = z.object({
  id: z.string(),
  name: z.string(),
  base: storySchema,
  ours: storySchema,
  theirs: storySchema,
});

/** Keeps the three versions of a story that a merge is made of, so that they can be compared afterwards; the last ones only. */
export const keepLastMerge = (store: Values, merge: LastMerge): Promise<Result<null>> =>
  writeJson(store, `lastMerge.${merge.ours.id}`, merge);

/** null: nothing came in that was merged, or an older program kept it. */
export const lastMergeOf = (store: Values, storyId: string): Promise<LastMerge | null> =>
  readJson(store, `lastMerge.${storyId}`, keptSchema);
