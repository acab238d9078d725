// Words as a rule has them, as a regular expression.

/** Syllables that end in oa, oe or uy with a tone: the mark stands on either vowel. */
const PLACES = [
  ['o', 'a', 'òóỏõọ', 'àáảãạ'],
  ['o', 'e', 'òóỏõọ', 'èéẻẽẹ'],
  ['u', 'y', 'ùúủũụ', 'ỳýỷỹỵ'],
] as const;
const pairs = PLACES.flatMap(([first, second, marked, others]) =>
  [...marked].flatMap((mark, at): [string, string][] => {
    const [old, next] = [mark + second, first + others[at]];
    const large = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
    return [
      [old, next],
      [large(old), large(next)],
      [old.toUpperCase(), next.toUpperCase()],
    ];
  }),
);
const toOld = new Map(pairs.map(([old, next]) => [next, old]));
const toNew = new Map(pairs);
const OLD = new RegExp(`(?:${[...toNew.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'gu');
const NEW = new RegExp(`(?<![qQ])(?:${[...toOld.keys()].join('|')})(?![\\p{L}\\p{M}])`, 'gu');

/** One spelling for both placements of the tone mark (hoà, hòa), and for every kind of space. NFC. */
export const folded = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/\s+/g, ' ')
    .replace(NEW, (found) => toOld.get(found) ?? found);

const BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';
const BEHIND = '(?![\\p{L}\\p{M}\\p{N}])';
/** Where a sentence begins: at the start of a text, behind the end of another, a quotation mark or a dash. */
const START = '(?<=(?:^|[.!?…:;“"‘(«–—\\n]|\\s-)[\\s\\u00a0]*)';

export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const spelled = (text: string): string =>
  folded(text)
    .split(' ')
    .map((word) => escaped(word).replace(OLD, (found) => `(?:${found}|${toNew.get(found)})`))
    .join('[\\s\\u00a0]+');

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const isSmall = (text: string): boolean => text.charAt(0) !== text.charAt(0).toUpperCase();

/**
 * Any of these words, whole (\b knows only ASCII), the longest first, with any space between them and the tone marks in
 * either place. What begins small is also found large where a sentence begins.
 */
export function wholeWords(words: readonly string[]): string {
  const alternatives = words
    .toSorted((a, b) => b.length - a.length)
    .flatMap((word) => (isSmall(word) ? [spelled(word), START + spelled(capitalised(word))] : [spelled(word)]));
  return `${BEFORE}(?:${alternatives.join('|')})${BEHIND}`;
}

/** A phrase in which `~` stands for what `source` finds; it may begin large. */
export function around(phrase: string, source: string): string {
  const [first = '', ...rest] = phrase.normalize('NFC').trim().split('~');
  const begin = isSmall(first) ? `(?:${spelledPart(first)}|${spelledPart(capitalised(first))})` : spelledPart(first);
  return BEFORE + [begin, ...rest.map(spelledPart)].join(`(?:${source})`) + BEHIND;
}

/** Part of a phrase: the spaces at its ends count. */
function spelledPart(part: string): string {
  const space = '[\\s\\u00a0]+';
  const words = spelled(part);
  if (words === '') return part === '' ? '' : space;
  return (/^\s/.test(part) ? space : '') + words + (/\s$/.test(part) ? space : '');
}
