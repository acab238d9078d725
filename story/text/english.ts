import { namesIn, proseWords } from './prose.ts';
import type { SpellingFinding } from './vietnamese/check.ts';
import { readSyllable } from './vietnamese/syllable.ts';

/** Whether a word of plain letters stands in an English dictionary. */
export type IsEnglish = (word: string) => boolean;

/**
 * What an English text writes that no dictionary has. Names (capitals within a sentence), abbreviations, words with numbers
 * or with letters that English has not, and Vietnamese syllables with a capital are left alone. Suggestions are not made:
 * they cost much more than looking up, and few are ever asked for.
 */
export function checkEnglish(text: string, isEnglish: IsEnglish): SpellingFinding[] {
  const words = proseWords(text);
  const names = namesIn(words);
  return words
    .filter(({ word, isFirst }) => {
      if (word.length < 2 || !/^[a-z]+(?:['’][a-z]+)*$/i.test(word)) return false;
      const isSmall = word === word.toLowerCase();
      if (!isSmall && (word.slice(1) !== word.slice(1).toLowerCase() || !isFirst || names.has(word))) return false;
      if (!isSmall && readSyllable(word).ok) return false;
      return !isEnglish(word.replaceAll('’', "'"));
    })
    .map(({ from, to, word }) => ({ from, to, word, kind: 'spelling', suggestions: [] }));
}

const FEWEST_WORDS = 3;
const MOSTLY = 0.6;

/** Whether a paragraph could be English at all: no letter of it has a sign or a tone mark. */
export const mayBeEnglish = (text: string): boolean => !/[^\p{ASCII}“”‘’…–—\s]/u.test(text) && /[a-z]/i.test(text);

/** Whether a paragraph of a Vietnamese story is English: no Vietnamese letter, and mostly words of a dictionary. */
export function isEnglishText(text: string, isEnglish: IsEnglish): boolean {
  if (!mayBeEnglish(text)) return false;
  const words = proseWords(text).filter(({ word }) => /^[a-z'’]+$/i.test(word));
  const known = words.filter(({ word }) => isEnglish(word.replaceAll('’', "'")));
  return words.length >= FEWEST_WORDS && known.length >= MOSTLY * words.length;
}
