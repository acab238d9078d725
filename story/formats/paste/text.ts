const INVISIBLE = /[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/g;

/**
 * Pasted text as a story holds it: NFC; no soft hyphens, zero-width spaces or direction overrides (joiners stay: scripts
 * and emoji need them); a no-break space stays between a number and what it counts, elsewhere it is a space.
 */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/[ \u00a0]*\u00a0[ \u00a0]*/g, (gap, at: number, whole: string) =>
      gap === '\u00a0' && /\d/.test(whole[at - 1] ?? '') && /[\p{L}\d%°]/u.test(whole[at + 1] ?? '') ? gap : ' ',
    );
