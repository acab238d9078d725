import { instantSchema } from '../model.ts';
import { z } from '../zod.ts';

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

export const photoFactsSchema = z.partialRecord(
  z.enum(PHOTO_FIELDS),
  z.object({ value: z.string(), from: z.enum(METADATA_SOURCES) }),
);
export type PhotoFacts = z.infer<typeof photoFactsSchema>;

/** What a person wrote, or (the file's own value again) checked; `by`: the name at that time. */
export const photoEditsSchema = z.partialRecord(
  z.enum(PHOTO_FIELDS),
  z.object({ value: z.string().max(20_000), by: z.string(), at: instantSchema }),
);
export type PhotoEdits = z.infer<typeof photoEditsSchema>;

/** The texts of a photo as its row has them; the five by name are from before `facts` were read. */
export type PhotoWords = {
  caption: string;
  credit: string;
  copyright: string;
  alt: string;
  photographer: string;
  facts?: PhotoFacts | undefined;
  edits?: PhotoEdits | undefined;
};

/** A field of a photo as it is in force: what a person wrote, else what the file says; '' where neither says anything. */
export function photoText(photo: PhotoWords, field: PhotoField): string {
  const edit = photo.edits?.[field];
  if (edit) return edit.value;
  const fact = photo.facts?.[field];
  if (fact) return fact.value;
  const old: Partial<Record<PhotoField, string>> = photo;
  return photo.facts ? '' : (old[field] ?? '');
}
