// What of a story the library's search looks at, cut into passages: no phrase is found across the end of one.

import { bodyTexts, plainTexts, type TextPlace } from '../content.ts';
import { type Story, tagsOf } from '../model.ts';
import type { QueryField } from '../text/query.ts';

/** Where a passage stands. `other`: place, date, section, and a photo's copyright line. */
export type Where =
  | 'headline'
  | 'kicker'
  | 'standfirst'
  | 'byline'
  | 'body'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'tags'
  | 'notes'
  | 'other';
/** `text`: NFC, each line break a space. */
export type Passage = { where: Where; text: string };

/** The passages that a field of the search language narrows a term to. */
export const FIELD_OF: Partial<Record<Where, QueryField>> = { headline: 'headline', byline: 'byline', tags: 'tag' };

const WHERE: Record<NonNullable<TextPlace['part']>, Where> = {
  caption: 'caption',
  credit: 'credit',
  alt: 'alt',
  copyright: 'other',
};

/** The passages of a story and its private notes that hold anything, those that tell most of it first. */
export function passagesOf(story: Story, notes: string): Passage[] {
  const { fields, body } = story;
  const list: [Where, string][] = [
    ['headline', fields.headline],
    ['kicker', fields.kicker],
    ['standfirst', fields.standfirst],
    ['byline', fields.byline],
    ...tagsOf(fields.tags).map((tag): [Where, string] => ['tags', tag]),
  ];
  for (const block of body) {
    for (const text of bodyTexts(block)) list.push(['body', text]);
    for (const { place, text } of plainTexts(block)) if (place.part) list.push([WHERE[place.part], text]);
  }
  list.push(['notes', notes], ['other', fields.place], ['other', fields.date], ['other', fields.section]);
  return list
    .map(([where, text]) => ({ where, text: text.normalize('NFC').replace(/\s/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
