// The words by which the library's index knows a story, and a query as an expression of SQLite's FTS5 over them. The index
// keeps only which story has which token: what tokens alone cannot tell (see `isExact`) is looked up in the text.
import { exactStarts, type QueryField, type QueryTerm, wordsOf } from '../text/query.ts';
import { FIELD_OF, type Passage } from './passages.ts';
import { type Forms, formsOf } from './words.ts';

// Each kind of token begins with a character of its own that no word has (private use); a folded word stands for itself.
const EXACT = '\ue000';
const START = '\ue001';
const PAIR = '\ue002';
const IN: Record<QueryField, string> = { headline: '\ue003', byline: '\ue004', tag: '\ue005' };
/** Beginnings of words up to so many characters are tokens of their own: the shorter, the more words there are. */
const LONGEST_START = 4;

const starts = new WeakMap<Forms, string[]>();

/** The beginnings of a word, and those of its marked form where it has one. */
function startsOf(forms: Forms): string[] {
  let list = starts.get(forms);
  if (!list) {
    list = beginnings('', forms.folded);
    if (forms.exact !== forms.folded) list.push(...beginnings(EXACT, forms.exact));
    starts.set(forms, list);
  }
  return list;
}

function beginnings(code: string, word: string): string[] {
  const letters = [...word].slice(0, LONGEST_START);
  return letters.map((_, index) => START + code + letters.slice(0, index + 1).join(''));
}

/** Every token of a story, separated by spaces; some more than once. */
export function indexText(passages: readonly Passage[]): string {
  const words = new Set<Forms>();
  const parts: string[] = []; // joined once: much faster than a string for each pair
  for (const { where, text } of passages) {
    const field = FIELD_OF[where];
    let before = '';
    for (const { word } of wordsOf(text)) {
      const forms = formsOf(word);
      const { folded, exact } = forms;
      if (folded === '') continue;
      words.add(forms);
      if (field) parts.push(IN[field], folded, ' ');
      if (field && exact !== folded) parts.push(IN[field], EXACT, exact, ' ');
      if (before !== '') parts.push(PAIR, before, PAIR, folded, ' ');
      before = folded;
    }
  }
  const beginning = new Set<string>();
  for (const forms of words) {
    parts.push(forms.folded, ' ');
    if (forms.exact !== forms.folded) parts.push(EXACT, forms.exact, ' ');
    for (const start of startsOf(forms)) beginning.add(start);
  }
  return parts.join('') + [...beginning].join(' ');
}

/** The FTS5 expression for stories that have every term. `field`: terms that name none are looked for only there. */
export const matchExpression = (terms: readonly QueryTerm[], field?: QueryField): string =>
  terms.map((term) => termExpression({ ...term, field: term.field ?? field ?? null })).join(' AND ');

/** Whether the expression finds exactly the stories that have the term; else their text must be looked at. */
export const isExact = ({ words, field }: QueryTerm): boolean =>
  words.length === 1 || (words.length === 2 && field === null && words.every((word) => word.exact === null));

function termExpression({ words, prefix, field }: QueryTerm): string {
  const last = words.length - 1;
  const code = field ? IN[field] : '';
  const tokens = words.map(({ folded, exact }, index) => {
    const form = exact === null ? folded : EXACT + exact;
    if (!prefix || index < last) return quoted(code + form);
    const beginning = (start: string, letters: number) =>
      code === '' && letters <= LONGEST_START ? quoted(START + start) : `${quoted(code + start)} *`;
    if (exact === null) return beginning(folded, [...folded].length);
    const ways = exactStarts(exact).map((start) => beginning(EXACT + start, [...start].length));
    return ways.length > 1 ? `(${ways.join(' OR ')})` : (ways[0] as string);
  });
  const pairs = words.slice(1).map(({ folded }, index) => {
    const pair = quoted(PAIR + words[index]?.folded + PAIR + folded);
    return prefix && index + 1 === last ? `${pair} *` : pair;
  });
  return [...tokens, ...pairs].join(' AND ');
}

const quoted = (token: string): string => `"${token}"`;
