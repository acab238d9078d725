import type { Fields } from '../model.ts';
import { fold } from './fold.ts';

// Device names that Windows refuses as file names, with any extension.
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

// Letters of foreign names that Unicode does not take apart.
const WITHOUT_MARK: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', æ: 'ae', œ: 'oe', ß: 'ss' };

function asciiWords(text: string, max: number, otherwise: string): string {
  const words = fold(text.normalize('NFKC'))
    .replace(/[øłæœß]/g, (letter) => WITHOUT_MARK[letter] ?? '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  const cut = words.length <= max ? words : cutAtWord(words, max);
  if (cut === '') return otherwise;
  return RESERVED.test(cut) ? `${cut}-${otherwise}` : cut;
}

function cutAtWord(words: string, max: number): string {
  const head = words.slice(0, max);
  const border = words[max] === '-' ? max : head.lastIndexOf('-');
  return border > 0 ? head.slice(0, border) : head;
}

/**
 * The slug of a headline: a-z, 0-9 and single hyphens, diacritics and đ folded, at most `max` characters, cut at the end
 * of a word. Never empty, and never a name that a file system refuses: without a letter or digit it is "bai-viet".
 */
export const slugOf = (headline: string, max = 80): string => asciiWords(headline, max, 'bai-viet');

/** Whether somebody gave the story a slug of its own; else it follows the headline. */
export const hasOwnSlug = ({ slug }: Pick<Fields, 'slug'>): boolean => /[a-z0-9]/.test(fold(slug.normalize('NFKC')));

/** The story's slug: its own, in the form of one, else the headline's. */
export const storySlug = (fields: Pick<Fields, 'slug' | 'headline'>, max = 80): string =>
  slugOf(hasOwnSlug(fields) ? fields.slug : fields.headline, max);

/** An ASCII file name for a photo: `name` (its own extension dropped) folded as a slug, and `ext` ("jpg" or ".jpg"). */
export function asciiFileName(name: string, ext: string): string {
  const stem = name.replace(/\.[a-z0-9]{1,5}$/i, '');
  const ending = ext.toLowerCase().replace(/[^a-z0-9]/g, '');
  return `${asciiWords(stem, 60, 'anh')}${ending && `.${ending}`}`;
}
