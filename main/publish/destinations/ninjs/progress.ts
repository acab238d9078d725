import { z } from '../../../../story/zod.ts';

const addressesSchema = z.object({ readers: z.string().nullable(), data: z.string().nullable() });
export type Addresses = z.infer<typeof addressesSchema>;

/** What a job has reached at a receiver. Kept on disk between its requests. */
const progressSchema = z.object({
  /** The instant the item carries: the same in every run, so that the same bytes go out. */
  at: z.string().optional(),
  /** What a person was shown as a conflict, and what may be replaced since they said so. */
  shown: z.string().optional(),
  base: z.string().optional(),
  /** The item is gone there, and a person wants it there again. */
  anew: z.boolean().optional(),
  /** The item was sent, and no clear refusal came back: readers may see the story. */
  live: z.boolean().optional(),
  /** The receiver has it. */
  accepted: addressesSchema.optional(),
});
export type Progress = z.infer<typeof progressSchema>;

/** Throws on what this program never wrote. */
export const parseProgress = (stored: unknown): Progress => progressSchema.parse(stored ?? {});

/** Progress once a person has decided. */
export function decided(stored: unknown, decision: 'replace' | 'anew'): Progress {
  const { at: _, ...progress } = parseProgress(stored);
  return decision === 'anew' ? { anew: true } : { ...progress, base: progress.shown };
}

/** A receipt's remoteVersion: the item's version, the fingerprint of what it says and where it can be asked for, if it can. */
export type RemoteVersion = { version: string; fingerprint: string; address: string };
export const versionText = ({ version, fingerprint, address }: RemoteVersion): string =>
  `${version} ${fingerprint} ${address}`.trim();
export function parseVersion(text: string): RemoteVersion {
  const [version = '', fingerprint = '', address = ''] = text.split(' ');
  return { version, fingerprint, address };
}
