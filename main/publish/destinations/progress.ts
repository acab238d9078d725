import { z } from '../../../story/zod.ts';

/** What a job has reached at a destination that holds one remote story. Kept on disk between its requests. */
const progressSchema = z.object({
  remoteId: z.string().optional(),
  operation: z.enum(['created', 'updated']).optional(),
  /** The remote story as we know it: any other version is somebody's change. */
  base: z.string().optional(),
  /** The version a person was shown as a conflict. */
  shown: z.string().optional(),
  /** The update was sent, and no clear refusal came back: readers may see the story. */
  live: z.boolean().optional(),
  /** A draft is being asked for: without a `remoteId`, nobody knows whether there is one. */
  asked: z.boolean().optional(),
  /** A draft was asked for whose answer never came, and none was found: the server may yet make it. */
  lost: z.boolean().optional(),
  /** The remote story is gone, and a person wants a new one. */
  anew: z.boolean().optional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Jobs of earlier versions knew the post of a WordPress by its number. */
const earlierSchema = z.looseObject({ postId: z.number() });

/** Throws on what this program never wrote. */
export function parseProgress(stored: unknown): Progress {
  const earlier = earlierSchema.safeParse(stored);
  return progressSchema.parse(
    earlier.success ? { ...earlier.data, remoteId: String(earlier.data.postId) } : (stored ?? {}),
  );
}

/** Progress once a person has decided. */
export function decided(stored: unknown, decision: 'replace' | 'anew'): Progress {
  const progress = parseProgress(stored);
  if (decision === 'anew') return { anew: true };
  return { ...progress, base: progress.shown };
}
