import { expect, test } from 'vitest';
import { storySchema } from '../../../story/model.ts';
import { countWords } from '../../../story/text/counts.ts';
import { wordsOf } from '../../../story/text/query.ts';
import { LABEL, makeStories, makeStory } from '../../bench/prose.ts';
import { blockTexts } from '../blockTexts.ts';

const STORIES = [...makeStories(7, 400)];

test('the same seed makes the same stories, another seed others', () => {
  expect([...makeStories(7, 3)]).toEqual(STORIES.slice(0, 3));
  expect(makeStory(7, 2)).toEqual(STORIES[2]);
  expect(makeStory(8, 2).body).not.toEqual(STORIES[2]?.body);
});

test('each is a whole story, labelled as made, each id used once', () => {
  const ids = new Set<string>();
  for (const story of STORIES) {
    expect(storySchema.parse(story)).toEqual(story);
    expect(story.fields.closingMark).toBe(LABEL);
    const { kicker, headline, standfirst, place, date, byline, section, tags } = story.fields;
    for (const text of [kicker, headline, standfirst, place, date, byline, section, tags]) expect(text).not.toBe('');
    for (const { id } of [story, ...story.body]) ids.add(id);
  }
  expect(ids.size).toBe(STORIES.reduce((sum, { body }) => sum + body.length + 1, 0));
  expect(STORIES.some(({ body }) => body.some((block) => block.type === 'figure' && block.caption !== ''))).toBe(true);
});

test('stories have 100 to 2,000 words and about 450 in the middle, the oldest first', () => {
  const lengths = STORIES.map(countWords).sort((a, b) => a - b);
  expect(lengths[0]).toBeGreaterThanOrEqual(100);
  expect(lengths.at(-1)).toBeLessThanOrEqual(2100);
  expect(lengths[200]).toBeGreaterThan(350);
  expect(lengths[200]).toBeLessThan(600);
  const times = STORIES.map((story) => story.createdAt);
  expect(times).toEqual([...times].sort());
});

test('words are spread as in real text: a few are everywhere, most are rare', () => {
  const counts = new Map<string, number>();
  for (const { body } of STORIES)
    for (const block of body)
      for (const { word } of wordsOf(blockTexts(block)[0] ?? ''))
        counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const all = sorted.reduce((sum, count) => sum + count, 0);
  const share = (from: number, to: number) => sorted.slice(from, to).reduce((sum, count) => sum + count, 0) / all;
  expect(sorted.length).toBeGreaterThan(1500);
  expect(share(0, 20)).toBeGreaterThan(0.15);
  expect(share(0, 200)).toBeLessThan(0.85);
  expect(sorted.filter((count) => count <= 20).length).toBeGreaterThan(sorted.length / 2);
});

test('numbers stand as newsrooms write them', () => {
  const text = STORIES.flatMap(({ body }) => body.map((block) => blockTexts(block)[0] ?? ''));
  expect(text.join(' ')).toMatch(/ \d{1,2},\d{1,2}%/);
  expect(text.join(' ')).toMatch(/ \d\.\d{3} tỷ đồng/);
  expect(text.join(' ')).not.toMatch(/undefined|NaN| {2}/);
});
