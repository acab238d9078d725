import { fold } from '../text/fold.ts';

/** Latin letters with everything Unicode composes them with end here; a letter beyond has no mark that `fold` takes away. */
const LAST = 0x1eff;
const MARKS = '[\\u0300-\\u036f]*';
const LETTER = '[\\p{L}\\p{M}\\p{N}]';

const classes = new Map<string, string>();

/** For each letter from a to z and digit: the characters that fold to it. */
function classOf(letter: string): string {
  if (classes.size === 0)
    for (let code = 0; code <= LAST; code++) {
      const character = String.fromCharCode(code);
      const folded = fold(character);
      if (/^[a-z0-9]$/.test(folded)) classes.set(folded, (classes.get(folded) ?? '') + character);
    }
  return `[${classes.get(letter)}]`;
}

/**
 * What finds a folded word in a text (NFC) without folding the text, whatever marks and case it has there; `prefix`: the
 * word may go on. A match is the whole word as it is written. null for words with other letters than a to z.
 */
export function wordPattern(folded: string, prefix: boolean): RegExp | null {
  if (!/^[a-z0-9]+$/.test(folded)) return null;
  const letters = [...folded].map((letter) => classOf(letter) + MARKS).join('');
  return new RegExp(`(?<!${LETTER})${MARKS}${letters}${prefix ? `${LETTER}*` : ''}(?!${LETTER})`, 'gu');
}
