import path from 'node:path';
import { expect, test } from 'vitest';
import { addSample } from '../../../main/sample.ts';
import type { LibraryRow } from '../../../preload/contract.ts';
import { type Figure, isTextBlock, plainText, type Story, storySchema } from '../../../story/model.ts';
import { good, library } from './library.ts';

const resources = path.resolve(import.meta.dirname, '../../../resources');

async function added(rows: LibraryRow[] = []) {
  const { media, rows: photos } = await library();
  const stories: { story: Story; author: string }[] = [];
  const values = new Map<string, Uint8Array>();
  const store = {
    getValue: async (key: string) => values.get(key) ?? null,
    putValue: async (key: string, value: Uint8Array) => {
      values.set(key, value);
      return { ok: true as const, value: null };
    },
    listStories: async () => rows,
    createStory: async (story: Story, author: string) => {
      stories.push({ story, author });
      return { ok: true as const, value: { seq: 0 } };
    },
  };
  const again = () => addSample({ store, media, resources }, 'fingerprint');
  return { result: good(await again()), stories, photos, again };
}

test('an empty library gets one whole story, with a photo that says the same as its figure', async () => {
  const { result, stories, photos } = await added();
  expect(stories).toHaveLength(1);
  const { story, author } = stories[0]!;
  expect(author).toBe('fingerprint');
  expect(result).toEqual({ id: story.id });
  expect(storySchema.parse(story)).toEqual(story);
  const shown = [
    'kicker',
    'headline',
    'standfirst',
    'place',
    'date',
    'byline',
    'closingMark',
    'section',
    'tags',
  ] as const;
  for (const name of shown) expect(story.fields[name], name).not.toBe('');
  expect(new Set(story.body.map((block) => block.id)).size).toBe(story.body.length);

  const figure = story.body.find((block): block is Figure => block.type === 'figure')!;
  const { photo, width, height, caption, credit, copyright, alt } = figure;
  expect(photos.get(photo)).toMatchObject({ width, height, caption, credit, copyright, alt, photographer: 'Copydesk' });
});

test('it is news in Vietnamese, in NFC, with the figures of a provincial paper', async () => {
  const { story } = (await added()).stories[0]!;
  const text = story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : '')).join('\n');
  expect(text).toContain('57,54%');
  expect(text).toContain('3.700 tỷ đồng');
  expect(story.fields.closingMark).toBe('./.');
  expect(JSON.stringify(story)).toBe(JSON.stringify(story).normalize('NFC'));
});

test('two libraries hold two stories; a library with stories gets none', async () => {
  const [one, two] = [await added(), await added()];
  expect(one.result?.id).not.toBe(two.result?.id);
  const { result, stories, photos } = await added([{} as LibraryRow]);
  expect([result, stories.length, photos.size]).toEqual([null, 0, 0]);
});

test('a library that somebody emptied gets no second one', async () => {
  const { stories, again } = await added();
  expect(good(await again())).toBeNull();
  expect(stories).toHaveLength(1);
});
