import { type LastMerge, lastMergeSchema, type Result } from '../../preload/contract.ts';
import { readJson, type Values, writeJson } from './values.ts';

/** Keeps the three versions of a story that a merge is made of, so that they can be compared afterwards; of the last one only. */
export const keepLastMerge = (store: Values, merge: LastMerge): Promise<Result<null>> =>
  writeJson(store, `lastMerge.${merge.ours.id}`, merge);

/** null: nothing that came in was merged, or it was kept in a form that is not read any more. */
export const lastMergeOf = (store: Values, storyId: string): Promise<LastMerge | null> =>
  readJson(store, `lastMerge.${storyId}`, lastMergeSchema);
