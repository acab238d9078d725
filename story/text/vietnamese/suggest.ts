import { COMMON } from './common.ts';
import { fromTelex, fromVni, type Keyed } from './leftovers.ts';
import type { Placement } from './rimes.ts';
import { readSyllable, type Syllable, syllableOf, writeSyllable } from './syllable.ts';
import { lettersOf, TONES } from './tones.ts';

/** More suggestions than these nobody reads. */
export const MOST = 5;
/** What each kind of slip costs: of words that may have been meant, the cheapest comes first. */
const COST = {
  leftover: -9,
  place: 0,
  respelt: 1,
  doubled: 1,
  sign: 1,
  order: 1.2,
  tone: 1.2,
  key: 2,
  letter: 2.4,
} as const;
const ranks = new Map(COMMON.map((word, rank) => [word, rank]));
const DEAREST = 2;
/** By how seldom a syllable (small letters, its mark the old way) is written: 0 to 2. */
export const rarity = (syllable: string): number => {
  const rank = ranks.get(syllable);
  return rank === undefined ? DEAREST : (1.6 * Math.log(rank + 1)) / Math.log(COMMON.length);
};

/**
 * What a writer may have meant by letters that are no syllable, likeliest first, at most five, in the letter case of the
 * text: keys of Telex and VNI that were left over, a mark on the wrong letter or a second one, a sign or a tone that is
 * missing, c for k, and one slip of the finger on a keyboard; of slips as likely, the commoner word.
 */
export function suggestionsFor(text: string, placement: Placement): string[] {
  const word = text.toLowerCase().normalize('NFC');
  if (readSyllable(word).ok) return [];
  const found = new Map<string, number>();
  const add = (cost: number, syllable: Syllable | null) => {
    if (!syllable) return;
    const written = writeSyllable(syllable, placement);
    const all = cost + rarity(writeSyllable(syllable, 'old'));
    if (all < (found.get(written) ?? Number.POSITIVE_INFINITY)) found.set(written, all);
  };
  for (const [at, syllable] of leftoversOf(word).entries()) add(COST.leftover + at, syllable);
  const letters = lettersOf(word);
  const plain = letters.map(({ letter }) => letter).join('');
  const marked = [...new Set(letters.map(({ tone }) => tone))].filter((tone) => tone !== 'ngang').reverse();
  const tones = marked.length > 0 ? marked : (['ngang'] as const);
  for (const [at, tone] of tones.entries()) {
    add(COST.place + at, syllableOf(plain, tone));
    for (const [cost, other] of slipsOf(plain)) add(cost, syllableOf(other, tone));
  }
  // A final demands a tone; a word without any sign may have lost them all.
  const lost =
    marked.length > 1
      ? []
      : marked.length === 0 && word === plain && /^[a-z]+$/.test(word)
        ? TONES
        : (['sac', 'nang'] as const);
  for (const tone of lost) {
    add(COST.tone, syllableOf(plain, tone));
    const others = word.startsWith('d') ? [plain, `đ${plain.slice(1)}`] : [plain];
    for (const other of others.flatMap(signedOtherwise)) add(COST.tone + COST.sign, syllableOf(other, tone));
  }
  return [...found]
    .sort(([, one], [, other]) => one - other)
    .slice(0, MOST)
    .map(([one]) => inCaseOf(text, one));
}

/** What the keys of Telex or VNI in a word would have given. */
export const leftoversOf = (word: string): Syllable[] =>
  [fromTelex(word), fromVni(word)].flatMap((keyed) => (keyed && keyedSyllable(keyed)) ?? []);

/** Keys may stand in a word whose other signs were set ("ngườif"). */
function keyedSyllable({ plain, tone }: Keyed): Syllable | null {
  const letters = lettersOf(plain);
  const set = letters.find((one) => one.tone !== 'ngang')?.tone;
  return syllableOf(letters.map(({ letter }) => letter).join(''), tone === 'ngang' ? (set ?? 'ngang') : tone);
}

const RESPELT: readonly (readonly [RegExp, string])[] = [
  [/^c(?=[ieêy])/, 'k'],
  [/^k(?=[aăâoôơuư])/, 'c'],
  [/^g(?=[eê])/, 'gh'],
  [/^gh(?=[aăâoôơuư])/, 'g'],
  [/^ng(?=[ieê])/, 'ngh'],
  [/^ngh(?=[aăâoôơuư])/, 'ng'],
  [/^iê/, 'yê'],
  [/(?<=[^qu])yê/, 'iê'],
  [/y$/, 'i'],
  [/^f/, 'ph'],
  [/^w/, 'qu'],
  [/^j/, 'gi'],
  [/^z/, 'd'],
];
const respelt = (plain: string): string[] =>
  RESPELT.filter(([wrong]) => wrong.test(plain)).map(([wrong, right]) => plain.replace(wrong, right));

/** The keys beside each key, on the rows that QWERTY and the Vietnamese layouts of Telex share. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const beside = new Map<string, string[]>();
ROWS.forEach((row, y) => {
  [...row].forEach((key, x) => {
    const near = [
      row[x - 1],
      row[x + 1],
      ROWS[y - 1]?.[x],
      ROWS[y - 1]?.[x + 1],
      ROWS[y + 1]?.[x - 1],
      ROWS[y + 1]?.[x],
    ];
    beside.set(
      key,
      near.filter((one) => one !== undefined),
    );
  });
});

/** Two letters changed over, one doubled or too many, a neighbour hit, one too few (h, n and g are what fingers drop). */
function* slipsOf(plain: string): Generator<[cost: number, letters: string]> {
  for (const other of respelt(plain)) yield [COST.respelt, other];
  for (const other of signedOtherwise(plain)) yield [COST.sign, other];
  const letters = [...plain];
  for (let at = 0; at + 1 < letters.length; at++)
    yield [COST.order, [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join('')];
  for (const [at, letter] of letters.entries()) {
    const isDoubled =
      plainOf(letter) === plainOf(letters[at - 1] ?? '') || plainOf(letter) === plainOf(letters[at + 1] ?? '');
    yield [isDoubled ? COST.doubled : COST.letter, letters.toSpliced(at, 1).join('')];
    for (const key of beside.get(letter) ?? []) yield [COST.key, letters.with(at, key).join('')];
  }
  for (const letter of ['h', 'n', 'g'])
    for (let at = 1; at <= letters.length; at++) yield [COST.key, letters.toSpliced(at, 0, letter).join('')];
}

const SIGNED: Readonly<Record<string, string>> = { a: 'aăâ', e: 'eê', o: 'oôơ', u: 'uư', d: 'dđ' };
const plainOf = (letter: string): string => Object.keys(SIGNED).find((one) => SIGNED[one]?.includes(letter)) ?? letter;
const UO = /[uư][oôơ]/;

/** The same keys with another sign on one letter, or on both of "uo" ("nuớc", "thưc", "duơng"). */
function signedOtherwise(plain: string): string[] {
  const letters = [...plain];
  const one = letters.flatMap((letter, at) =>
    [...(SIGNED[plainOf(letter)] ?? '')]
      .filter((other) => other !== letter)
      .map((other) => letters.with(at, other).join('')),
  );
  const both = UO.test(plain) ? ['ươ', 'uô'].map((pair) => plain.replace(UO, pair)) : [];
  return [...both, ...one];
}

/** Words all in capitals, or with a capital first, get their suggestion so. */
export function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
