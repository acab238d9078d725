// The words by which the library's index knows a story, and a query as an expression of SQLite's FTS5 over them. The index
// keeps only which story has which token: what tokens alone cannot tell (see `isExact`) is looked up in the text.
import { fold } from '../text/fold.ts';
import { exactWord, type QueryField, type QueryTerm, wordsOf } from '../text/query.ts';
import { FIELD_OF, type Passage } from './passages.ts';

// Each kind of token begins with a character of its own that no word has (private use); a folded word stands for itself.
const EXACT = '\ue000';
const START = '\ue001';
const PAIR = '\ue002';
const IN: Record<QueryField, string> = { headline: '\ue003', byline: '\ue004', tag: '\ue005' };
/** Beginnings of words up to so many characters are tokens of their own: the shorter, the more words there are. */
const LONGEST_START = 4;
const MOST_KNOWN_WORDS = 50_000;

/** What is known of a word: folded, with its marks ('' where there are none), its tokens. */
type Known = { folded: string; exact: string; tokens: string[] };
const known = new Map<string, Known>();

function know(word: string): Known {
  const found = known.get(word);
  if (found) return found;
  const folded = fold(word);
  const exact = exactWord(word);
  const forms = exact === folded ? [folded] : [folded, EXACT + exact];
  const tokens = forms.flatMap((form) => {
    const letters = [...form];
    const skip = form === folded ? 0 : 1;
    const longest = Math.min(LONGEST_START + skip, letters.length);
    const starts = [];
    for (let end = 1 + skip; end <= longest; end++) starts.push(START + letters.slice(0, end).join(''));
    return [form, ...starts];
  });
  const result = { folded, exact: exact === folded ? '' : exact, tokens };
  if (known.size >= MOST_KNOWN_WORDS) known.clear();
  known.set(word, result);
  return result;
}

/** Every token of a story, each once, separated by spaces. */
export function indexText(passages: readonly Passage[]): string {
  const tokens = new Set<string>();
  const seen = new Set<string>();
  for (const { where, text } of passages) {
    const field = FIELD_OF[where];
    let before = '';
    for (const { word } of wordsOf(text)) {
      const { folded, exact, tokens: own } = know(word);
      if (folded === '') continue;
      if (!seen.has(word)) {
        seen.add(word);
        for (const token of own) tokens.add(token);
      }
      if (field) tokens.add(IN[field] + folded);
      if (field && exact !== '') tokens.add(IN[field] + EXACT + exact);
      if (before !== '') tokens.add(PAIR + before + PAIR + folded);
      before = folded;
    }
  }
  return [...tokens].join(' ');
}

/** The FTS5 expression for stories that have every term. `field`: only there, whatever the terms say. */
export const matchExpression = (terms: readonly QueryTerm[], field?: QueryField): string =>
  terms.map((term) => termExpression({ ...term, field: field ?? term.field })).join(' ');

/** Whether the expression finds exactly the stories that have the term; else their text must be looked at. */
export const isExact = ({ words, field }: QueryTerm): boolean =>
  words.length === 1 || (words.length === 2 && field === null && words.every((word) => word.exact === null));

function termExpression({ words, prefix, field }: QueryTerm): string {
  const last = words.length - 1;
  const code = field ? IN[field] : '';
  const tokens = words.map(({ folded, exact }, index) => {
    const form = exact === null ? folded : EXACT + exact;
    if (!prefix || index < last) return quoted(code + form);
    const letters = [...(exact ?? folded)].length;
    return code === '' && letters <= LONGEST_START ? quoted(START + form) : `${quoted(code + form)} *`;
  });
  const pairs = words.slice(1).map(({ folded }, index) => {
    const pair = quoted(PAIR + words[index]?.folded + PAIR + folded);
    return prefix && index + 1 === last ? `${pair} *` : pair;
  });
  return [...tokens, ...pairs].join(' ');
}

const quoted = (token: string): string => `"${token}"`;
