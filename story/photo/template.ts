import type { Language } from '../model.ts';
import { z } from '../zod.ts';
import { type PhotoField, type PhotoWords, photoText } from './facts.ts';

/** What a template can name of a photo, and the field it is. */
const MARKS = {
  photographer: 'photographer',
  credit: 'credit',
  source: 'source',
  date: 'date',
  city: 'city',
  place: 'sublocation',
  headline: 'headline',
} as const satisfies Record<string, PhotoField>;
export const TEMPLATE_MARKS = Object.keys(MARKS) as (keyof typeof MARKS)[];

/** How a house writes captions; what is absent: as is usual in the story's language. `limit`: of a caption, in characters as a reader counts them. */
export const captionHouseSchema = z.strictObject({
  caption: z.string().max(500).optional(),
  credit: z.string().max(200).optional(),
  limit: z.number().int().min(40).max(2000).optional(),
});
export type CaptionHouse = z.infer<typeof captionHouseSchema>;
/** Longer captions are cut off on phones; an alt text longer than this is read aloud in one breath no more. */
export const CAPTION_LIMIT = 220;
export const ALT_LIMIT = 125;

const USUAL: Readonly<Record<Language, { caption: string; credit: string }>> = {
  vi: { caption: '[Ai, làm gì] tại {place}, {city}, ngày {date}.', credit: 'Ảnh: {photographer}' },
  en: { caption: '[Who does what] at {place}, {city}, on {date}.', credit: 'Photo: {photographer}' },
};
/** The house's templates for a story in a language; '' is none. */
export const templatesOf = (house: CaptionHouse | undefined, language: Language) => ({
  caption: house?.caption ?? USUAL[language].caption,
  credit: house?.credit ?? USUAL[language].credit,
});

/** The first thing that a template has left to be written in a text: a mark without a value, a hint in square brackets. */
export function leftOpen(text: string): { from: number; to: number; words: string } | null {
  const match = /\{\p{L}+\}|\[[^[\]]{3,}\]/u.exec(text);
  return match && { from: match.index, to: match.index + match[0].length, words: match[0] };
}

/** A template with what is in force of a photo. A mark without a value stays, to be seen; so does one that is none. */
export const fillTemplate = (template: string, photo: PhotoWords, language: Language): string =>
  template
    .replace(/\{(\w+)\}/g, (mark, name: string) =>
      Object.hasOwn(MARKS, name) ? markValue(photo, name as keyof typeof MARKS, language) || mark : mark,
    )
    .trim();

/** The same for a credit: '' where something is left open, since half a credit is a wrong one. */
export function fillCredit(template: string, photo: PhotoWords, language: Language): string {
  const filled = fillTemplate(template, photo, language);
  return leftOpen(filled) ? '' : filled;
}

function markValue(photo: PhotoWords, mark: keyof typeof MARKS, language: Language): string {
  const value = photoText(photo, MARKS[mark]).trim();
  if (mark === 'date') return dayOf(value, language);
  // Files say "Ảnh: Tùng Vân", too; the template says it already.
  return mark === 'credit' || mark === 'photographer' ? value.replace(/^(?:Ảnh|Photo)\s*:\s*/iu, '') : value;
}

/** "2026-11-05T07:30:00+07:00" as a reader writes that day; what is no date stays as it is. */
function dayOf(value: string, language: Language): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return value;
  if (language === 'vi') return `${Number(day)}/${Number(month)}/${year}`;
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
