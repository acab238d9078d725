import { expect, test } from 'vitest';
import { checkEnglish, isEnglishText } from '../../../story/text/english.ts';

const WORDS = new Set("the we receive visitors every day it's market opened at a said in".split(' '));
const isEnglish = (word: string) => WORDS.has(word.toLowerCase());
const found = (text: string) => checkEnglish(text, isEnglish).map(({ word }) => word);

test('finds what the dictionary has not, and leaves names, abbreviations, addresses and Vietnamese words alone', () => {
  expect(found('We recieve visitors every dya.')).toEqual(['recieve', 'dya']);
  expect(found('Teh market opened; it’s at Kowloon.')).toEqual(['Teh']);
  expect(found('The market in Bắc Kạn opened. Kowloon said at Kowloon: UBND, www.exampel.vn, covid19.')).toEqual([]);
  expect(checkEnglish('a dya', isEnglish)[0]).toMatchObject({ from: 2, to: 5, kind: 'spelling' });
});

test('tells an English paragraph from a Vietnamese one', () => {
  expect(isEnglishText('We receive the visitors every day, said Kowloon.', isEnglish)).toBe(true);
  expect(isEnglishText('We receive the visitors ở Ba Bể.', isEnglish)).toBe(false);
  expect(isEnglishText('Ba con trai ra sau nhau', isEnglish)).toBe(false);
  expect(isEnglishText('the day', isEnglish)).toBe(false);
});
