import { expect, test } from 'vitest';
import { houseRewritings } from '../../../../story/text/vietnamese/house.ts';

const TEXT = 'Hoà bình, lí do: sức khoẻ';
const found = (house: Parameters<typeof houseRewritings>[1], learnt: string[] = []) =>
  houseRewritings(TEXT, house, (word) => learnt.includes(word)).map(({ start, end, text }) => [
    TEXT.slice(start, end),
    text,
  ]);

test('tone marks and i or y, in order; nothing where both ways are left alone, and not what is learnt', () => {
  expect(found({ placement: 'old', iy: 'y' })).toEqual([
    ['Hoà', 'Hòa'],
    ['lí', 'lý'],
    ['khoẻ', 'khỏe'],
  ]);
  expect(found({ placement: 'old', iy: null }, ['khoẻ'])).toEqual([['Hoà', 'Hòa']]);
  expect(found({ placement: 'new', iy: 'y' }, ['lí'])).toEqual([]);
  expect(found({ placement: null, iy: null })).toEqual([]);
});
