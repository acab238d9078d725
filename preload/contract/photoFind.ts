import { hashSchema, instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call } from './call.ts';
import { photoInfoSchema } from './photos.ts';

export const PHOTO_SORTS = ['imported', 'taken', 'name', 'size'] as const;
/** noCredit: its credit line is empty; restricted: its terms forbid publishing it; ai: a model made or changed it. */
export const PHOTO_FLAGS = ['noCredit', 'restricted', 'ai'] as const;
export type PhotoFlag = (typeof PHOTO_FLAGS)[number];
const moment = z.string().regex(/^\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/);
const typeSchema = photoInfoSchema.shape.type;
const values = z.array(z.string().max(2_000)).max(50);

/** What is asked of all photos. The search language of `text`: see story/text/query.ts; by: is the photographer, tag: a keyword. */
export const photoFindSchema = z.strictObject({
  text: z.string().max(2_000),
  /** Whole values; an empty list is no filter. */
  credits: values,
  photographers: values,
  types: z.array(typeSchema).max(20),
  /** unused: no story shows it as it stands now, the trash included. Older versions may. */
  usage: z.enum(['any', 'used', 'unused']),
  /** All of them must hold. */
  flags: z.array(z.enum(PHOTO_FLAGS)).max(PHOTO_FLAGS.length),
  /** Which date `from` (inclusive) and `before` (exclusive) are about: taken, a day of where it was taken; imported, an instant. */
  dateOf: z.enum(['taken', 'imported']),
  from: moment.nullable(),
  before: moment.nullable(),
  sort: z.enum(PHOTO_SORTS),
  descending: z.boolean(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(200),
});
export type PhotoFind = z.infer<typeof photoFindSchema>;

const count = z.number().int().nonnegative();
const counts = z.array(z.object({ value: z.string(), count }));

/** A photo as the library shows it: its texts in force, long ones cut. */
export const photoRowSchema = z.object({
  id: hashSchema,
  ...photoInfoSchema.pick({ type: true, width: true, height: true, size: true, name: true }).shape,
  headline: z.string(),
  caption: z.string(),
  photographer: z.string(),
  credit: z.string(),
  /** YYYY-MM-DD, with a time where one is known; '' where nothing is. */
  taken: z.string(),
  importedAt: instantSchema.nullable(),
  flags: z.array(z.enum(PHOTO_FLAGS)),
  /** How many stories show it. */
  uses: count,
});
export type PhotoRow = z.infer<typeof photoRowSchema>;

export const photosFoundSchema = z.object({
  total: count,
  /** Soon after the start: not all photos are read yet, there may be more. */
  isCut: z.boolean(),
  rows: z.array(photoRowSchema),
  facets: z.object({
    /** Bytes of the originals of all that was found. */
    bytes: count,
    /** Of what the search gives, before the filters: the values to filter by, the most frequent, with their counts. */
    credits: counts,
    photographers: counts,
    types: counts,
    flags: counts,
  }),
});
export type PhotosFound = z.infer<typeof photosFoundSchema>;

export const photoFindCalls = {
  'photo.find': call(photoFindSchema, photosFoundSchema),
};
