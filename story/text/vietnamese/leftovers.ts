import type { Tone } from './tones.ts';

/** Letters without a tone mark, and the tone: what the keys of an input method stand for. */
export type Keyed = { plain: string; tone: Tone };

const TELEX_TONES: Readonly<Record<string, Tone>> = { f: 'huyen', s: 'sac', x: 'nga', r: 'hoi', j: 'nang' };
const VNI_TONES: Readonly<Record<string, Tone>> = { '1': 'sac', '2': 'huyen', '3': 'hoi', '4': 'nga', '5': 'nang' };
const CIRCUMFLEX: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const HORN: Readonly<Record<string, string>> = { u: 'ư', o: 'ơ' };
const VOWEL = /[aăâeêioôơuưy]/;

/**
 * What the keys of a word would have given in Telex ("nguwowif" -> người: plain "ngươi", huyền), with the signs typed
 * after their letter or at the end of the word. Null where no key of it is Telex. Keys: Unikey's and ibus-bamboo's manuals.
 */
export function fromTelex(keys: string): Keyed | null {
  const out: string[] = [];
  let tone: Tone = 'ngang';
  let used = false;
  for (const key of keys) {
    const hasVowel = out.some((letter) => VOWEL.test(letter));
    const keyTone = hasVowel ? TELEX_TONES[key] : undefined;
    // Nobody types two tones and leaves both.
    if (keyTone !== undefined && tone !== 'ngang') return null;
    if (keyTone !== undefined) tone = keyTone;
    else if (!signed(out, key)) {
      out.push(key);
      continue;
    }
    used = true;
  }
  return used ? { plain: out.join(''), tone } : null;
}

function signed(out: string[], key: string): boolean {
  if (key === 'd' && out[0] === 'd') return turn(out, 0, 'đ');
  if (key === 'w') return hornOrBreve(out);
  const sign = CIRCUMFLEX[key];
  const at = sign === undefined ? -1 : out.lastIndexOf(key);
  return at >= 0 && sign !== undefined && turn(out, at, sign);
}

/** w and 7: both letters of "uo", else the last u, o or a; alone it is ư. */
function hornOrBreve(out: string[]): boolean {
  const pair = out.findLastIndex((letter, at) => 'uư'.includes(letter) && 'oơ'.includes(out[at + 1] ?? ' '));
  if (pair >= 0) return turn(out, pair, 'ư') && turn(out, pair + 1, 'ơ');
  const at = out.findLastIndex((letter) => 'uoa'.includes(letter));
  const letter = out[at];
  if (letter === undefined) out.push('ư');
  else turn(out, at, HORN[letter] ?? 'ă');
  return true;
}

function turn(out: string[], at: number, letter: string): true {
  out[at] = letter;
  return true;
}

/** What the keys of a word would have given in VNI ("tie6ng1" -> tiếng). Null where no key of it is VNI. */
export function fromVni(keys: string): Keyed | null {
  if (!/^[a-zđăâêôơư]+\d[a-z\dđăâêôơư]*$/.test(keys)) return null;
  const out: string[] = [];
  let tone: Tone = 'ngang';
  for (const key of keys) {
    const keyTone = VNI_TONES[key];
    if (keyTone !== undefined && tone !== 'ngang') return null;
    if (keyTone !== undefined) tone = keyTone;
    else if (key === '6') replaceLast(out, CIRCUMFLEX);
    else if (key === '7') hornOrBreve(out);
    else if (key === '8') replaceLast(out, { a: 'ă' });
    else if (key === '9') replaceLast(out, { d: 'đ' });
    else if (key === '0') tone = 'ngang';
    else out.push(key);
  }
  return { plain: out.join(''), tone };
}

function replaceLast(out: string[], by: Readonly<Record<string, string>>): void {
  const at = out.findLastIndex((letter) => by[letter] !== undefined);
  const letter = out[at];
  if (letter !== undefined) out[at] = by[letter] ?? letter;
}
