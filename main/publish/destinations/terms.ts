import type { Term } from '../../../preload/contract.ts';
import { fold } from '../../../story/text/fold.ts';

/** The terms whose names, or the names above them, hold `query`, with or without marks; the closest first, then by name. */
export function bestTerms(terms: readonly Term[], query: string, most: number): Term[] {
  const wanted = fold(query.trim());
  const nearness = ({ name, under = [] }: Term): number => {
    const words = fold(name);
    if (words === wanted) return 0;
    if (words.startsWith(wanted)) return 1;
    if (words.includes(` ${wanted}`)) return 2;
    if (words.includes(wanted)) return 3;
    return under.some((above) => fold(above).includes(wanted)) ? 4 : 5;
  };
  const path = ({ name, under = [] }: Term): string => [...under, name].join('\u0000');
  const ranked = terms.map((term) => ({ term, rank: nearness(term) })).filter(({ rank }) => rank < 5);
  // Without a query the order is the destination's own: by use, or by name.
  if (wanted !== '') ranked.sort((a, b) => a.rank - b.rank || path(a.term).localeCompare(path(b.term), 'vi'));
  return ranked.slice(0, most).map(({ term }) => term);
}
