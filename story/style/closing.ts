import type { StyleFinding } from './find.ts';

/** Of a text: it is the last of a story that has nothing in its own field of the mark; or it is that field. */
export type End = 'text' | 'field';

/** A mark that is a sign is written close to the last word, one of letters behind a space. */
const isSign = (mark: string): boolean => !/^[\p{L}\p{N}(]/u.test(mark);
/** Other ways to write a mark of full stops and slashes. */
const STOPS = /(?:\.?\s?\/\s?\.?|\.)$/;

/** Where the end of a story has not the mark, or another form of it. Same shape as every finding but the rule. */
export function closingIn(text: string, mark: string, end: End): Omit<StyleFinding, 'rule'> | null {
  const words = text.trimEnd();
  if (mark === '' || words === '') return null;
  if (end === 'field') return words.trim() === mark ? null : { from: 0, to: text.length, found: text, instead: mark };
  if (words.endsWith(mark)) return null;
  const from = words.search(/\S+(?:\s?\/\s?\.?)?$/);
  const found = words.slice(from);
  const bare = mark.includes('.') && isSign(mark) ? found.replace(STOPS, '') : found;
  return { from, to: words.length, found, instead: isSign(mark) ? bare + mark : `${bare} ${mark}` };
}
