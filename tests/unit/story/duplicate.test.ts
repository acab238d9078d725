import { expect, test } from 'vitest';
import { duplicateStory } from '../../../story/duplicate.ts';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Story, storySchema } from '../../../story/model.ts';
import { approve } from '../../../story/review/approval.ts';

const AT = '2026-03-01T08:00:00.000Z';
const thread = newId();
const empty = emptyStory('vi', '2025-03-01T08:00:00.000Z');
const figure = {
  ...{ id: newId(), type: 'figure', photo: 'ab'.repeat(32), width: 600, height: 400 },
  ...{ caption: 'Chợ phiên', credit: 'Ảnh: An', copyright: '', alt: '', unchecked: ['credit'] },
} as const;
const original: Story = storySchema.parse({
  ...empty,
  fields: {
    ...empty.fields,
    headline: 'Lũ về',
    tags: 'mưa lũ',
    slug: 'lu-ve-2026',
    embargo: '2026-03-02T00:00:00.000Z',
  },
  body: [
    {
      id: newId(),
      type: 'paragraph',
      runs: [
        { text: 'Nước ' },
        { text: 'dâng', threads: [thread], side: 'ours' },
        { text: 'rút', threads: [thread], side: 'theirs' },
        { text: ' nhanh.', bold: true },
      ],
    },
    figure,
  ],
  threads: {
    [thread]: {
      ...{ id: thread, kind: 'conflict', anchor: { field: 'headline' }, ours: 'dâng', theirs: 'rút' },
      ...{ theirName: 'Hà', at: AT, resolved: false },
    },
  },
});

test('a duplicate has the words and photos under new ids, as a draft without comments', () => {
  const story = approve(original, { name: 'An', fingerprint: 'f' }, AT);
  const copy = duplicateStory(story, '(bản sao)', AT);
  expect(storySchema.parse(copy)).toEqual(copy);
  expect(copy).toMatchObject({ status: 'draft', approval: null, threads: {}, createdAt: AT, language: 'vi' });
  expect(copy.fields).toEqual({ ...story.fields, headline: 'Lũ về (bản sao)', slug: '' });
  const [text, photo] = copy.body;
  expect(text).toMatchObject({ runs: [{ text: 'Nước dâng' }, { text: ' nhanh.', bold: true }] });
  expect(photo).toEqual({ ...figure, id: photo?.id });
  const ids = [copy.id, ...copy.body.map((block) => block.id)];
  expect(new Set([...ids, story.id, ...story.body.map((block) => block.id)]).size).toBe(6);
});

test('a story without a headline has none in its duplicate', () => {
  expect(duplicateStory(empty, '(bản sao)', AT).fields.headline).toBe('');
});
