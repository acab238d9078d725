import { fold } from '../text/fold.ts';
import { type QueryTerm, type QueryWord, wordsOf } from '../text/query.ts';
import { quickTest } from './letters.ts';
import { FIELD_OF, type Passage } from './passages.ts';
import { type Forms, formsOf } from './words.ts';

/** A place in a text: [start, end) in UTF-16 units. */
export type Mark = [number, number];
type Token = { forms: Forms; start: number; end: number };

/** Whether a term is looked for in this passage at all: it names no field, or this one. */
export const looksIn = (term: QueryTerm, passage: Passage): boolean =>
  term.field === null || term.field === FIELD_OF[passage.where];

/** Where the terms stand in a text (NFC): for each, the places of whole words, in order. */
export function findTerms(terms: readonly QueryTerm[], text: string): Mark[][] {
  let tokens: Token[] | undefined;
  return terms.map((term) => {
    if (!term.words.every((word) => mayHold(text, word.folded))) return []; // most texts: nothing is cut into words
    tokens ??= tokensOf(text);
    return findTerm(term, tokens);
  });
}

const tests = new Map<string, RegExp | null>();
const MOST_TESTS = 200;

function mayHold(text: string, folded: string): boolean {
  let test = tests.get(folded);
  if (test === undefined) {
    if (tests.size >= MOST_TESTS) tests.clear();
    test = quickTest(folded);
    tests.set(folded, test);
  }
  return test ? test.test(text) : fold(text).includes(folded);
}

/** The words of a text; marks without a letter are none, as in a query. */
const tokensOf = (text: string): Token[] =>
  wordsOf(text).flatMap(({ word, start, end }) => {
    const forms = formsOf(word);
    return forms.folded === '' ? [] : [{ forms, start, end }];
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

function isWord(asked: QueryWord, { forms }: Token, prefix: boolean): boolean {
  const [wanted, word] = asked.exact === null ? [asked.folded, forms.folded] : [asked.exact, forms.exact];
  return prefix ? word.startsWith(wanted) : word === wanted;
}
