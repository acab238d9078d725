import { fold } from '../text/fold.ts';

/** Latin letters with everything Unicode composes them with end here; a letter beyond has no mark that `fold` takes away. */
const LAST = 0x1eff;
const MARKS = '[\\u0300-\\u036f]*';

const byLetter = new Map<string, string>();

/** For each letter from a to z and digit: the characters that fold to it. */
function classOf(letter: string): string {
  if (byLetter.size === 0)
    for (let code = 0; code <= LAST; code++) {
      const character = String.fromCharCode(code);
      const folded = fold(character);
      if (/^[a-z0-9]$/.test(folded)) byLetter.set(folded, (byLetter.get(folded) ?? '') + character);
    }
  return byLetter.get(letter) ?? '';
}

/**
 * Tells quickly whether a text (NFC) holds a folded word somewhere, be it within another word: no text is folded for it.
 * null for words with other letters than a to z.
 */
export function quickTest(folded: string): RegExp | null {
  if (!/^[a-z0-9]+$/.test(folded)) return null;
  return new RegExp([...folded].map((letter) => `[${classOf(letter)}]`).join(MARKS));
}
