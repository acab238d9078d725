import { type AnyBlock, bodyTexts } from '../content.ts';
import type { Story } from '../model.ts';

export type Counts = { words: number; characters: number };

const WORD = /[\p{L}\p{N}]/u;

/** Words of a text: what stands between spaces and holds a letter or a digit. A Vietnamese syllable is a word. */
export function countTextWords(text: string): number {
  let words = 0;
  for (const [token] of text.matchAll(/\S+/g)) if (WORD.test(token)) words++;
  return words;
}

/** Characters of a text, spaces included, line breaks not: code points in NFC, as newsrooms' length limits count them. */
export function countTextCharacters(text: string): number {
  let characters = 0;
  for (const character of text.normalize('NFC')) if (character !== '\n' && character !== '\r') characters++;
  return characters;
}

/** Both counts of a text. */
export const countText = (text: string): Counts => ({
  words: countTextWords(text),
  characters: countTextCharacters(text),
});

/** Words of one block; captions are not counted. For a running count that looks only at what changed. */
export const countBlockWords = (block: AnyBlock): number => sum(bodyTexts(block).map(countTextWords));

/** What is counted of a story; a Story is one, and so is what is published of it. */
export type Counted = { fields: Pick<Story['fields'], 'headline' | 'standfirst'>; body: readonly AnyBlock[] };

const texts = (story: Counted): string[] => [
  story.fields.headline,
  story.fields.standfirst,
  ...story.body.flatMap(bodyTexts),
];

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Words of a story: headline, standfirst and body. Captions, byline and the other fields are not counted. */
export const countWords = (story: Counted): number => sum(texts(story).map(countTextWords));

/** Characters of the same texts. */
export const countCharacters = (story: Counted): number => sum(texts(story).map(countTextCharacters));
