import { exactStarts, type QueryTerm, type QueryWord, wordsOf } from '../text/query.ts';
import { wordPattern } from './letters.ts';
import { FIELD_OF, type Passage } from './passages.ts';
import { type Forms, formsOf } from './words.ts';

/** A place in a text: [start, end) in UTF-16 units. */
export type Mark = [number, number];
type Token = { forms: Forms; start: number; end: number };

/** Whether a term is looked for in this passage at all: it names no field, or this one. */
export const looksIn = (term: QueryTerm, passage: Passage): boolean =>
  term.field === null || term.field === FIELD_OF[passage.where];

/** Where a term stands in a text (NFC): the places of whole words, in order, at most so many. */
export function findTerm(term: QueryTerm, text: string, most = Number.POSITIVE_INFINITY): Mark[] {
  const [first, ...more] = term.words as [QueryWord, ...QueryWord[]];
  if (more.length === 0) return findWord(first, term.prefix, text, most);
  // A phrase: the text is cut into words only where its first word stands.
  return findWord(first, false, text, 1).length === 0 ? [] : findPhrase(term, tokensOf(text));
}

/** Patterns that were made for the last words asked for. */
const patterns = new Map<string, RegExp | null>();
const MOST_PATTERNS = 200;

function findWord(asked: QueryWord, prefix: boolean, text: string, most: number): Mark[] {
  const key = asked.folded + (prefix ? '*' : '');
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    if (patterns.size >= MOST_PATTERNS) patterns.clear();
    pattern = wordPattern(asked.folded, prefix);
    patterns.set(key, pattern);
  }
  if (!pattern) return findPhrase({ words: [asked], prefix, field: null }, tokensOf(text));
  const found: Mark[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match && found.length < most; match = pattern.exec(text))
    if (asked.exact === null || isWord(asked, formsOf(match[0]), prefix)) found.push([match.index, pattern.lastIndex]);
  return found;
}

/** The words of a text; marks without a letter are none, as in a query. */
const tokensOf = (text: string): Token[] =>
  wordsOf(text).flatMap(({ word, start, end }) => {
    const forms = formsOf(word);
    return forms.folded === '' ? [] : [{ forms, start, end }];
  });

function findPhrase({ words, prefix }: QueryTerm, tokens: readonly Token[]): Mark[] {
  const found: Mark[] = [];
  const last = words.length - 1;
  for (let at = 0; at + last < tokens.length; at++) {
    const fits = words.every((word, index) =>
      isWord(word, (tokens[at + index] as Token).forms, prefix && index === last),
    );
    if (fits) found.push([(tokens[at] as Token).start, (tokens[at + last] as Token).end]);
  }
  return found;
}

function isWord(asked: QueryWord, forms: Forms, prefix: boolean): boolean {
  const { folded, exact } = asked;
  if (exact === null) return prefix ? forms.folded.startsWith(folded) : forms.folded === folded;
  return prefix ? exactStarts(exact).some((start) => forms.exact.startsWith(start)) : forms.exact === exact;
}
