// Slips of the hand, made by rule out of right words. Nothing of the checker's own code is used: the tables are this file's.

import { mulberry } from '../../../tests/crash/random.ts';

export const KINDS = [
  'toneDropped',
  'toneMoved',
  'signDropped',
  'telexLeft',
  'vniLeft',
  'doubled',
  'transposed',
  'neighbour',
  'letterDropped',
  'spaceDropped',
] as const;
export type Kind = (typeof KINDS)[number];

const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TELEX_TONES: Readonly<Record<string, string>> = {
  '\u0300': 'f',
  '\u0301': 's',
  '\u0303': 'x',
  '\u0309': 'r',
  '\u0323': 'j',
};
const VNI_TONES: Readonly<Record<string, string>> = {
  '\u0300': '2',
  '\u0301': '1',
  '\u0303': '4',
  '\u0309': '3',
  '\u0323': '5',
};
const TELEX: Readonly<Record<string, string>> = { ă: 'aw', â: 'aa', ê: 'ee', ô: 'oo', ơ: 'ow', ư: 'uw', đ: 'dd' };
const VNI: Readonly<Record<string, string>> = { ă: 'a8', â: 'a6', ê: 'e6', ô: 'o6', ơ: 'o7', ư: 'u7', đ: 'd9' };
const PLAIN: Readonly<Record<string, string>> = { ă: 'a', â: 'a', ê: 'e', ô: 'o', ơ: 'o', ư: 'u', đ: 'd' };
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Letters with their sign, and the tone mark of each apart. */
const lettersOf = (word: string): { letter: string; tone: string }[] =>
  [...word.normalize('NFC')].map((whole) => {
    const parts = [...whole.normalize('NFD')];
    return {
      letter: parts
        .filter((part) => !TONES.includes(part))
        .join('')
        .normalize('NFC'),
      tone: parts.find((part) => TONES.includes(part)) ?? '',
    };
  });
const written = (letters: readonly { letter: string; tone: string }[]): string =>
  letters
    .map(({ letter, tone }) => letter + tone)
    .join('')
    .normalize('NFC');

/** Every slip of a kind that a word (small letters) allows; `next`: the word behind it, one space after it. */
export function slipsOf(kind: Kind, word: string, next: string): string[] {
  const letters = lettersOf(word);
  const tone = letters.find((one) => one.tone !== '')?.tone ?? '';
  const bare = letters.map(({ letter }) => ({ letter, tone: '' }));
  const all = <T>(make: (at: number) => T[]): T[] => letters.flatMap((_, at) => make(at));
  switch (kind) {
    case 'toneDropped':
      return tone !== '' && /(?:[ptc]|ch)$/.test(word) ? [written(bare)] : [];
    case 'toneMoved':
      return all((at) =>
        tone !== '' && 'aăâeêioôơuưy'.includes(letters[at]?.letter ?? ' ') && letters[at]?.tone === ''
          ? [written(bare.with(at, { letter: letters[at]?.letter ?? '', tone }))]
          : [],
      );
    case 'signDropped':
      return all((at) => {
        const { letter = '', tone: own = '' } = letters[at] ?? {};
        return PLAIN[letter] === undefined ? [] : [written(letters.with(at, { letter: PLAIN[letter], tone: own }))];
      });
    case 'telexLeft':
      return keysOf(letters, TELEX, TELEX_TONES[tone] ?? '');
    case 'vniLeft':
      return keysOf(letters, VNI, VNI_TONES[tone] ?? '');
    case 'doubled':
      return all((at) => [written(letters.toSpliced(at + 1, 0, { letter: letters[at]?.letter ?? '', tone: '' }))]);
    case 'transposed':
      return all((at) => {
        const [one, other] = [letters[at], letters[at + 1]];
        return one && other && one.letter !== other.letter ? [written(letters.toSpliced(at, 2, other, one))] : [];
      });
    case 'neighbour':
      return all((at) => {
        const { letter = '', tone: own = '' } = letters[at] ?? {};
        return own === '' ? besideKey(letter).map((key) => written(letters.with(at, { letter: key, tone: '' }))) : [];
      });
    case 'letterDropped':
      return all((at) => (letters[at]?.tone === '' ? [written(letters.toSpliced(at, 1))] : []));
    case 'spaceDropped':
      return /^\p{Ll}+$/u.test(next) ? [word + next] : [];
  }
}

/** The keys of a word, its tone's key after the letter that bears it, and at the end; where it has any sign. */
function keysOf(
  letters: readonly { letter: string; tone: string }[],
  signs: Readonly<Record<string, string>>,
  key: string,
): string[] {
  const keys = letters.map(({ letter, tone }) => (signs[letter] ?? letter) + (tone === '' ? '' : key));
  const atEnd = letters.map(({ letter }) => signs[letter] ?? letter).join('') + key;
  const plain = letters.map(({ letter }) => letter).join('');
  return [...new Set([keys.join(''), atEnd])].filter((one) => one !== plain);
}

const besideKey = (letter: string): string[] =>
  ROWS.flatMap((row, y) => {
    const x = row.indexOf(letter);
    if (x < 0) return [];
    const near = [
      row[x - 1],
      row[x + 1],
      ROWS[y - 1]?.[x],
      ROWS[y - 1]?.[x + 1],
      ROWS[y + 1]?.[x - 1],
      ROWS[y + 1]?.[x],
    ];
    return near.filter((key) => key !== undefined);
  });

export type Slip = { kind: Kind; text: string; from: number; right: string; wrong: string };

/**
 * As many slips of each kind as are asked for, each in a text of its own, the same ones each time. `isWritten`: whether
 * somebody means the word when writing it; such a word is no slip.
 */
export function injectSlips(texts: readonly string[], each: number, isWritten: (word: string) => boolean): Slip[] {
  const next = mulberry(20_261_127);
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];
  return KINDS.flatMap((kind) => {
    const slips: Slip[] = [];
    for (let tries = 0; slips.length < each && tries < each * 50; tries++) {
      const text = pick(texts) ?? '';
      const found = pick([
        ...text.matchAll(/(?<![\p{L}\p{M}\p{N}_.'’-])(\p{Ll}{2,})(?![\p{L}\p{M}\p{N}_.'’-])(?: (\p{Ll}+))?/gu),
      ]);
      if (!found) continue;
      const [, right = '', behind = ''] = found;
      const wrong = isWritten(right)
        ? pick(slipsOf(kind, right, behind).filter((one) => one !== right && !isWritten(one)))
        : undefined;
      if (wrong === undefined) continue;
      const end = found.index + right.length + (kind === 'spaceDropped' ? 1 + behind.length : 0);
      const meant = kind === 'spaceDropped' ? `${right} ${behind}` : right;
      slips.push({
        kind,
        text: text.slice(0, found.index) + wrong + text.slice(end),
        from: found.index,
        right: meant,
        wrong,
      });
    }
    return slips;
  });
}
