import { fold } from '../text/fold.ts';
import { type PhotoWords, photoText } from './facts.ts';

/** Where a photo says how it may be used. */
export const TERMS_FIELDS = ['usageTerms', 'instructions'] as const;
export type TermsField = (typeof TERMS_FIELDS)[number];
/** `words`: what of the field forbids it, as it stands there. */
export type Forbidden = { field: TermsField; words: string };

// Forbidding something that publishing in a newspaper is not.
const ELSEWHERE = '(?!(?: [^ ]+){0,5}? (?:commercial|advertis|merchandis|thương mại|quảng cáo))';

/**
 * What forbids a publication. The list is short on purpose: what it does not know is for people to read, and what it stops,
 * people can clear. Not in it: "editorial use only", "all rights reserved", "no archives", "no resale", "không bán lại", and
 * whatever is about advertising and trade.
 */
const PHRASES: readonly string[] = [
  // English
  'no sales?',
  'not for sale',
  `not for (?:publication|publishing|print|release|use|(?:the )?(?:web|internet)|online|digital)(?: use)?${ELSEWHERE}`,
  `no (?:publication|(?:web|internet|online|digital)(?: use)?|use)${ELSEWHERE}`,
  `(?:do not|don t|must not|may not|cannot) (?:be )?(?:use|publish|release|distribute|print|post)(?:e?d)?${ELSEWHERE}`,
  '(?:web|internet|online|newspapers?|vietnam|viet nam|asia) out',
  '(?:for )?internal use only',
  '(?:for )?print only',
  '(?<!no )(?<!without )embargo(?:ed)?',
  'hold for release',
  'not (?:yet )?(?:released|cleared)',
  // Vietnamese, with its marks: "không dùng" forbids, "không đúng" is a remark
  `(?:không|cấm|chưa)(?: được)?(?: phép)? (?:sử dụng|dùng|đăng(?: tải)?|phát hành|công bố|phổ biến)${ELSEWHERE}`,
  '(?:không|cấm)(?: được)? bán(?! lại)',
  '(?:lưu hành|sử dụng|dùng) nội bộ',
  'chỉ (?:sử dụng|dùng|đăng)(?: cho| trên)? báo in',
];
const matcher = (phrases: readonly string[]): RegExp =>
  new RegExp(`(?<![^ ])(?:${phrases.join('|').replaceAll(' ', ' +').replaceAll('[^ +]', '[^ ]')})(?![^ ])`);
const FORBIDS = matcher(PHRASES);
/** For texts from before anybody typed marks. */
const FORBIDS_UNMARKED = matcher(PHRASES.map(fold));

/**
 * What forbids publishing a photo by what is known of it, or null. A field whose value from the file somebody has checked is
 * cleared: that person answers for it. What somebody wrote instead is read like any other.
 */
export const forbiddenBy = (photo: PhotoWords): Forbidden | null => {
  for (const field of TERMS_FIELDS) {
    const words = forbiddenIn(photo, field);
    if (words !== null) return { field, words };
  }
  return null;
};

/** What of one field forbids it, or null. */
export const forbiddenIn = (photo: PhotoWords, field: TermsField): string | null =>
  isChecked(photo, field) ? null : forbiddingWords(photoText(photo, field));

/** What would forbid it if nobody had cleared it, with who did. */
export const clearedBy = (photo: PhotoWords): (Forbidden & { by: string }) | null => {
  for (const field of TERMS_FIELDS) {
    const words = forbiddingWords(photoText(photo, field));
    if (words !== null && isChecked(photo, field)) return { field, words, by: photo.edits?.[field]?.by ?? '' };
  }
  return null;
};

const isChecked = ({ facts, edits }: PhotoWords, field: TermsField): boolean =>
  edits?.[field] !== undefined && edits[field].value === facts?.[field]?.value;

/** The first words of a text that forbid a publication, as they stand there; null where none do. */
export function forbiddingWords(text: string): string | null {
  const composed = text.normalize('NFC');
  // Letter for letter, so that people read their own words.
  const plain = [...composed].map((letter) => (/[\p{L}\p{N}]/u.test(letter) ? lower(letter) : blank(letter))).join('');
  const found = (/[^ a-z0-9]/.test(plain) ? FORBIDS : FORBIDS_UNMARKED).exec(plain);
  return found && composed.slice(found.index, found.index + found[0].length);
}

const blank = (letter: string): string => ' '.repeat(letter.length);
const lower = (letter: string): string => {
  const small = letter.toLowerCase();
  return small.length === letter.length ? small : blank(letter);
};
