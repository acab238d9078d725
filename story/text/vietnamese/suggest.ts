import { fromTelex, fromVni, type Keyed } from './leftovers.ts';
import type { Placement } from './rimes.ts';
import { readSyllable, type Syllable, syllableOf, writeSyllable } from './syllable.ts';
import { lettersOf, type Tone } from './tones.ts';

const MOST = 5;

/**
 * What a writer may have meant by letters that are no syllable, likeliest first, at most five, in the letter case of the
 * text: keys of Telex and VNI that were left over, a mark on the wrong letter or a second one, a tone that a final
 * demands, c for k, and one slip of the finger on a keyboard. `isUsed` tells words that stand elsewhere in the newsroom's
 * text: of two slips as likely, those come first.
 */
export function suggestionsFor(
  text: string,
  placement: Placement,
  isUsed: (word: string) => boolean = () => false,
): string[] {
  const word = text.toLowerCase().normalize('NFC');
  if (readSyllable(word).ok) return [];
  const found = new Set<string>();
  const add = (syllable: Syllable | null) => {
    if (syllable) found.add(writeSyllable(syllable, placement));
  };
  for (const syllable of leftoversOf(word)) add(syllable);
  const letters = lettersOf(word);
  const plain = letters.map(({ letter }) => letter).join('');
  const tones = [...new Set(letters.map(({ tone }) => tone))].filter((tone) => tone !== 'ngang').reverse();
  for (const tone of tones.length > 0 ? tones : (['ngang'] as const)) add(syllableOf(plain, tone));
  for (const other of respelt(plain)) for (const tone of tonesFor(tones)) add(syllableOf(other, tone));
  if (found.size === 0 && tones.length < 2) for (const tone of ['sac', 'nang'] as const) add(syllableOf(plain, tone));
  if (found.size < MOST) {
    const slips = new Set<string>();
    for (const other of slipsOf(plain))
      for (const tone of tonesFor(tones)) {
        const syllable = syllableOf(other, tone);
        if (syllable) slips.add(writeSyllable(syllable, placement));
      }
    const used = [...slips].filter(isUsed);
    for (const slip of [...used, ...slips]) found.add(slip);
  }
  return [...found].slice(0, MOST).map((one) => inCaseOf(text, one));
}

/** What the keys of Telex or VNI in a word would have given. */
export const leftoversOf = (word: string): Syllable[] =>
  [fromTelex(word), fromVni(word)].flatMap((keyed) => (keyed && keyedSyllable(keyed)) ?? []);

const tonesFor = (tones: Tone[]): readonly Tone[] => (tones.length > 0 ? tones : ['ngang']);

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
function* slipsOf(plain: string): Generator<string> {
  const letters = [...plain];
  for (let at = 0; at + 1 < letters.length; at++)
    yield [...letters.slice(0, at), letters[at + 1], letters[at], ...letters.slice(at + 2)].join('');
  for (let at = 0; at < letters.length; at++) yield letters.toSpliced(at, 1).join('');
  for (let at = 0; at < letters.length; at++)
    for (const key of beside.get(letters[at] ?? '') ?? []) yield letters.with(at, key).join('');
  for (const letter of ['h', 'n', 'g'])
    for (let at = 1; at <= letters.length; at++) yield letters.toSpliced(at, 0, letter).join('');
}

/** Words all in capitals, or with a capital first, get their suggestion so. */
export function inCaseOf(model: string, word: string): string {
  if (model.length > 1 && model === model.toUpperCase() && model !== model.toLowerCase()) return word.toUpperCase();
  const first = model.charAt(0);
  return first !== first.toLowerCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}
