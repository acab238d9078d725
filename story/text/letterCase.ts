import type { Language } from '../model.ts';
import { type ProseWord, proseWords } from './prose.ts';

export const LETTER_CASES = ['title', 'sentence', 'upper', 'lower'] as const;
export type LetterCase = (typeof LETTER_CASES)[number];

/** A letter (or more of them side by side) in another case, in the place of [start, end) of a text (UTF-16). */
export type Recased = { start: number; end: number; text: string };

/** Words that stay small within a title. English: articles, and conjunctions and prepositions of up to three letters (AP). */
const SMALL: Readonly<Record<Language, ReadonlySet<string>>> = {
  vi: new Set(
    'và của về với cho từ do tại ở bởi trong trên dưới vào ra đến tới để khi là mà thì hay hoặc những các một theo'.split(
      ' ',
    ),
  ),
  en: new Set('a an the and but or nor for so yet as at by in of off on per to up via if vs'.split(' ')),
};
/** What stands before a word that begins a title's part; "ra ngày" behind a dash does not. */
const STARTS = /(?:^|[.!?:…]["”’)\]]*\s+|\n\s*)["“‘([]*$/u;
/** What ends in a stop and ends no sentence: "TP. Bắc Kạn", "PGS. TS. Nguyễn Văn An". */
const SHORTENED = /(?<![\p{L}\p{M}])(?:\p{Lu}{1,4}|ThS)\.\s+$/u;
const AFTER_COLON = /:\s+["“‘([]*$/u;
const BEGINS = /(?:^|[.!?…]["”’)\]]*\s+|\n\s*)["“‘([]*$/u;
const NAME = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}\p{N}]*(?: \p{Lu}[\p{L}\p{M}\p{N}]*)*/gu;

const hasCapital = (text: string): boolean => /\p{Lu}/u.test(text);
/** A capital behind the first letter, or a digit: UBND, iPhone, 3A. */
const isSpelt = (word: string): boolean => /^.[\p{M}]*.*[\p{Lu}\p{N}]/u.test(word) || /^\p{N}/u.test(word);
const lower = (text: string, language: Language): string => text.toLocaleLowerCase(language);
function capital(word: string, language: Language): string {
  const [first = ''] = word.match(/^\P{M}\p{M}*/u) ?? [];
  return first.toLocaleUpperCase(language) + word.slice(first.length);
}

/** A space that is kept within its line is one in a name, too. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Enough of what stands before a place to tell what begins there. */
const beforeOf = (text: string, at: number): string => (at <= 12 ? text.slice(0, at) : `x${text.slice(at - 12, at)}`);

/** Names and abbreviations within the sentences of texts ("Bắc Kạn", "UBND"), each once. In NFC. */
export function namesOf(texts: readonly string[]): string[] {
  const names = texts.flatMap((text) => {
    const composed = spaced(text.normalize('NFC'));
    const firsts = new Set(
      proseWords(composed)
        .filter(({ from, isFirst }) => isFirst && !SHORTENED.test(beforeOf(composed, from)))
        .map(({ from }) => from),
    );
    return [...composed.matchAll(NAME)].filter(({ index }) => !firsts.has(index)).map(([name]) => name);
  });
  return [...new Set(names)];
}

/**
 * What changes in a text that is to be in another case, in order. Addresses and @names are left alone.
 * - title: a capital for every word but the small ones of the language ("Đưa Nghị Quyết của Đảng vào Cuộc Sống"); the first
 *   and the last have one, and those behind a colon or a stop. Words that hold a capital stay as they are.
 * - sentence: a capital for what begins a sentence, and for `names` as they are written there; abbreviations stay.
 * - upper and lower: every letter.
 * A text all in capitals is in small letters first, but for `names`. Any normalisation form; it stays what it is.
 */
export function recased(text: string, to: LetterCase, language: Language, names: readonly string[] = []): Recased[] {
  const words = proseWords(text);
  const shouts = words.length > 1 && hasCapital(text) && !/\p{Ll}/u.test(text);
  const known = to === 'title' && !shouts ? new Map<number, string>() : spelled(text, names);
  return words.flatMap((word, at) => {
    const written = text.slice(word.from, word.to);
    const isLast = at === words.length - 1;
    return differing(word.from, written, inCase(written, word, { text, to, language, shouts, known, isLast }));
  });
}

type Context = {
  text: string;
  to: LetterCase;
  language: Language;
  shouts: boolean;
  known: ReadonlyMap<number, string>;
  isLast: boolean;
};

function inCase(written: string, { from, word }: ProseWord, context: Context): string {
  const { text, to, language, shouts, known, isLast } = context;
  if (to === 'upper') return written.toLocaleUpperCase(language);
  if (to === 'lower') return lower(written, language);
  const name = known.get(from);
  if (name !== undefined) return name;
  const before = beforeOf(text, from);
  if (to === 'title') {
    const base = shouts ? lower(written, language) : written;
    if (hasCapital(base)) return base;
    const isSmall = SMALL[language].has(shouts ? lower(word, language) : word);
    return isSmall && !isLast && !STARTS.test(before) ? base : capital(base, language);
  }
  if (!shouts && (isSpelt(written) || SHORTENED.test(before) || AFTER_COLON.test(before))) return written;
  const small = lower(written, language);
  const begins = shouts ? STARTS.test(before) : BEGINS.test(before);
  return begins ? capital(small, language) : small;
}

/** The words of a text that belong to names, by where they stand, as the names write them. The longest name holds. */
function spelled(text: string, names: readonly string[]): Map<number, string> {
  const found = new Map<number, string>();
  if (names.length === 0) return found;
  const forms = new Map(names.map((name) => [name.toLowerCase(), name]));
  const longestFirst = [...forms.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${longestFirst.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'giu');
  for (const match of spaced(text).matchAll(any)) {
    let at = match.index;
    for (const word of (forms.get(match[0].toLowerCase()) ?? match[0]).split(' ')) {
      found.set(at, word);
      at += word.length + 1;
    }
  }
  return found;
}

/** The letters in which two forms of a word differ; the whole word where they are not as many. */
function differing(from: number, was: string, is: string): Recased[] {
  if (was === is) return [];
  if (was.length !== is.length) return [{ start: from, end: from + was.length, text: is }];
  const changes: Recased[] = [];
  let at = from;
  const next = [...is];
  for (const [index, letter] of [...was].entries()) {
    const text = next[index] as string;
    const last = changes.at(-1);
    if (text !== letter && last?.end === at) {
      last.end += letter.length;
      last.text += text;
    } else if (text !== letter) changes.push({ start: at, end: at + letter.length, text });
    at += letter.length;
  }
  return changes;
}
