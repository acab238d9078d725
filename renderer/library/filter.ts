import type { StoryRow } from '../../preload/contract.ts';
import { fold } from '../../story/text/fold.ts';

export const FILTERS = ['all', 'draft', 'inReview', 'approved', 'published'] as const;
export type Filter = (typeof FILTERS)[number];

/** The stories whose headline or kicker holds every word of the query, diacritics aside; the last changed first. */
export function filterStories(rows: readonly StoryRow[], query: string, filter: Filter): StoryRow[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return rows
    .filter((row) => {
      if (filter !== 'all' && row.status !== filter) return false;
      const text = fold(`${row.kicker} ${row.headline}`);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}
