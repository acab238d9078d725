import { type Block, plainText, type Story, type TextBlock } from '../../model.ts';
import { decideBody, isMarked } from './decide.ts';

type Suggestions = Story['suggestions'];
const ACCEPTED = () => true;

/** What a body reads like as proposed: what counts, outlines and lengths are made of. Without marks it is the body itself. */
export const proposedBody = ({ body, suggestions }: Pick<Story, 'body' | 'suggestions'>): Block[] =>
  decideBody(body, suggestions, ACCEPTED);

const WORD = /[\p{L}\p{M}\p{N}]/u;

/**
 * A block's text with blanks for the letters that are proposed to go, as long as before: what is checked as it will read.
 * Of a word that only a deletion inside it makes, nothing can be said yet: it is blank, too.
 */
export function proposedReading(block: TextBlock, suggestions: Suggestions): string {
  const text = plainText(block.runs);
  if (!isMarked(block)) return text;
  const isGone = (ids: readonly string[] = []) => ids.some((id) => suggestions[id]?.kind === 'deletion');
  const letters = text.split('');
  let offset = 0;
  for (const run of block.runs) {
    const [from, to] = [offset, offset + run.text.length];
    offset = to;
    if (!isGone(run.suggestions)) continue;
    letters.fill(' ', from, to);
    if (!WORD.test(text[from - 1] ?? '') || !WORD.test(text[to] ?? '')) continue;
    for (let at = from - 1; at >= 0 && WORD.test(letters[at] ?? ''); at--) letters[at] = ' ';
    for (let at = to; at < letters.length && WORD.test(text[at] ?? ''); at++) letters[at] = ' ';
  }
  return letters.join('');
}
