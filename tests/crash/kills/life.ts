// What both sides of the kill test work out by themselves from a seed: the stories, what is typed into them, the photos.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../story/canonical.ts';
import type { Story } from '../../../story/model.ts';
import { makeStory } from '../../bench/prose.ts';
import { typed } from '../../bench/typing.ts';

const LONGEST = 12;

export const hashOf = (story: Story): string => createHash('sha256').update(canonicalJson(story)).digest('hex');
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Photo `number`: one of three pictures, with a comment of its own behind the JPEG's first marker. */
export function photoBytes(pictures: readonly Buffer[], number: number): Buffer {
  const picture = pictures[number % pictures.length] as Buffer;
  const comment = Buffer.from(`\xff\xfe\0\x0a${String(number).padStart(8, '0')}`, 'latin1');
  return Buffer.concat([picture.subarray(0, 2), comment, picture.subarray(2)]);
}

/** Story `index` of a seed as it is begun: short, its figures of the first three photos. */
export function begin(seed: number, index: number, pictures: readonly Buffer[]): Story {
  const story = makeStory(seed, index);
  const body = story.body.slice(0, LONGEST).map((block, at) => {
    if (block.type !== 'figure') return block;
    return { ...block, photo: sha256(photoBytes(pictures, at % 3)), width: 320, height: 200 };
  });
  return { ...story, status: 'draft', body };
}

/** The story after the record behind number `seq`. */
export const next = (story: Story, seed: number, seq: number): Story =>
  typed(story, seed ^ Number.parseInt(story.id.slice(-6), 16), seq);
