import { z } from '../../../../story/zod.ts';

/** What a job has reached on a WordPress site. Kept on disk between its requests. */
const progressSchema = z.object({
  postId: z.number().int().positive().optional(),
  operation: z.enum(['created', 'updated']).optional(),
  /** The post as we know it (see postVersion): any other is somebody's change. */
  base: z.string().optional(),
  /** The version a person was shown as a conflict. */
  shown: z.string().optional(),
  /** The update was sent, and no clear refusal came back: readers may see the story. */
  live: z.boolean().optional(),
  /** The story's post is gone, and a person wants a new one. */
  anew: z.boolean().optional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Throws on what this program never wrote. */
export const parseProgress = (stored: unknown): Progress => progressSchema.parse(stored ?? {});

/** Progress once a person has decided. */
export function decided(stored: unknown, decision: 'replace' | 'anew'): Progress {
  const progress = parseProgress(stored);
  if (decision === 'anew') return { anew: true };
  return { ...progress, base: progress.shown };
}
