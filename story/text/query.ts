// What a person types into the library's search, as plain data. Nothing is an error: what is no filter is text.
import type { ShownStatus } from '../model.ts';
import { fold } from './fold.ts';

/**
 * One word: `folded` as fold.ts has it; `exact` as it was typed (see `exactWord`) where it has marks, so that it finds only
 * words with the same marks; else null, and it finds them with any marks or none.
 */
export type QueryWord = { folded: string; exact: string | null };
export type QueryField = 'headline' | 'byline' | 'tag';
/** Words that stand one behind the other; mostly one. `prefix`: the last of them may go on. `field`: only there. */
export type QueryTerm = { words: QueryWord[]; prefix: boolean; field: QueryField | null };
/** Every term must be in the story; `statuses`: one of them, or any where the list is empty. */
export type Query = { terms: QueryTerm[]; statuses: ShownStatus[] };

/** More than anybody types; the terms beyond are left out. */
const MOST_TERMS = 24;
const MOST_WORDS = 24;

const FIELDS: Readonly<Record<string, QueryField | 'status'>> = {
  tag: 'tag',
  by: 'byline',
  'tac gia': 'byline',
  headline: 'headline',
  tit: 'headline',
  status: 'status',
  'trang thai': 'status',
};
const STATUSES: Readonly<Record<ShownStatus, readonly string[]>> = {
  draft: ['draft', 'nháp', 'bản nháp'],
  submitted: ['submitted', 'đã nộp', 'chờ duyệt'],
  inReview: ['in review', 'inreview', 'review', 'đang duyệt'],
  returned: ['returned', 'sent back', 'trả lại'],
  approved: ['approved', 'đã duyệt'],
  killed: ['killed', 'spiked', 'không dùng', 'bỏ'],
  published: ['published', 'đã đăng', 'đã xuất bản'],
  corrected: ['corrected', 'đã đính chính', 'đính chính'],
};

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const QUOTES = '"“”„«»';
const FIELD = /(\p{L}[\p{L}\p{M}]*(?:\s+\p{L}[\p{L}\p{M}]*)?)\s*:\s*/uy;
const QUOTED = new RegExp(`[${QUOTES}]([^${QUOTES}]*)([${QUOTES}]?)`, 'y');
const CHUNK = new RegExp(`[^\\s${QUOTES}]+`, 'y');
const STATUS_WORDS = /\p{L}[\p{L}\p{M}]*(?:[^\S\n]+\p{L}[\p{L}\p{M}]*)*/uy;

/** The words of a text with their places in it (UTF-16 units): letters and digits; the text in NFC. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  const words = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text))
    words.push({ word: match[0], start: match.index, end: WORD.lastIndex });
  return words;
}

// The tone mark of an open oa, oe, uy stands on either vowel (hòa and hoà are one word): here, on the second.
const TONES = /(?:o[\u0300\u0301\u0303\u0309\u0323][ae]|u[\u0300\u0301\u0303\u0309\u0323]y)(?![\u0300-\u036f])/g;

/** A word with its marks, in lower case and NFC; the tone of oa, oe and uy on the second vowel; eth as đ. */
export function exactWord(word: string): string {
  const lower = word.toLowerCase().replaceAll('ð', 'đ').normalize('NFC');
  if (!/[òóõỏọùúũủụ]/.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replace(TONES, (vowels) => `${vowels[0]}${vowels[2]}${vowels[1]}`)
    .normalize('NFC');
}

// What is typed of hòa, hòe, thủy up to the tone: in `exactWord` the tone stands on the next vowel.
const UNFINISHED: Readonly<Record<string, string>> = { o: 'ae', u: 'y' };

/** How the words with these marks may begin, of which `exact` (see `exactWord`) is what has been typed so far. */
export function exactStarts(exact: string): string[] {
  const [, front, vowel = '', tone] =
    /^(.*)([ou])([\u0300\u0301\u0303\u0309\u0323])$/u.exec(exact.normalize('NFD')) ?? [];
  if (front === undefined) return [exact];
  return [exact, ...[...(UNFINISHED[vowel] ?? '')].map((next) => `${front}${vowel}${next}${tone}`.normalize('NFC'))];
}

/**
 * Reads a query: words, all of which must be found; the last one, unless a space follows it, and any with a * behind it, may
 * go on; "words in quotes" stand together; tag:, tác giả: or by:, tít: or headline: before a word or a phrase narrow it to
 * that field; trạng thái: or status: takes the library's names of the statuses, or their beginning. Names of fields and
 * statuses are read in both languages, with or without diacritics.
 */
export function parseQuery(input: string): Query {
  const text = input.normalize('NFC');
  const query: Query = { terms: [], statuses: [] };
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  /** A phrase in quotes, or what stands up to the next space. The last of the text is still being typed. */
  const value = (field: QueryField | null): boolean => {
    const quoted = read(QUOTED);
    const chunk = quoted ? (quoted[1] as string) : read(CHUNK)?.[0];
    if (chunk === undefined) return false;
    const typing = at === text.length && (!quoted || (quoted[2] === '' && !/\s$/.test(chunk)));
    const term = termOf(chunk, field, typing);
    if (term) add(query.terms, term);
    return term !== null;
  };
  while (at < text.length) {
    if (read(/\s+/y)) continue;
    const start = at;
    const field = FIELDS[fold(read(FIELD)?.[1] ?? '').replace(/\s+/g, ' ')];
    if (field === 'status') {
      const statuses = readStatus(text, at);
      if (statuses) {
        at = statuses.end;
        query.statuses = [...new Set([...query.statuses, ...statuses.found])];
        continue;
      }
    } else if (field && value(field)) continue;
    at = start; // no filter, or none with anything behind it: text
    if (!value(null) && at === start) at += 1;
  }
  query.terms.length = Math.min(query.terms.length, MOST_TERMS);
  return query;
}

/** Whether there is nothing to look for. */
export const isEmptyQuery = ({ terms, statuses }: Query): boolean => terms.length === 0 && statuses.length === 0;

function termOf(chunk: string, field: QueryField | null, typing: boolean): QueryTerm | null {
  const words: QueryWord[] = [];
  for (const { word } of wordsOf(chunk)) {
    const folded = fold(word);
    if (folded === '') continue; // marks without a letter
    const exact = exactWord(word);
    words.push({ folded, exact: exact === folded ? null : exact });
    if (words.length === MOST_WORDS) break;
  }
  if (words.length === 0) return null;
  const ends = /[\p{L}\p{M}\p{N}]$/u.test(chunk);
  return { words, prefix: /\*$/.test(chunk.trimEnd()) || (typing && ends), field };
}

function add(terms: QueryTerm[], term: QueryTerm): void {
  const same = JSON.stringify(term);
  if (!terms.some((other) => JSON.stringify(other) === same)) terms.push(term);
}

/** The statuses named at a place of the text: in quotes, or by as many of the words there as name one. */
function readStatus(text: string, at: number): { found: ShownStatus[]; end: number } | null {
  QUOTED.lastIndex = at;
  const quoted = QUOTED.exec(text);
  if (quoted) {
    const found = statusesOf((quoted[1] as string).trim());
    return found.length > 0 ? { found, end: QUOTED.lastIndex } : null;
  }
  STATUS_WORDS.lastIndex = at;
  const words = [...(STATUS_WORDS.exec(text)?.[0] ?? '').matchAll(/\S+/g)].slice(0, 3);
  for (let count = words.length; count > 0; count--) {
    const last = words[count - 1] as RegExpExecArray;
    const end = at + last.index + last[0].length;
    const found = statusesOf(text.slice(at, end));
    if (found.length > 0) return { found, end };
  }
  return null;
}

function statusesOf(typed: string): ShownStatus[] {
  const marked = exactWord(typed).replace(/\s+/g, ' ');
  const plain = fold(marked);
  if (plain === '') return [];
  const fits = (name: string) => (marked === plain ? fold(name) : exactWord(name)).startsWith(marked);
  return (Object.keys(STATUSES) as ShownStatus[]).filter((status) => STATUSES[status].some(fits));
}
