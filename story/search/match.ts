import { fold } from '../text/fold.ts';
import { exactWord, type QueryTerm, type QueryWord, wordsOf } from '../text/query.ts';
import { FIELD_OF, type Passage } from './passages.ts';

/** A place in a text: [start, end) in UTF-16 units. */
export type Mark = [number, number];
type Token = { word: string; folded: string; start: number; end: number };

/** Whether a term is looked for in this passage at all: it names no field, or this one. */
export const looksIn = (term: QueryTerm, passage: Passage): boolean =>
  term.field === null || term.field === FIELD_OF[passage.where];

/** Where the terms stand in a text (NFC): for each, the places of whole words, in order. */
export function findTerms(terms: readonly QueryTerm[], text: string): Mark[][] {
  const folded = fold(text);
  let tokens: Token[] | undefined;
  return terms.map((term) => {
    if (!term.words.every((word) => folded.includes(word.folded))) return []; // most texts: nothing is cut into words
    tokens ??= tokensOf(text);
    return findTerm(term, tokens);
  });
}

/** The words of a text, folded; marks without a letter are none, as in a query. */
export const tokensOf = (text: string): Token[] =>
  wordsOf(text).flatMap(({ word, start, end }) => {
    const folded = fold(word);
    return folded === '' ? [] : [{ word, folded, start, end }];
  });

function findTerm({ words, prefix }: QueryTerm, tokens: readonly Token[]): Mark[] {
  const found: Mark[] = [];
  const last = words.length - 1;
  for (let at = 0; at + last < tokens.length; at++) {
    const fits = words.every((word, index) => isWord(word, tokens[at + index] as Token, prefix && index === last));
    if (fits) found.push([(tokens[at] as Token).start, (tokens[at + last] as Token).end]);
  }
  return found;
}

function isWord({ folded, exact }: QueryWord, token: Token, prefix: boolean): boolean {
  if (!(prefix ? token.folded.startsWith(folded) : token.folded === folded)) return false;
  if (exact === null) return true;
  const word = exactWord(token.word);
  return prefix ? word.startsWith(exact) : word === exact;
}
