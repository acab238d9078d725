// What of a story the library's search looks at, cut into passages: no phrase is found across the end of one.

import { bodyTexts, plainTexts, type TextPlace } from '../content.ts';
import { type Story, tagsOf } from '../model.ts';
import type { QueryField } from '../text/query.ts';

/** Where a passage stands. `headlines`: the other ones. `other`: place, date, section, slug, corrections, and a photo's copyright line. */
export type Where =
  | 'headline'
  | 'headlines'
  | 'kicker'
  | 'standfirst'
  | 'byline'
  | 'body'
  | 'caption'
  | 'credit'
  | 'alt'
  | 'tags'
  | 'sources'
  | 'notes'
  | 'other';
/** `text`: NFC, each line break a space. */
export type Passage = { where: Where; text: string };

/** The passages that a field of the search language narrows a term to. */
export const FIELD_OF: Partial<Record<Where, QueryField>> = {
  headline: 'headline',
  headlines: 'headline',
  byline: 'byline',
  tags: 'tag',
};

const WHERE: Record<NonNullable<TextPlace['part']>, Where> = {
  caption: 'caption',
  credit: 'credit',
  alt: 'alt',
  copyright: 'other',
  galleryCaption: 'caption',
};

const HEADLINES = ['headlineWeb', 'headlineShort', 'headlineSeo', 'headlineSocial'] as const;
const OTHERS = ['place', 'date', 'section', 'slug', 'correction'] as const;

/** The passages of a story and its private notes that hold anything, those that tell most of it first. */
export function passagesOf(story: Story, notes: string): Passage[] {
  const { fields, body } = story;
  const list: [Where, string][] = [
    ['headline', fields.headline],
    ...HEADLINES.map((name): [Where, string] => ['headlines', fields[name]]),
    ['kicker', fields.kicker],
    ['standfirst', fields.standfirst],
    ['byline', fields.byline],
    ...tagsOf(fields.tags).map((tag): [Where, string] => ['tags', tag]),
  ];
  for (const block of body) {
    for (const text of bodyTexts(block)) list.push(['body', text]);
    if (block.type === 'embed') list.push(['other', block.url]);
    for (const { place, text } of plainTexts(block)) if (place.part) list.push([WHERE[place.part], text]);
  }
  list.push(['sources', fields.sources], ['sources', fields.editorNote], ['notes', notes]);
  for (const name of OTHERS) list.push(['other', fields[name]]);
  return list
    .map(([where, text]) => ({ where, text: text.normalize('NFC').replace(/\s/g, ' ').trim() }))
    .filter(({ text }) => text !== '');
}
