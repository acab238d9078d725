import { expect, test } from 'vitest';
import type { Embed } from '../../../story/model.ts';
import { commonGround } from '../../../story/review/commonGround.ts';
import { figure, idOf, merge, para, story } from './kit.ts';

const card = (url: string, caption = 'Video lễ hội'): Embed => ({ id: idOf(1), type: 'embed', url, caption });
const A = 'https://youtu.be/a';
const of = (embed: Embed) => story([embed, para(2, 'Hết.')]);

test('a new address on one side and words in the caption on the other both count', () => {
  const merged = merge(of(card(A)), of(card('https://youtu.be/b')), of(card(A, 'Video lễ hội Ba Bể')));
  expect(merged.story.body[0]).toEqual(card('https://youtu.be/b', 'Video lễ hội Ba Bể'));
  expect(merged.conflicts).toEqual([]);
});

test('two new addresses are two cards, each with a question; received again, nothing more', () => {
  const [ours, theirs] = [of(card('https://youtu.be/b')), of(card('https://youtu.be/c'))];
  const merged = merge(of(card(A)), ours, theirs);
  expect(merged.story.body.map((block) => block.type === 'embed' && block.url)).toEqual([
    'https://youtu.be/b',
    'https://youtu.be/c',
    false,
  ]);
  expect(merged.conflicts.map((one) => one.ours + one.theirs)).toEqual([
    'Video lễ hội\nhttps://youtu.be/b',
    'Video lễ hội\nhttps://youtu.be/c',
  ]);
  expect(merge(of(card(A)), merged.story, theirs).story.body).toEqual(merged.story.body);
});

test('merged from what two versions have in common, neither address, nor photo, is lost', () => {
  for (const [one, other] of [
    [card(A), card('https://youtu.be/b')],
    [figure(1), figure(1, { photo: 'b'.repeat(64) })],
  ] as const) {
    const [ours, theirs] = [story([one]), story([other])];
    const { body } = merge(commonGround(ours, theirs), ours, theirs).story;
    expect(body).toHaveLength(2);
  }
});
