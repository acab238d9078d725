import { expect, test } from 'vitest';
import { articleToHtml, storyToHtml } from '../../../story/formats/html/index.ts';
import { storyToNinjs } from '../../../story/formats/ninjs/index.ts';
import { writeTemplate } from '../../../story/formats/template/template.ts';
import { storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import type { Story } from '../../../story/model.ts';
import { newsStory, PHOTO } from './samples.ts';

/** The same story as a Mac's programs may have written it: every text of it decomposed. */
const decomposed = <T>(value: T): T =>
  typeof value === 'string'
    ? (value.normalize('NFD') as T)
    : Array.isArray(value)
      ? (value.map(decomposed) as T)
      : value && typeof value === 'object'
        ? (Object.fromEntries(Object.entries(value).map(([key, item]) => [key, decomposed(item)])) as T)
        : value;

const STORY = newsStory();
const href = 'https://bao.example.vn/hong.jpg';
const photo = { href, url: href, id: 7, contentType: 'image/jpeg', width: 1600, height: 1067 };
const photos = new Map([[PHOTO, photo]]);
const versionCreated = '2026-03-06T00:00:00.000Z';

test.each<[string, (story: Story) => unknown]>([
  ['a page', (story) => storyToHtml(story, { photos })],
  ['an article', (story) => articleToHtml(story, photos)],
  ['a post of WordPress', (story) => storyToWordPress(story, { photos })],
  ['ninjs', (story) => storyToNinjs(story, { uri: 'urn:x', versionCreated, photos, organisation: 'Báo Bắc Kạn' })],
  ['a template', (story) => writeTemplate('Tin', story)],
])('%s of decomposed text is in NFC, as if it had been composed', (_, write) => {
  const out = JSON.stringify(write(decomposed(STORY)));
  expect(out).toBe(out.normalize('NFC'));
  expect(out).toBe(JSON.stringify(write(STORY)));
  expect(out).toMatch(/[ạảấầẩẫậắằẳẵặ]/);
});
