import type { FieldName } from './model.ts';

/** How long a field should be at most, in characters as a reader counts them. A field without a number has no limit. */
export type Limits = Readonly<Partial<Record<FieldName, number>>>;

/** What holds where a newsroom has not said otherwise: search engines cut at about 60, cards of social networks at about 90. */
export const HOUSE_LIMITS: Limits = {
  headline: 90,
  headlineWeb: 80,
  headlineShort: 40,
  headlineSeo: 60,
  headlineSocial: 90,
  standfirst: 300,
};

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Characters as a reader counts them (grapheme clusters): a letter with its marks is one, an emoji is one. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of letters.segment(text)) count++;
  return count;
}

/** How far a field's text is: blanks around it do not count. `limit` is null where it has none. */
export function lengthOf(name: FieldName, text: string, limits: Limits): { count: number; limit: number | null } {
  return { count: countGraphemes(text.trim()), limit: limits[name] ?? null };
}

/** The fields that are longer than they should be, in the order of the limits. */
export const fieldsTooLong = (fields: Readonly<Record<FieldName, string>>, limits: Limits): FieldName[] =>
  (Object.keys(limits) as FieldName[]).filter((name) => {
    const { count, limit } = lengthOf(name, fields[name], limits);
    return limit !== null && count > limit;
  });
