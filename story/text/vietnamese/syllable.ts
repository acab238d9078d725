import { type Placement, RIMES, STOPPED_RIMES, TWO_WAYS, toneLetter } from './rimes.ts';
import { lettersOf, type Tone, withTone } from './tones.ts';

/** Longest first, so that "ngh" is not read as "ng". */
const ONSETS = [
  'ngh',
  ...['ch', 'gh', 'gi', 'kh', 'ng', 'nh', 'ph', 'qu', 'th', 'tr'],
  ...['b', 'c', 'd', 'đ', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'x'],
] as const;
/** k, gh and ngh stand before i, e, ê and y; c, g and ng before the other vowels. */
const FRONT: ReadonlySet<string> = new Set(['k', 'gh', 'ngh']);
const BACK: ReadonlySet<string> = new Set(['c', 'g', 'ng']);
/** Onsets after which the vowel i may be written y where it stands alone ("kỹ", "tỷ"); elsewhere only i. */
const BEFORE_Y: ReadonlySet<string> = new Set(['', 'h', 'k', 'l', 'm', 'qu', 's', 't', 'v']);

/** The lips do not round twice: no o or u as a medial after these, but in loans ("xe buýt, thùng phuy, tiền boa, vải voan"). */
const LABIAL: ReadonlySet<string> = new Set(['b', 'm', 'p', 'ph', 'v']);
const MEDIAL = /^o[aăe]|^u[êy]|^uâ|^uơ/;
const LIPS: ReadonlySet<string> = new Set('boa buyt buy phuy puy voan voăn moay moa muy poa'.split(' '));

/** A syllable taken apart, in small letters. `rime` is the full one: of "giếng" it is "iêng", of "gì" it is "i". */
export type Syllable = { onset: string; rime: string; tone: Tone };

/** What is wrong with letters that are no syllable, as far as a rule can tell. */
export type Flaw = 'onset' | 'rime' | 'letters' | 'tone' | 'marks' | 'place';
export type Reading = { ok: true; syllable: Syllable; placement: Placement | 'either' } | { ok: false; flaw: Flaw };

/**
 * Reads one Vietnamese syllable by rule: an onset, a rime and a tone out of the closed lists, with the tone mark in either
 * right place. Any letter case and normalisation form. It says nothing about names and foreign words: see words.ts.
 */
export function readSyllable(text: string): Reading {
  const letters = lettersOf(text.toLowerCase());
  const plain = letters.map(({ letter }) => letter).join('');
  const marked = letters.flatMap(({ tone }, at) => (tone === 'ngang' ? [] : [at]));
  if (marked.length > 1) return { ok: false, flaw: 'marks' };
  const split = splitPlain(plain);
  if ('flaw' in split) return { ok: false, flaw: split.flaw };
  const at = marked[0];
  const tone = at === undefined ? 'ngang' : (letters[at]?.tone ?? 'ngang');
  const syllable = { onset: split.onset, rime: split.rime, tone };
  if (!takesTone(split.rime, tone)) return { ok: false, flaw: 'tone' };
  if (at === undefined) return { ok: true, syllable, placement: 'either' };
  const isNew = at === toneIndex(split, 'new');
  const isOld = at === toneIndex(split, 'old');
  if (!isNew && !isOld) return { ok: false, flaw: 'place' };
  return { ok: true, syllable, placement: isNew && isOld ? 'either' : isNew ? 'new' : 'old' };
}

/** The syllable of letters without a tone mark ("nguoi" is none, "người" without its mark is) in this tone, if it is one. */
export function syllableOf(plain: string, tone: Tone): Syllable | null {
  const split = splitPlain(plain);
  return 'flaw' in split || !takesTone(split.rime, tone) ? null : { onset: split.onset, rime: split.rime, tone };
}

const takesTone = (rime: string, tone: Tone): boolean => !STOPPED_RIMES.has(rime) || tone === 'sac' || tone === 'nang';

/** A syllable in small letters (NFC), its tone mark placed as the house has it. */
export function writeSyllable({ onset, rime, tone }: Syllable, placement: Placement): string {
  const letters = [...writtenPlain(onset, rime)];
  const at = toneIndex({ onset, rime, written: onset.length + rime.length - letters.length }, placement);
  return letters.map((letter, index) => (index === at ? withTone(letter, tone) : letter)).join('');
}

/** Whether the two houses' ways of placing the mark differ for it. */
export const hasTwoWays = ({ onset, rime, tone }: Syllable): boolean =>
  tone !== 'ngang' && onset !== 'qu' && TWO_WAYS.has(rime);

/** `written`: how many letters the onset and the rime share in writing (the i of "gì", "giếng"). */
type Split = { onset: string; rime: string; written: number };

const toneIndex = ({ onset, rime, written }: Split, placement: Placement): number =>
  onset.length - written + toneLetter(rime, placement);

const writtenPlain = (onset: string, rime: string): string =>
  onset === 'gi' && rime.startsWith('i') ? `g${rime}` : onset + rime;

function splitPlain(plain: string): Split | { flaw: Flaw } {
  const onset = ONSETS.find((one) => plain.startsWith(one)) ?? '';
  const rest = plain.slice(onset.length);
  if (onset === '' && plain !== '' && !/^[aăâeêioôơuưy]/.test(plain)) return { flaw: 'onset' };
  if (onset === 'gi' && !/^[aăâeioôơuư]/.test(rest)) return checked('gi', `i${rest}`, 1);
  return checked(onset, rest, 0);
}

function checked(onset: string, rime: string, written: number): Split | { flaw: Flaw } {
  const known = RIMES.has(rime) || (onset === 'qu' && AFTER_QU.has(rime));
  if (!known) return { flaw: 'rime' };
  const first = rime.charAt(0);
  const front = 'ieêy'.includes(first);
  if (FRONT.has(onset) && !front) return { flaw: 'letters' };
  if (BACK.has(onset) && front) return { flaw: 'letters' };
  if (onset === 'qu' && !AFTER_QU.has(rime)) return { flaw: 'letters' };
  if (rime === 'y' && !BEFORE_Y.has(onset)) return { flaw: 'letters' };
  if (rime.startsWith('yê') && onset !== '' && onset !== 'qu') return { flaw: 'letters' };
  if (rime.startsWith('iê') && onset === '') return { flaw: 'letters' };
  if (LABIAL.has(onset) && MEDIAL.test(rime) && !LIPS.has(onset + rime)) return { flaw: 'letters' };
  return { onset, rime, written };
}

/** Rimes after qu, whose u is the medial. */
const AFTER_QU: ReadonlySet<string> = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eng eo ep et ê êch ên ênh êt êu
   i it ich inh y yt ych yn ynh yên yêt yu ơ ơn ơt ôc ôt`
    .trim()
    .split(/\s+/),
);
