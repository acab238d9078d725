import { expect, test } from 'vitest';
import { suggestionsFor } from '../../../../story/text/vietnamese/suggest.ts';

test.each([
  ['ddang', 'đang'],
  ['ddangr', 'đảng'],
  ['nguwowif', 'người'],
  ['nguowif', 'người'],
  ['ngườif', 'người'],
  ['tie6ng', 'tiêng'],
  ['tie6ng1', 'tiếng'],
  ['tieengs', 'tiếng'],
  ['d9u7o7ng2', 'đường'],
  ['dduwowngf', 'đường'],
  ['duongwdf', 'đường'],
  ['quyeets', 'quyết'],
  ['thuyr', 'thủy'],
  ['hòan', 'hoàn'],
  ['gìa', 'già'],
  ['qúy', 'quý'],
  ['cuả', 'của'],
  ['hóà', 'hòa'],
  ['cẻ', 'kẻ'],
  ['ngĩ', 'nghĩ'],
  ['ngề', 'nghề'],
  ['gế', 'ghế'],
  ['iêu', 'yêu'],
  ['nhưgn', 'nhưng'],
  ['thàhn', 'thành'],
  ['Thàhn', 'Thành'],
  ['THÀHN', 'THÀNH'],
])('%s -> %s', (typed, meant) => {
  expect(suggestionsFor(typed, 'old')[0]).toBe(meant);
});

test('a final that demands a tone gets both', () => {
  expect(suggestionsFor('mat', 'old').slice(0, 2)).toEqual(['mát', 'mạt']);
});

test('a right syllable gets none, in either placement', () => {
  expect(suggestionsFor('hòa', 'new')).toEqual([]);
  expect(suggestionsFor('hoà', 'old')).toEqual([]);
});

test('the house decides where the mark of a suggestion stands', () => {
  expect(suggestionsFor('hóà', 'new')[0]).toBe('hoà');
});

test.each([
  ['khôgn', 'không'],
  ['nuớc', 'nước'],
  ['chuơng', 'chương'],
  ['đuợc', 'được'],
  ['thưc', 'thực'],
  ['môt', 'một'],
  ['liêt', 'liệt'],
  ['duoc', 'được'],
  ['tuợng', 'tượng'],
  ['ủca', 'của'],
])('of slips as likely, the commoner word comes first: %s', (typed, meant) => {
  expect(suggestionsFor(typed, 'old')[0]).toBe(meant);
});

test('never more than five, never the word itself, always syllables', () => {
  for (const word of ['hjklm', 'xin1chào', 'ă', 'strong', 'b']) {
    const list = suggestionsFor(word, 'old');
    expect(list.length).toBeLessThanOrEqual(5);
    expect(list).not.toContain(word);
  }
});
