import { namesIn, proseWords } from '../prose.ts';
import type { Placement } from './rimes.ts';
import { inCaseOf, leftoversOf, suggestionsFor } from './suggest.ts';
import { hasTwoWays, readSyllable, writeSyllable } from './syllable.ts';

/** `spelling`: no syllable of the language; `placement`: right, but the house places the tone mark otherwise. */
export type SpellingFinding = {
  /** Where it stands in the text: UTF-16 offsets, the end exclusive. */
  from: number;
  to: number;
  word: string;
  kind: 'spelling' | 'placement';
  /** Likeliest first; may be empty. */
  suggestions: string[];
};

export type SpellingRules = {
  /** How the house places the tone mark of oa, oe and uy; null leaves both alone. */
  placement: Placement | null;
  /** Names and words that the newsroom has learnt, as they are written. */
  isLearnt: (word: string) => boolean;
  /** Whether letters without any Vietnamese sign are a word of another language. */
  isForeign: (word: string) => boolean;
};

/** Written small and without a vowel of their own, or borrowed by the trade: right as they are. */
const SETTLED: ReadonlySet<string> = new Set(
  'km kg cm mm dm ml kw kwh mw mb gb tb hz khz mhz vv sapô lôgic lôgíc môđun nanô tôpô'.split(' '),
);

/**
 * What a Vietnamese text writes that no syllable can be, word by word. Names (capitals within a sentence), abbreviations,
 * foreign words, numbers with their units, addresses and what is learnt are left alone. Pure; offsets are those of `text`,
 * in either normalisation form.
 */
export function checkSpelling(text: string, rules: SpellingRules): SpellingFinding[] {
  const findings: SpellingFinding[] = [];
  const words = proseWords(text);
  const names = namesIn(words);
  for (const { from, to, word, isFirst } of words) {
    if (rules.isLearnt(word)) continue;
    const found = findingOf(word, isFirst, names, rules);
    if (found) findings.push({ from, to, word, ...found });
  }
  return findings;
}

type Found = Pick<SpellingFinding, 'kind' | 'suggestions'>;

function findingOf(word: string, isFirst: boolean, names: ReadonlySet<string>, rules: SpellingRules): Found | null {
  const reading = readSyllable(word);
  const placement = rules.placement ?? 'old';
  if (reading.ok) {
    if (rules.placement === null || !hasTwoWays(reading.syllable) || reading.placement === rules.placement) return null;
    return { kind: 'placement', suggestions: [inCaseOf(word, writeSyllable(reading.syllable, rules.placement))] };
  }
  if (SETTLED.has(word.toLowerCase()) || !isProse(word, isFirst, names)) return null;
  const suggestions = isOfManySyllables(word) ? manyFor(word, placement) : suggestionsFor(word, placement);
  if (suggestions.length === 0 && isOfManySyllables(word)) return null;
  if (!hasSigns(word) && (rules.isForeign(word.toLowerCase()) || suggestions.length === 0)) return null;
  return { kind: 'spelling', suggestions };
}

/** Whether a word that is no syllable should be one. */
function isProse(word: string, isFirst: boolean, names: ReadonlySet<string>): boolean {
  if (word.length < 2) return false;
  if (/\p{N}/u.test(word)) return /^[a-z]{2,}\d[a-z]*\d?$/.test(word) && suggestionsFor(word, 'old').length > 0;
  if (/['’]/.test(word) || FOREIGN_LETTER.test(word.normalize('NFD'))) return false;
  const lower = word.toLowerCase();
  if (word === lower) return true;
  const capitals = word === word.toUpperCase();
  if (capitals) return hasSigns(word) && VOWEL.test(lower);
  if (word.slice(1) !== lower.slice(1)) return false;
  return isFirst && !names.has(word);
}

const VOWEL = /[aăâeêioôơuưyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/;
/** What no Vietnamese letter is made of (decomposed): ß, ø, ı, and marks that are neither signs nor tones of the language. */
const FOREIGN_LETTER = /(?=\p{L})[^a-zđ]|(?!\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)\p{M}/iu;

/** Vowels in two places, with consonants between them: a word of another language, or several run together. */
const isOfManySyllables = (word: string): boolean =>
  /[aeiouy]+[^aeiouy]+[aeiouy]/i.test(word.normalize('NFD').replace(/\p{M}/gu, ''));

/** What letters of several syllables may have been: keys that were left over, or two words run together. */
const manyFor = (word: string, placement: Placement): string[] =>
  [...leftoversOf(word.toLowerCase()).map((one) => writeSyllable(one, placement)), ...apart(word.toLowerCase())].map(
    (one) => inCaseOf(word, one),
  );

/** Two syllables with signs that lost the space between them ("địachỉ"). */
function apart(word: string): string[] {
  const cuts = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2);
  return cuts
    .map((at) => [word.slice(0, at), word.slice(at)] as const)
    .filter(([a, b]) => hasSigns(a) && hasSigns(b) && readSyllable(a).ok && readSyllable(b).ok)
    .map(([a, b]) => `${a} ${b}`);
}

/** Whether a letter has a sign or a tone mark that only Vietnamese (or another language's accents) would give it. */
const hasSigns = (word: string): boolean => /[^a-z]/i.test(word);
