import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema, SHOWN_STATUSES } from '../../story/model.ts';
import { PHOTO_FIELDS, photoEditsSchema, photoFactsSchema } from '../../story/photo/facts.ts';
import { z } from '../../story/zod.ts';
import { call, MiB, nothing } from './call.ts';

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
  facts: photoFactsSchema.optional(),
  /** What people wrote and checked since. */
  edits: photoEditsSchema.optional(),
  /** Its file holds Content Credentials (C2PA). They are not verified here. */
  c2pa: z.literal(true).optional(),
  /** When it was taken in; absent for photos of earlier versions. */
  importedAt: instantSchema.optional(),
});
export type { PhotoFacts, PhotoField } from '../../story/photo/facts.ts';
export type PhotoInfo = z.infer<typeof photoInfoSchema>;

/** Files that a person has shown the program, by number; `isCut`: there are more than a sheet holds. */
export const sheetSchema = z.object({
  id: z.uuid(),
  entries: z.array(z.object({ name: z.string(), size: z.number(), modifiedAt: instantSchema })),
  isCut: z.boolean(),
});
export type Sheet = z.infer<typeof sheetSchema>;

/** A story that shows a photo now. */
export const photoUseSchema = z.object({
  storyId: idSchema,
  headline: z.string(),
  status: z.enum(SHOWN_STATUSES),
  inTrash: z.boolean(),
});
export type PhotoUse = z.infer<typeof photoUseSchema>;

export const photoCalls = {
  'photo.get': call(z.strictObject({ hash: hashSchema }), photoInfoSchema),
  /** A person writes a field of a photo, or (its own value again) says it is right. */
  'photo.describe': call(
    z.strictObject({ hash: hashSchema, field: z.enum(PHOTO_FIELDS), value: z.string().max(20_000) }),
    photoInfoSchema,
  ),
  /** Every story that shows it, the last changed first. */
  'photo.uses': call(z.strictObject({ hash: hashSchema }), z.array(photoUseSchema)),
  /** A file that was dropped. The preload alone makes this call: from a File, never from what the page says. */
  'photo.file': call(z.strictObject({ path: z.string().min(1).max(4096) }), photoInfoSchema),
  'photo.import': call(
    z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
    photoInfoSchema,
    200 * MiB,
  ),
  /** A file dialog: what was chosen, to be taken in one by one. */
  'photo.choose': call(nothing, sheetSchema),
  /** A folder dialog, or a card that is plugged in: every picture there. null: cancelled. */
  'photo.folder': call(z.strictObject({ card: z.number().int().nullable() }), sheetSchema.nullable()),
  /** Memory cards and cameras that are plugged in. */
  'photo.cards': call(nothing, z.array(z.object({ id: z.number().int(), name: z.string() }))),
  /** Which entries of a sheet the library has already, told by their content. */
  'photo.known': call(
    z.strictObject({
      sheet: z.uuid(),
      from: z.number().int().nonnegative(),
      count: z.number().int().positive().max(100),
    }),
    z.array(z.number().int()),
  ),
  /** Takes an entry of a sheet in. */
  'photo.take': call(z.strictObject({ sheet: z.uuid(), index: z.number().int().nonnegative() }), photoInfoSchema),
};
