import { describe, expect, it } from 'vitest';
import type { Language } from '../../../story/model.ts';
import type { FactKind } from '../../../story/review/facts/fact.ts';
import { factsIn } from '../../../story/review/facts/find.ts';

const found = (kind: FactKind, text: string, language: Language = 'vi'): string[] =>
  factsIn(text, language)[kind].map(({ from, to }) => text.slice(from, to));
const key = (kind: FactKind, text: string, language: Language = 'vi'): string[] =>
  factsIn(text, language)[kind].map((fact) => fact.key);

describe('numbers', () => {
  it('stand with their units, signs and scales', () => {
    expect(found('number', 'Tưới 3.700 ha, đạt 57,54%, lạnh -5°C, giá 3,5 triệu đồng, F-16, 2G.')).toEqual([
      ...['3.700 ha', '57,54%', '-5°C', '3,5 triệu đồng', '16', '2'],
    ]);
    expect(found('number', 'It paid $3,700 for 12.5 percent, or 2 million tonnes.', 'en')).toEqual([
      ...['$3,700', '12.5 percent', '2 million tonnes'],
    ]);
  });
  it('in words are found where it is sure', () => {
    expect(found('number', 'Hai mươi lăm hộ, ba người, mười bản, năm trăm tỷ đồng.')).toEqual([
      ...['Hai mươi lăm', 'ba', 'mười', 'năm trăm tỷ đồng'],
    ]);
    expect(found('number', 'Trong một năm, hai bên; ba ơi; năm nay; không ai.')).toEqual([]);
    expect(found('number', 'Twenty-five villages and two hundred and ten homes', 'en')).toEqual([
      'Twenty-five',
      'two hundred and ten',
    ]);
  });
  it.each([
    ['25 hộ', 'hai mươi lăm hộ'],
    ['503', 'năm trăm linh ba'],
    ['2025', 'hai nghìn không trăm hai mươi lăm'],
    ['500 tỷ đồng', 'năm trăm tỉ đồng'],
    ['3,5 triệu đồng', '3.500.000 đồng'],
    ['12%', '12 phần trăm'],
    ['120 nghìn', '120 ngàn'],
  ])('%s and %s are one', (a, b) => expect(key('number', `có ${b} ở`)).toEqual(key('number', `có ${a} ở`)));
  it.each([
    ['3,7 ha', '37 ha'],
    ['3.700', '3.70'],
    ['12 triệu', '12 tỷ'],
    ['12%', '12'],
    ['5 km', '5 m'],
    ['$5', '5'],
  ])('%s and %s are not', (a, b) => expect(key('number', `có ${b} ở`)).not.toEqual(key('number', `có ${a} ở`)));
});

describe('dates and times', () => {
  it.each([
    ...['14/6', '14/6/2026', 'ngày 14 tháng 6', 'ngày 20 tháng 6 năm 2026', 'tháng 6/2026', 'năm 2026', 'quý II/2026'],
    ...['8 giờ 30', '8h30', '08:30', 'thứ Hai', 'chủ nhật', '2026-06-14'],
  ])('%s', (date) => expect(found('date', `Họp ${date} tại xã.`)).toEqual([date]));
  it.each(['June 14', 'June 14, 2026', '14 June 2026', '8:30 p.m.', 'Monday', 'Sept. 3'])('%s', (date) =>
    expect(found('date', `They met on ${date} in town`, 'en')).toEqual([date]),
  );
  it.each([
    ['14/6', 'ngày 14 tháng 6'],
    ['14/06/2026', 'ngày 14 tháng 6 năm 2026'],
    ['8h30', '08:30'],
    ['20:30', '8:30 p.m.'],
    ['June 14', '14 June'],
  ])('%s and %s are one', (a, b) => expect(key('date', b)).toEqual(key('date', a)));
  it('that are none are numbers', () => {
    expect(found('date', 'Tỷ số 2-1, tỷ lệ 3/4 và 57.54')).toEqual(['3/4']);
    expect(found('number', 'Tỷ số 2-1, tỷ lệ 31/42')).toEqual(['2', '1', '31', '42']);
  });
});

describe('names', () => {
  it('are runs of syllables with large first letters, and institutions', () => {
    expect(
      found('name', 'Theo bà Nguyễn Thị Thu Hà ở Pác Ngòi, Sở Nông nghiệp và Môi trường tỉnh Bắc Kạn và UBND xã nói.'),
    ).toEqual(['Nguyễn Thị Thu Hà', 'Pác Ngòi', 'Sở Nông nghiệp và Môi trường', 'Bắc Kạn', 'UBND']);
    expect(found('name', 'On Monday, John Smith of the World Bank flew to Hanoi.', 'en')).toEqual([
      ...['John Smith', 'World Bank', 'Hanoi'],
    ]);
  });
  it('are one wherever the tone mark stands', () => {
    expect(key('name', 'ở Hoà Bình')).toEqual(key('name', 'ở Hòa Bình'));
    expect(key('name', 'ở Hòa Bình')).not.toEqual(key('name', 'ở Hóa Bình'));
  });
});

describe('quotes', () => {
  it.each(['“Nước về rồi”', '"Nước về rồi"', '‘Nước về rồi’', '«Nước về rồi»'])('%s', (quote) => {
    expect(found('quote', `Ông nói: ${quote}, rồi đi.`)).toEqual([quote]);
    expect(key('quote', `Ông nói: ${quote}, rồi đi.`)).toEqual(key('quote', '– Nước về rồi.'));
  });
  it('are none of an apostrophe', () => {
    expect(found('quote', "It's the town's dam, isn’t it? The dogs’ owner didn’t say.", 'en')).toEqual([]);
  });
});
