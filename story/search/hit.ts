import type { QueryTerm } from '../text/query.ts';
import { findTerm, looksIn, type Mark } from './match.ts';
import type { Passage, Where } from './passages.ts';

/** Words around a hit; `marks` are its places in `text`, in order, not overlapping. */
export type Hit = { where: Where; text: string; marks: Mark[] };

/** About as many characters as two lines of a card hold. */
const LONGEST = 180;
/** How much of that stands before the first mark. */
const BEFORE = 50;

/**
 * Where a search found a story: the first of the passages with the most of the terms in it; null where not every term
 * is somewhere in them.
 */
export function hitOf(terms: readonly QueryTerm[], passages: readonly Passage[]): Hit | null {
  const missing = new Set(terms);
  let best: { passage: Passage; found: QueryTerm[] } | null = null;
  for (const passage of passages) {
    const found = terms.filter((term) => looksIn(term, passage) && findTerm(term, passage.text, 1).length > 0);
    for (const term of found) missing.delete(term);
    if (found.length > (best?.found.length ?? 0)) best = { passage, found };
    if (best?.found.length === terms.length) break;
  }
  if (!best || missing.size > 0) return null;
  const { where, text } = best.passage;
  return { where, ...excerpt(text, joined(best.found.flatMap((term) => findTerm(term, text)))) };
}

/** In order; those that overlap are one. */
function joined(marks: readonly Mark[]): Mark[] {
  const list: Mark[] = [];
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const last = list.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else list.push([start, end]);
  }
  return list;
}

/** A long text cut to what stands around its first mark, at spaces where there are any; `…` stands for what is left out. */
function excerpt(text: string, marks: readonly Mark[]): Omit<Hit, 'where'> {
  if (text.length <= LONGEST) return { text, marks: [...marks] };
  const [first, firstEnd] = marks[0] ?? [0, 0];
  const wanted = Math.max(0, Math.min(first - BEFORE, text.length - LONGEST));
  const start = wanted === 0 ? 0 : cutAfter(text, wanted, first);
  const end = start + LONGEST >= text.length ? text.length : cutBefore(text, start + LONGEST, firstEnd);
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
  const shift = head.length - start;
  return {
    text: `${head}${text.slice(start, end).trimEnd()}${tail}`,
    marks: marks.filter((mark) => mark[1] <= end).map((mark) => [mark[0] + shift, mark[1] + shift]),
  };
}

/** The first place behind a space from `at` on; `most`, where a mark begins, if there is none before it. */
function cutAfter(text: string, at: number, most: number): number {
  const space = text.indexOf(' ', at - 1);
  return space < 0 || space >= most ? most : space + 1;
}

/** The last space up to `at`; `least`, where a mark ends, if there is none behind it. */
function cutBefore(text: string, at: number, least: number): number {
  const space = text.lastIndexOf(' ', at);
  return space < least ? Math.max(least, 0) : space;
}
