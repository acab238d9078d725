import { fold } from '../../story/text/fold.ts';

/** The items whose name holds every word of the query, diacritics aside; those that begin with it first. */
export function filterByName<T extends { label: string }>(items: readonly T[], query: string): T[] {
  const folded = fold(query).trim();
  const words = folded.split(/\s+/).filter(Boolean);
  const matching = items.filter(({ label }) => {
    const text = fold(label);
    return words.every((word) => text.includes(word));
  });
  if (folded === '') return matching;
  const rank = ({ label }: T) => (fold(label).startsWith(folded) ? 0 : 1);
  return matching.sort((a, b) => rank(a) - rank(b));
}
