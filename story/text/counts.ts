import { type AnyBlock, bodyTexts } from '../content.ts';
import type { Story } from '../model.ts';
import { proposedBody } from '../review/suggest/reading.ts';

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

/** Sums over a block's texts, each block once: a Story is never written to, so a block that is the same has the same sum. */
export function perBlock(count: (text: string) => number): (block: AnyBlock) => number {
  const known = new WeakMap<AnyBlock, number>();
  return (block) => {
    const before = known.get(block);
    if (before !== undefined) return before;
    const now = sum(bodyTexts(block).map(count));
    known.set(block, now);
    return now;
  };
}

/** Words of one block; captions are not counted. */
export const countBlockWords = perBlock(countTextWords);
const countBlockCharacters = perBlock(countTextCharacters);

/** What is counted of a story; a Story is one, which counts as it is proposed, and so is what is published of it. */
export type Counted = {
  fields: Pick<Story['fields'], 'headline' | 'standfirst'>;
  body: readonly AnyBlock[];
  suggestions?: Story['suggestions'];
};

const heads = ({ fields }: Counted): string[] => [fields.headline, fields.standfirst];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** What counts of a text and of a block make of a story: its headline, standfirst and body. */
export const summed = (
  story: Counted,
  ofText: (text: string) => number,
  ofBlock: (block: AnyBlock) => number,
): number => sum([...heads(story).map(ofText), ...bodyOf(story).map(ofBlock)]);

/** Only what is a whole Story has marks, and blocks that may have them. */
const bodyOf = ({ body, suggestions }: Counted): readonly AnyBlock[] =>
  suggestions ? proposedBody({ body: body as Story['body'], suggestions }) : body;

/**
 * Words of a story: headline, standfirst and body. Captions, byline and the other fields are not counted. Counted again
 * after an edit, it looks only at the blocks that changed.
 */
export const countWords = (story: Counted): number => summed(story, countTextWords, countBlockWords);

/** Characters of the same texts. */
export const countCharacters = (story: Counted): number => summed(story, countTextCharacters, countBlockCharacters);
