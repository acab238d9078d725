import { expect, test } from 'vitest';
import { emptyFields, type Fields } from '../../../story/model.ts';
import { houseWarnings, isMarkMissing } from '../../../story/review/house.ts';
import { para, story } from './kit.ts';

const made = (fields: Partial<Fields>, ...texts: string[]) =>
  story(
    texts.map((text, index) => para(index + 1, text)),
    { fields: { ...emptyFields(), ...fields } },
  );

test('fields over the house’s limits, in the limits’ order, and a closing mark that is missing', () => {
  const limits = { headline: 5, headlineSeo: 3, standfirst: 2 };
  const long = made({ headline: 'Lũ về đêm', headlineSeo: 'Lũ', standfirst: 'Mưa' }, 'Hết.');
  expect(houseWarnings(long, { limits, closingMark: './.' })).toEqual([
    { code: 'tooLong', anchor: { field: 'headline' } },
    { code: 'tooLong', anchor: { field: 'standfirst' } },
    { code: 'closingMarkMissing', anchor: { field: 'closingMark' } },
  ]);
  expect(houseWarnings(long, { limits: {}, closingMark: '' })).toEqual([]);
});

test('the mark is there: in its field, whichever it is, or typed at the end, blank paragraphs aside', () => {
  expect(isMarkMissing(made({}, 'Hết.'), './.')).toBe(true);
  expect(isMarkMissing(made({ closingMark: '(Hết)' }, 'Hết.'), './.')).toBe(false);
  expect(isMarkMissing(made({}, 'Đầu.', 'Hết./. ', ' '), ' ./. ')).toBe(false);
  expect(isMarkMissing(made({}, 'Đầu./.', 'Hết.'), './.')).toBe(true);
  expect(isMarkMissing(made({}, 'Hết.'), ' ')).toBe(false);
});
