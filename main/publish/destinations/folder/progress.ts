import { z } from '../../../../story/zod.ts';

/** The two files that hold the text, by the SHA-256 of their bytes. */
const versionSchema = z.object({ page: z.string(), ninjs: z.string() });
export type Version = z.infer<typeof versionSchema>;

const progressSchema = z.object({
  /** The story's folder, under the destination's. */
  folder: z.string().optional(),
  /** The instant the files carry: the same in every run of a job, so that the same bytes come out. */
  at: z.string().optional(),
  /** What this job has begun to write. */
  writing: versionSchema.optional(),
  /** What a person was shown as a conflict, and may be replaced once they said so. */
  shown: versionSchema.partial().optional(),
  replace: versionSchema.partial().optional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Throws on what this program never wrote. */
export const parseProgress = (stored: unknown): Progress => progressSchema.parse(stored ?? {});

export const versionText = ({ page, ninjs }: Version): string => `${page} ${ninjs}`;
export function parseVersion(text: string): Version {
  const [page = '', ninjs = ''] = text.split(' ');
  return { page, ninjs };
}

/** Progress once a person has decided. A folder that is gone is made again without asking: `anew` changes nothing. */
export function decided(stored: unknown, decision: 'replace' | 'anew'): Progress {
  const progress = parseProgress(stored);
  return decision === 'replace' ? { ...progress, replace: progress.shown } : progress;
}
