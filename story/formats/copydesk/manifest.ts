import { idSchema } from '../../ids.ts';
import { hashSchema, instantSchema } from '../../model.ts';
import { z } from '../../zod.ts';

/** The version of the file's format, not of the story in it. The first one had no note, and is read all the same. */
export const FORMAT = 2;

/** So many versions a hand-off remembers; an older base than these is not recognised, which loses nothing. */
export const MOST_LINEAGE = 1000;

/** What goes with a story: who it is for and what to look at; both may be empty. */
export const noteSchema = z.strictObject({ to: z.string().max(200), text: z.string().max(4000) });
export type HandoffNote = z.infer<typeof noteSchema>;
export const NO_NOTE: HandoffNote = { to: '', text: '' };

/** What the signature stands for: everything else in the file by its hash. */
export const manifestSchema = z.strictObject({
  format: z.literal([1, FORMAT]),
  storyId: idSchema,
  madeAt: instantSchema,
  /** publicKey: the raw Ed25519 key, 32 bytes in base64. */
  from: z.strictObject({ name: z.string().max(200), publicKey: z.base64().max(64) }),
  note: noteSchema.optional(),
  /** SHA-256 of `story.json` and `base.json`: the names of these versions on every desk. */
  story: hashSchema,
  base: hashSchema,
  /** Versions that `story` comes from, oldest first: what its desk sent and merged. */
  lineage: z.array(hashSchema).max(MOST_LINEAGE),
  /** The originals, each an entry `photos/HASH`; `name` is its file's name where it came from. */
  photos: z.array(z.strictObject({ hash: hashSchema, name: z.string().max(500) })).max(500),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Bytes, after unpacking, at most. */
export const LIMITS = {
  manifest: 1024 * 1024,
  json: 64 * 1024 * 1024,
  photo: 150 * 1024 * 1024,
  all: 1024 ** 3,
} as const;
/** Bytes of a whole file at most. */
export const MAX_HANDOFF_BYTES = LIMITS.all;

/** The size an entry may have, or null for a name that no hand-off holds. */
export function entryLimit(name: string): number | null {
  if (name === 'manifest.json' || name === 'signature') return LIMITS.manifest;
  if (name === 'story.json' || name === 'base.json') return LIMITS.json;
  return /^photos\/[0-9a-f]{64}$/.test(name) ? LIMITS.photo : null;
}
