import { fold } from '../text/fold.ts';

// "(Ảnh: Tùng Vân)" or "Photo: Tùng Vân" at the end of a text, with what encloses it.
const CREDIT =
  /(?:^|[\s.;,–—-]+|(?<=[([]))[([]?\s*((?:ảnh|nguồn ảnh|photos?|photo by|credit)\s*:\s*[^\s()[\]][^()[\]\n]*?)\s*[)\]]?\.?\s*$/iu;

/** The credit that somebody has written into a caption or an alt text, and the text without it; null: there is none. */
export function creditIn(text: string): { words: string; rest: string } | null {
  const composed = text.normalize('NFC');
  const match = CREDIT.exec(composed);
  const words = match?.[1];
  if (!match || words === undefined) return null;
  const before = composed.slice(0, match.index).trimEnd();
  // The full stop before it ends the sentence before it.
  return { words: words.trim(), rest: before !== '' && /^\s*\./u.test(match[0]) ? `${before}.` : before };
}

/** A credit, and the one found in another text: nothing that was there is lost, nobody is named twice. */
export function joinedCredit(credit: string, words: string): string {
  const there = credit.trim();
  if (there === '') return words;
  const name = words.slice(words.indexOf(':') + 1).trim();
  return fold(there).includes(fold(name)) ? there : `${there} - ${name}`;
}
