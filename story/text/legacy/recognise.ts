import { readSyllable } from '../vietnamese/syllable.ts';
import { fromLegacy } from './convert.ts';
import { LEGACY_ENCODINGS, type LegacyEncoding } from './tables.ts';

/** Enough of a text to tell by. */
const SAMPLE = 20_000;
/** Words that have to become Vietnamese, and the share of all changed words. A short text has to change whole. */
const FEWEST = 3;
const SHARE = 0.85;
/** One word or sign is chance: "på", "aún" and "«" are letters of old encodings too. */
const FEWEST_TO_TELL = 2;
/** Lines that are looked at one by one. */
const MOST_LINES = 2000;

/**
 * The encoding a text is written in if it is no Unicode: the one under which most of the words it changes become
 * Vietnamese syllables that they were not before. Null for Unicode text, and for what no encoding explains.
 */
export function recogniseLegacy(text: string): LegacyEncoding | null {
  const words = wordsOf(text);
  let best: { encoding: LegacyEncoding; right: number } | null = null;
  for (const encoding of LEGACY_ENCODINGS) {
    const right = gain(words, encoding);
    if (right > (best?.right ?? 0)) best = { encoding, right };
  }
  return best?.encoding ?? null;
}

/** Whether a text, or one of its lines among others in Unicode, is in an old encoding. */
export const holdsLegacy = (text: string): boolean =>
  recogniseLegacy(text) !== null || linesIn(text).some((line) => recogniseLegacy(line) !== null);

const linesIn = (text: string): string[] => text.slice(0, SAMPLE * 10).split(/[\r\n\u2028\u2029]+/, MOST_LINES);

/** Whether the encoding makes Vietnamese of every word it changes, half of them none before: enough to tell by beside others that are known. */
export function isMendedBy(text: string, encoding: LegacyEncoding): boolean {
  const { changed, right, fine } = tally(wordsOf(text), encoding);
  return changed > 0 && right === changed && fine * 2 <= right;
}

const wordsOf = (text: string): string[] =>
  [
    ...new Set(
      text
        .slice(0, SAMPLE)
        .normalize('NFC')
        .split(/[\s/–—-]+/),
    ),
  ]
    .map(bare)
    .filter((one) => one !== '');

/** How many words the encoding mends; 0 where it spoils too many. */
function gain(words: readonly string[], encoding: LegacyEncoding): number {
  if (words.length < FEWEST_TO_TELL) return 0;
  const { changed, right, fine } = tally(words, encoding);
  const needed = Math.min(FEWEST, words.length);
  return right >= needed && right >= changed * SHARE && fine < right * 0.5 ? right - fine : 0;
}

/** How many words the encoding changes, how many of them become Vietnamese, and how many were so already. */
function tally(words: readonly string[], encoding: LegacyEncoding) {
  let changed = 0;
  let right = 0;
  let fine = 0;
  for (const word of words) {
    const converted = fromLegacy(word, encoding);
    const was = isVietnamese(word);
    if (converted === word) continue;
    changed++;
    if (was) fine++;
    if (isVietnamese(converted)) right++;
  }
  return { changed, right, fine };
}

/** A word without the quotation marks, brackets and stops around it; VIQR's own signs stay at its end. */
const bare = (word: string): string => word.replace(/^["“‘([{<]+/, '').replace(/["”’)\]}>,;:!…]+$/, '');

const isVietnamese = (word: string): boolean => /[^a-z]/i.test(word) && readSyllable(word.replace(/[.?]+$/, '')).ok;
