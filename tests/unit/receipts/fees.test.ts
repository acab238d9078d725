import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Figure, type Story } from '../../../story/model.ts';
import { aboutOf } from '../../../story/receipts/about.ts';
import { type Fee, feesOf } from '../../../story/receipts/fees.ts';

const lines = (fees: Fee[]): string[] =>
  fees.map(({ name, code, role, stories, words, share, photos }) =>
    [name, code, role, stories, words, share, photos].join('|'),
  );

test('words go to who wrote, photos to who took them, each story once for each', () => {
  const fees = feesOf([
    { byline: 'Bài: Hoàng Văn Đức (HVĐ)\nẢnh: Lê Bích', words: 500, credits: ['Ảnh: Lê Bích', 'Ảnh: TTXVN', ''] },
    { byline: 'Bài và ảnh: hoàng văn  đức', words: 301, credits: ['', 'Ảnh: Hoàng Văn Đức, Lê Bích'] },
    { byline: 'Hoàng Văn Đức - Lê Bích', words: 101, credits: [] },
    { byline: 'Biên tập: Vũ An; Trình bày: Mai', words: 40, credits: ['', ''] },
  ]);
  expect(lines(fees)).toEqual([
    '||text|1|40|40|0',
    '||photos|1|0|0|2',
    'Hoàng Văn Đức|HVĐ|text|3|902|852|0',
    'Hoàng Văn Đức|HVĐ|photos|1|0|0|2',
    'Lê Bích||text|1|101|50|0',
    'Lê Bích||photos|2|0|0|3',
    'Mai||Trình bày|1|0|0|0',
    'TTXVN||photos|1|0|0|1',
    'Vũ An||editing|1|0|0|0',
  ]);
});

test('the roles of both languages are one', () => {
  const fees = feesOf([
    { byline: 'Text: An', words: 10, credits: [] },
    { byline: 'Bài: An', words: 10, credits: [] },
    { byline: 'Dịch: An', words: 10, credits: [] },
  ]);
  expect(lines(fees)).toEqual(['An||text|2|20|20|0', 'An||translation|1|10|10|0']);
});

test('whatever bylines say, the shares add up to the words of all stories', () => {
  const byline = fc.oneof(
    fc.string(),
    fc.constantFrom('An, Bình và Chi', 'Bài: An\nDịch: Bình', 'Bài và ảnh: An, An', 'Ảnh: X'),
  );
  fc.assert(
    fc.property(fc.array(fc.record({ byline, words: fc.nat(5000), credits: fc.constant<string[]>([]) })), (stories) => {
      const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
      expect(sum(feesOf(stories).map(({ share }) => share))).toBe(sum(stories.map(({ words }) => words)));
    }),
  );
});

test('a receipt knows of its story what readers see of it', () => {
  const figure: Figure = {
    ...{ id: newId(), type: 'figure', photo: 'a'.repeat(64), width: 3, height: 2 },
    ...{ caption: 'Một chú thích dài', credit: 'Ảnh: Lê Bích', copyright: '', alt: '', unchecked: [] },
  };
  const story: Story = emptyStory('vi', '2026-11-28T01:00:00.000Z');
  const by = { by: 'a', name: 'An', at: story.createdAt };
  const filled: Story = {
    ...story,
    fields: { ...story.fields, headline: 'Chợ phiên', byline: 'Bài: An', section: 'Kinh tế' },
    body: [
      { id: newId(), type: 'paragraph', runs: [{ text: 'Ba từ này' }, { text: ' thêm', suggestions: ['s'] }] },
      figure,
      { ...figure, id: newId(), credit: '' },
    ],
    suggestions: { s: { id: 's', kind: 'insertion', ...by } },
  };
  expect(aboutOf(filled)).toEqual({
    ...{ headline: 'Chợ phiên', byline: 'Bài: An', section: 'Kinh tế' },
    ...{ words: 5, credits: ['Ảnh: Lê Bích', ''] },
  });
});
