import { namesIn, type ProseWord, proseWords } from '../prose.ts';
import type { Placement } from './rimes.ts';
import { inCaseOf, leftoversOf, MOST, rarity, suggestionsFor } from './suggest.ts';
import { type Flaw, hasTwoWays, readSyllable, syllableOf, writeSyllable } from './syllable.ts';

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

/** What the names of provinces and districts have that no Vietnamese syllable is (the General Statistics Office's list of units). */
const PLACES: ReadonlySet<string> = new Set(
  'kạn đắk đăk đak lắk lăk krông kông kbang búk păh pưh prông plông glei tẻh drắk đrắk'.split(' '),
);

/** Units, and loans that newspapers write together or that keep a sound of their own: right as they are. */
const SETTLED: ReadonlySet<string> = new Set(
  `kw kwh mw sapô lôgic lôgíc môđun nanô tôpô ôtô lôtô môtô môtơ rôbốt lôgô bêtông bôxít ôxít điôxít phômát vắcxin tuốcbin
   frăng crôm brôm xuyệc co2 oxi caro vip`
    .trim()
    .split(/\s+/),
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
  for (const [at, one] of words.entries()) {
    if (rules.isLearnt(one.word)) continue;
    const found = findingOf(one, { isName: names.has(one.word), next: words[at + 1]?.word ?? '' }, rules);
    if (found) findings.push({ from: one.from, to: one.to, word: one.word, ...found });
  }
  return findings;
}

type Found = Pick<SpellingFinding, 'kind' | 'suggestions'>;
/** What is known of a word's surroundings: whether it is a name elsewhere in the text, and the word after it. */
type Around = { isName: boolean; next: string };

function findingOf(one: ProseWord, around: Around, rules: SpellingRules): Found | null {
  const { word } = one;
  const reading = readSyllable(word);
  const placement = rules.placement ?? 'old';
  if (reading.ok) {
    if (rules.placement === null || !hasTwoWays(reading.syllable) || reading.placement === rules.placement) return null;
    return { kind: 'placement', suggestions: [inCaseOf(word, writeSyllable(reading.syllable, rules.placement))] };
  }
  if (SETTLED.has(word.toLowerCase()) || !isProse(one, around, reading.flaw)) return null;
  const isLong = isOfManySyllables(word);
  if (!hasSigns(word) && isOfAnotherLanguage(word, isLong, rules)) return null;
  const suggestions = isLong ? manyFor(word, placement) : suggestionsFor(word, placement);
  if (suggestions.length === 0 && (isLong || !hasSigns(word))) return null;
  return { kind: 'spelling', suggestions };
}

/** Whether a word that is no syllable should be one. */
function isProse({ word, isFirst, chain }: ProseWord, { isName, next }: Around, flaw: Flaw): boolean {
  if (word.length < 2 || STRETCHED.test(word)) return false;
  if (chain !== '' && isTransliterated(chain, word)) return false;
  if (/\p{N}/u.test(word)) return /^[a-zđ]{2,}\d|^[a-z][1-9][a-z]/.test(word) && leftoversOf(word).length > 0;
  if (/['’]/.test(word) || FOREIGN_LETTER.test(word.normalize('NFD'))) return false;
  const lower = word.toLowerCase();
  if (word === lower) return !hasSigns(word) || /[aeiouy]/.test(word.normalize('NFD'));
  if (PLACES.has(lower)) return false;
  // Abbreviations bear no tone mark ("HĐND", "QUTƯ").
  if (word === word.toUpperCase()) return hasTone(word);
  if (word.slice(1) !== lower.slice(1) || !isFirst || isName) return false;
  // "Đắk Lắk…", "Krông Pắc…" at the start of a sentence; but "Taị Hà Nội…" is a slip.
  return !/^\p{Lu}/u.test(next) || flaw === 'place' || flaw === 'marks' || leftoversOf(lower).length > 0;
}

/** A name taken over by its sound ("U-crai-na", "Pa-ki-xtan"), or a word ("a-xit", "pla-xtíc"): parts bear no tone but sắc. */
const isTransliterated = (chain: string, part: string): boolean =>
  /^\p{Lu}\p{Ll}/u.test(chain) || !/[\u0300\u0303\u0309\u0323]/.test(part.normalize('NFD'));

/** Whether a word that bears no sign is rather one of another language, or an abbreviation, than a slip. */
function isOfAnotherLanguage(written: string, isLong: boolean, { isForeign }: SpellingRules): boolean {
  const word = written.toLowerCase();
  if (isForeign(word) || word.length === 2) return true;
  // A name, too, may begin a sentence ("Baran"); none has the w of Telex where it makes a syllable ("Nguwowif").
  if (isLong && word !== written) return !(word.includes('w') && leftoversOf(word).length > 0);
  // Keys for signs stand at the end or behind their letter ("vafo"), not elsewhere before a vowel ("gama", "anfa").
  if (isLong)
    return /[aeiouy]$/.test(word) && !/(?:[aeiouyw])([fsrxj])(?!\1)[aeiouy]+$/.test(word.replace(SPLIT, '$1_'));
  if (!/[aeiouy]/.test(word)) return word.length < 4 && !word.includes('w');
  return word.length === 3 && leftoversOf(word).length === 0 && !lacksTone(word);
}

/** The same vowel on both sides of a tone's key: rather a foreign word ("para") than one letter typed twice. */
const SPLIT = /([aeo])[fsrxj]\1/g;

/** Whether only the tone is missing that its final demands ("cac", "mot"). */
const lacksTone = (word: string): boolean => syllableOf(word, 'sac') !== null;

/** A letter three times running is meant ("Grrr", "Khôôông"). */
const STRETCHED = /(\p{L})\1\1/iu;
const hasTone = (word: string): boolean => /[\u0300\u0301\u0303\u0309\u0323]/.test(word.normalize('NFD'));
/** What no Vietnamese letter is made of (decomposed): ß, ø, ı, and marks that are neither signs nor tones of the language. */
const FOREIGN_LETTER = /(?=\p{L})[^a-zđ]|(?!\u0300|\u0301|\u0302|\u0303|\u0306|\u0309|\u031b|\u0323)\p{M}/iu;

/** Vowels in two places, with consonants between them: a word of another language, or several run together. */
const isOfManySyllables = (word: string): boolean =>
  /[aeiouy]+[^aeiouy]+[aeiouy]/i.test(word.normalize('NFD').replace(/\p{M}/gu, ''));

/** What letters of several syllables may have been: keys that were left over, two words run together, or a slip of our own. */
function manyFor(word: string, placement: Placement): string[] {
  const lower = word.toLowerCase();
  const keys = leftoversOf(lower).map((one) => writeSyllable(one, placement));
  const pairs = apart(lower);
  const isLikely = ({ cost }: (typeof pairs)[number]): boolean => cost < LIKELY;
  return [
    ...[...keys, ...pairs.filter(isLikely).map(({ words }) => words)].map((one) => inCaseOf(word, one)),
    ...(isOwn(lower) ? suggestionsFor(word, placement) : []),
    ...pairs.filter((pair) => !isLikely(pair)).map(({ words }) => inCaseOf(word, words)),
  ].slice(0, MOST);
}

/** Two syllables that lost the space between them ("địachỉ", "thaythế"): one of them is surely ours, or both have signs. */
function apart(word: string): { words: string; cost: number }[] {
  const cuts = Array.from({ length: Math.max(0, word.length - 3) }, (_, at) => at + 2);
  return cuts
    .map((at) => [word.slice(0, at), word.slice(at)] as const)
    .filter(([a, b]) => (hasSigns(a) && hasSigns(b)) || isOwn(a) || isOwn(b))
    .filter(([a, b]) => readSyllable(a).ok && readSyllable(b).ok)
    .map(([a, b]) => ({ words: `${a} ${b}`, cost: rarity(a) + rarity(b) }))
    .sort((one, other) => one.cost - other.cost);
}
/** Two words that are both written often enough. */
const LIKELY = 2.6;

/** Whether its marks are such as only Vietnamese has (small letters): loans written together have â, ô, é and the like ("xêmina"). */
const isOwn = (word: string): boolean =>
  /[ảạẳẵặằắẩẫậầấẻẽẹểễệềếỉĩịỏọổỗộồốởỡợờớủũụửữựừứỷỹỵỳ]|đ.*[áàéèóòúùíìý]/.test(word);

/** Whether a letter has a sign or a tone mark that only Vietnamese (or another language's accents) would give it. */
const hasSigns = (word: string): boolean => /[^a-z]/i.test(word);
