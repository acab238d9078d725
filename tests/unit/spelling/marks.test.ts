import { expect, test } from 'vitest';
import { isUnfinished, type Mark, marksOf, nextMark } from '../../../renderer/editor/spelling/marks.ts';
import { keyOf } from '../../../renderer/editor/spelling/place.ts';
import { proseOf } from '../../../renderer/editor/spelling/prose.ts';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Story } from '../../../story/model.ts';
import { checkSpelling } from '../../../story/text/vietnamese/check.ts';
import { figure, paragraph } from '../schema/editing.ts';

const story: Story = {
  ...emptyStory('vi', '2026-01-05T03:00:00.000Z'),
  body: [
    paragraph('ddang sôs'),
    figure('nguwowif'),
    { id: newId(), type: 'quote', runs: [{ text: 'We recieve it' }] },
    paragraph('blốc'),
  ],
};
story.fields.headline = 'tie6ng';
story.fields.date = 'ngày ddang';
const rules = { placement: null, isLearnt: () => false, isForeign: (word: string) => word === 'we' || word === 'it' };
const passages = proseOf(story);
const marksWith = (learnt: string[], ignored: string[] = []): Mark[] =>
  marksOf(passages, ({ text }) => checkSpelling(text, rules), { learnt: new Set(learnt), ignored: new Set(ignored) });
const order = passages.map(({ place }) => keyOf(place));
const block = (index: number) => ({ block: (story.body[index] as { id: string }).id });

test('checks prose in the order of the page, and a quotation may be in another language', () => {
  expect(passages.map(({ text, mayQuote }) => [text, mayQuote])).toEqual([
    ['tie6ng', false],
    ['ddang sôs', false],
    ['nguwowif', false],
    ['Tùng Vân', false],
    ['We recieve it', true],
    ['blốc', false],
  ]);
  expect(new Set(passages.map(({ key }) => key)).size).toBe(6);
  expect(proseOf({ ...story, language: 'en' }).some(({ mayQuote }) => mayQuote)).toBe(false);
});

test('names are read in Vietnamese alone: no dictionary knows them', () => {
  const named = { ...story, fields: { ...story.fields, byline: 'Lò Thị Đoỏng', sources: 'Cổng tin' } };
  const texts = (of: Story) => proseOf(of).map(({ text }) => text);
  expect(texts(named)).toEqual(expect.arrayContaining(['Lò Thị Đoỏng', 'Cổng tin']));
  expect(texts({ ...named, language: 'en' })).not.toContain('Lò Thị Đoỏng');
});

test('leaves out what is learnt anywhere, and what is ignored at its place', () => {
  expect(marksWith([]).map(({ word }) => word)).toEqual(['tie6ng', 'ddang', 'sôs', 'nguwowif', 'blốc']);
  expect(marksWith(['blốc', 'sôs']).map(({ word }) => word)).toEqual(['tie6ng', 'ddang', 'nguwowif']);
  const [first] = marksWith([]);
  expect(marksWith([], [`${first?.key} tie6ng`, `${first?.key} blốc`]).map(({ word }) => word)).toEqual([
    'ddang',
    'sôs',
    'nguwowif',
    'blốc',
  ]);
});

test('goes on from the caret, both ways and round', () => {
  const marks = marksWith([]);
  const to = (place: Parameters<typeof keyOf>[0], start: number, end: number, by: 1 | -1) =>
    nextMark(marks, order, { place, start, end }, by)?.word;
  expect(to(block(0), 0, 0, 1)).toBe('ddang');
  expect(to(block(0), 0, 5, 1)).toBe('sôs');
  expect(to(block(0), 0, 5, -1)).toBe('tie6ng');
  expect(to(block(0), 6, 9, 1)).toBe('nguwowif');
  expect(to(block(3), 0, 4, 1)).toBe('tie6ng');
  expect(to({ field: 'headline' }, 0, 0, -1)).toBe('blốc');
  expect(to({ field: 'byline' }, 3, 3, 1)).toBe('tie6ng');
  expect(nextMark(marks, order, null, 1)?.word).toBe('tie6ng');
  expect(nextMark([], order, null, 1)).toBeNull();
});

test('a word with the caret at its end is still being written', () => {
  const sos = marksWith([]).find(({ word }) => word === 'sôs') as Mark;
  expect(isUnfinished(sos, { place: block(0), start: 9, end: 9 })).toBe(true);
  expect(isUnfinished(sos, { place: block(0), start: 6, end: 9 })).toBe(false);
  expect(isUnfinished(sos, { place: block(3), start: 9, end: 9 })).toBe(false);
});
