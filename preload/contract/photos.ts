import { hashSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, MiB, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

/** What a photo's file can say of it, by the IPTC Photo Metadata Standard; `aiLabel`: its digital source type. */
export const PHOTO_FIELDS = [
  'headline',
  'caption',
  'captionWriter',
  'photographer',
  'credit',
  'source',
  'copyright',
  'usageTerms',
  'instructions',
  'date',
  'sublocation',
  'city',
  'province',
  'country',
  'keywords',
  'alt',
  'longDescription',
  'aiLabel',
] as const;
export type PhotoField = (typeof PHOTO_FIELDS)[number];
/** Which standard a field was read from. */
export const METADATA_SOURCES = ['xmp', 'iim', 'exif'] as const;

const factsSchema = z.partialRecord(
  z.enum(PHOTO_FIELDS),
  z.object({ value: z.string(), from: z.enum(METADATA_SOURCES) }),
);
export type PhotoFacts = z.infer<typeof factsSchema>;

/** What a photo's file says of it; empty strings where it says nothing. */
export const photoInfoSchema = z.object({
  hash: hashSchema,
  type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif', 'image/heic']),
  /** Pixels, upright (orientation applied). */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Bytes of the original. */
  size: z.number().int().positive(),
  name: z.string(),
  caption: z.string(),
  credit: z.string(),
  copyright: z.string(),
  alt: z.string(),
  photographer: z.string(),
  /** Everything its file says, and where; absent for photos taken in before it was read. */
  facts: factsSchema.optional(),
});
export type PhotoInfo = z.infer<typeof photoInfoSchema>;

export const photoCalls = {
  'photo.import': call(
    z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
    photoInfoSchema,
    200 * MiB,
  ),
  /** A file dialog; each chosen file is imported, or fails for itself. */
  'photo.choose': call(
    nothing,
    z.array(
      z.union([
        z.object({ ok: z.literal(true), value: photoInfoSchema }),
        z.object({ ok: z.literal(false), code: errorCodeSchema, detail: z.string().optional() }),
      ]),
    ),
  ),
};
