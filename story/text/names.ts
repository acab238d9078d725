import { fold } from './fold.ts';
import { lettersOf } from './vietnamese/tones.ts';

// A word with a large first letter, and more of them with single blanks between.
const RUN = /\p{Lu}[\p{L}\p{M}’'-]*(?:[ \u00a0]\p{Lu}[\p{L}\p{M}’'-]*)*/gu;
const IN_A_WORD = /[\p{L}\p{M}\p{N}]$/u;
const ABBREVIATION = /^\p{Lu}{2,}$/u;
/** Right before it begins a sentence, or what somebody says; a word there has a large letter anyway. */
const STARTS = /(?:^|[.!?…:;“"«(\n]|(?:^|\n)\s*[-–—])\s*$/u;
/** Words that begin sentences, and titles: never a part of the name behind them. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(
  (
    'ông bà anh chị em cô cậu chú bác cụ thầy bé cháu các những một hai ba theo tại ở trong ngoài trên dưới từ đến với và ' +
    'nhưng khi sau trước ngày tháng năm sáng trưa chiều tối đêm hôm đây đó này là có được bị do vì để cho của về ảnh nguồn ' +
    'người xã thôn bản huyện tỉnh phường quận đoàn đội ban hội trường the a an in at on of and but for from with mr mrs ms ' +
    'dr photo source he she it they this that when after before'
  ).split(' '),
);

/** Words of a name as they stand, and whether they begin a sentence, so that the first may be no part of it. */
export type NameRun = { words: string[]; atStart: boolean };

/** Runs of words with large first letters in a text, abbreviations and titles aside, in NFC and in its order. */
export function nameRuns(text: string): NameRun[] {
  const found: NameRun[] = [];
  const composed = text.normalize('NFC');
  for (const match of composed.matchAll(RUN)) {
    const before = composed.slice(Math.max(0, match.index - 8), match.index);
    if (IN_A_WORD.test(before)) continue;
    let atStart = STARTS.test(before);
    let words: string[] = [];
    const close = () => {
      const isTitled = BEFORE_NAMES.has(words[0]?.toLowerCase() ?? '');
      const own = isTitled ? words.slice(1) : words;
      if (own.length > 0) found.push({ words: own, atStart: atStart && !isTitled });
      atStart = false;
      words = [];
    };
    for (const word of match[0].split(/[ \u00a0]/)) {
      if (ABBREVIATION.test(word)) close();
      else words.push(word.replace(/[’'-]+$/u, ''));
    }
    close();
  }
  return found;
}

/** The names of people and places in a text, each once. A single word at the start of a sentence is none. */
export function namesIn(text: string): string[] {
  const names = nameRuns(text).filter(({ words, atStart }) => words.length > 1 || !atStart);
  return [...new Set(names.map(({ words }) => words.join(' ')).filter((name) => name.length > 1))];
}

/** How a word is spelt, wherever in it its tone mark stands: "hòa" and "hoà" are one. */
const spelt = (word: string): string => {
  const letters = lettersOf(word.toLowerCase());
  return letters.map(({ letter }) => letter).join('') + letters.find(({ tone }) => tone !== 'ngang')?.tone;
};
const words = (name: string): string[] => name.split(' ');

/** How a name is spelt: the same for two that differ in nothing but where the tone marks stand, and in case. */
export const speltName = (name: string): string => words(name).map(spelt).join(' ');

/** Whether two names of as many words look like one in two spellings: other diacritics, or in one word one letter more, less or other. */
export function nearlySame(a: string, b: string): boolean {
  const [x, y] = [words(a), words(b)];
  if (x.length !== y.length) return false;
  const pairs = x.map((word, at) => [word, y[at] ?? ''] as const);
  const other = pairs.filter(([one, two]) => spelt(one) !== spelt(two));
  const [only] = other;
  if (!only) return false;
  if (fold(a) === fold(b)) return true;
  const [one, two] = [fold(only[0]), fold(only[1])];
  return other.length === 1 && Math.max(one.length, two.length) >= 4 && oneLetterOff(one, two);
}

/** Whether one letter more, less or other makes one text of the other. */
export function oneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}
