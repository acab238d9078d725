import { expect, test } from 'vitest';
import { emptyFields, type Fields } from '../../../story/model.ts';
import { isMarkMissing } from '../../../story/review/closingMark.ts';
import { para, story } from './kit.ts';

const made = (fields: Partial<Fields>, ...texts: string[]) =>
  story(
    texts.map((text, index) => para(index + 1, text)),
    { fields: { ...emptyFields(), ...fields } },
  );

test('the mark is there: in its field, whichever it is, or typed at the end, blank paragraphs aside', () => {
  expect(isMarkMissing(made({}, 'Hết.'), './.')).toBe(true);
  expect(isMarkMissing(made({ closingMark: '(Hết)' }, 'Hết.'), './.')).toBe(false);
  expect(isMarkMissing(made({}, 'Đầu.', 'Hết./. ', ' '), ' ./. ')).toBe(false);
  expect(isMarkMissing(made({}, 'Đầu./.', 'Hết.'), './.')).toBe(true);
  expect(isMarkMissing(made({}, 'Hết.'), ' ')).toBe(false);
});
