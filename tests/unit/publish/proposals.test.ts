import { expect, test } from 'vitest';
import { isSameTerm, optionsFor, proposalFor, wordsFor } from '../../../renderer/publish/placement/proposals.ts';

const term = (id: string, name: string) => ({ id, name });

test('the story’s own section and tags are looked up, each once, unless chosen already', () => {
  const fields = { section: ' Kinh tế ', tags: 'hồng không hạt, Bản Thi; bản thi\n' };
  expect(wordsFor('categories', fields, {})).toEqual(['Kinh tế']);
  expect(wordsFor('categories', fields, { categories: [term('1', 'KINH TẾ')] })).toEqual([]);
  expect(wordsFor('tags', fields, {})).toEqual(['hồng không hạt', 'bản thi']);
  expect(wordsFor('authors', fields, {})).toEqual([]);
});

test('a word stands for the term of its name, with marks before without; a tag may be new, a category not', () => {
  const found = [term('1', 'ban thi'), term('2', 'Bản Thi')];
  expect(proposalFor('tags', 'bản thi', found)).toEqual(term('2', 'Bản Thi'));
  expect(proposalFor('tags', 'Ban Thỉ', found)).toEqual(term('1', 'ban thi'));
  expect(proposalFor('tags', 'mùa hồng', found)).toEqual(term('', 'mùa hồng'));
  expect(proposalFor('categories', 'mùa hồng', found)).toBeNull();
});

test('an answer to earlier words offers only what holds the words of now; a tag that is there is not new', () => {
  const found = [term('1', 'Pác Nặm'), term('2', 'Đường mới')];
  expect(optionsFor('tags', 'đường', found)).toEqual([term('2', 'Đường mới'), term('', 'đường')]);
  expect(optionsFor('tags', 'đường MỚI', found)).toEqual([term('2', 'Đường mới')]);
  expect(optionsFor('categories', 'pac', found)).toEqual([term('1', 'Pác Nặm')]);
  expect(optionsFor('tags', '', found)).toEqual(found);
});

test('terms are the same by their id, new ones by their name', () => {
  expect(isSameTerm(term('1', 'a'), term('1', 'b'))).toBe(true);
  expect(isSameTerm(term('', 'Hồng'), term('9', 'hồng'))).toBe(true);
  expect(isSameTerm(term('1', 'a'), term('2', 'a'))).toBe(false);
});
