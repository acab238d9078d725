import type { Language } from '../model.ts';

/**
 * Words a minute that an adult reads in silence.
 * English: 238, the mean of 190 studies of non-fiction (Brysbaert, Journal of Memory and Language 109, 2019).
 * Vietnamese: its words here are syllables, and no study of its own is known to us. The nearest measured case is Chinese,
 * where a character, too, is one syllable and one morpheme: 260 a minute, by the same review.
 */
const WORDS_A_MINUTE: Record<Language, number> = { en: 238, vi: 260 };

/** How long a text of so many words takes to read: whole minutes, rounded up; 0 for no words. */
export const readingMinutes = (words: number, language: Language): number =>
  Math.ceil(words / WORDS_A_MINUTE[language]);
