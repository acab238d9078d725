import { hashSchema, instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { MAX_NAME } from './tar.ts';

/**
 * A `.copydesk-backup` is a tar file: `recovery/…`, `library.db`, `photos/ab/HASH`, `templates/…`, and behind them, in this
 * order, `manifest.json` (this schema), which names every one of them, and `end`, which seals the manifest. A file that
 * was cut off has no end; in one that was changed, a SHA-256 does not fit.
 */
export const manifestSchema = z.object({
  format: z.literal('copydesk-backup'),
  version: z.number().int().positive(),
  /** When library.db was copied: everything saved until then is in it. */
  at: instantSchema,
  /** The version of the program that wrote it. */
  program: z.string().max(100),
  /** The schema of its library.db. */
  schema: z.number().int().positive(),
  stories: z.number().int().nonnegative(),
  photos: z.number().int().nonnegative(),
  entries: z.array(z.object({ name: z.string(), size: z.number().int().nonnegative(), sha256: hashSchema })),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Entry = Manifest['entries'][number];
export const FORMAT_VERSION = 1;

export const DATABASE = 'library.db';
export const MANIFEST = 'manifest.json';
export const END = 'end';
/** Bytes of a manifest at most: a million photos. */
export const MAX_MANIFEST_BYTES = 256 * 1024 * 1024;

/** The text of the end mark. `sha256`: of the manifest's bytes, lower-case hex. */
export const endMark = (sha256: string): string => `${sha256}\nend of copydesk-backup\n`;

export const FOLDERS = ['recovery', 'photos', 'templates'] as const;
const PHOTO = /^photos\/([0-9a-f]{2})\/(\1[0-9a-f]{62})$/;
const SEGMENT = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_ .,()-]*$/u;
/** Device names that Windows opens in place of a file. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Files that are being written: of no use to anybody. */
export const isUnfinished = (name: string): boolean =>
  /\.(tmp|part)$/.test(name) || name.startsWith('photos/incoming/');

/** Whether a name may stand in a backup, and so in a library's folder: nothing outside it, nothing that a system refuses. */
export function isEntryName(name: string): boolean {
  if (name === DATABASE || PHOTO.test(name)) return true;
  const [folder, ...rest] = name.split('/');
  if (folder !== 'recovery' && folder !== 'templates') return false;
  if (rest.length < 1 || rest.length > 3 || Buffer.byteLength(name) > MAX_NAME) return false;
  if (isUnfinished(name)) return false;
  return rest.every((part) => SEGMENT.test(part) && !/[. ]$/.test(part) && !DEVICE.test(part));
}

/** The SHA-256 that a photo's name promises; null for another entry. */
export const photoHash = (name: string): string | null => PHOTO.exec(name)?.[2] ?? null;
