import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Story } from '../../../story/model.ts';
import { countBlockWords, countCharacters, countText, countWords } from '../../../story/text/counts.ts';

const story = (): Story => {
  const made = emptyStory('vi', '2026-01-02T03:04:05.000Z');
  made.fields = { ...made.fields, kicker: 'Nông nghiệp', headline: 'Mùa dưa lưới', standfirst: 'Năm nay được mùa.' };
  made.body = [
    { id: newId(), type: 'paragraph', runs: [{ text: 'Sản lượng tăng 57,54', bold: true }, { text: '% – kỷ lục.' }] },
    {
      id: newId(),
      type: 'figure',
      photo: 'a'.repeat(64),
      width: 10,
      height: 10,
      caption: 'Không đếm chú thích',
      credit: '',
      copyright: '',
      alt: '',
      unchecked: [],
    },
    { id: newId(), type: 'paragraph', runs: [] },
  ];
  return made;
};

test('a Vietnamese syllable is a word, a number is one word, a dash alone is none', () => {
  expect(countText('Tỷ lệ hộ nghèo giảm 1,68% – còn 3.700 tỷ đồng ./.').words).toBe(10);
  expect(countText('  \n\t… — ! ')).toEqual({ words: 0, characters: 9 });
});

test('words are counted alike in NFC and NFD, with no-break spaces, and across runs', () => {
  const text = 'Thành phố Bắc\u00a0Kạn';
  expect(countText(text)).toEqual({ words: 4, characters: 17 });
  expect(countText(text.normalize('NFD'))).toEqual({ words: 4, characters: 17 });
});

test('characters are code points; line breaks are not characters', () => {
  expect(countText('a👨‍👩‍👧b').characters).toBe(7);
  expect(countText('một\r\nhai').characters).toBe(6);
});

test('a story counts headline, standfirst and body, not captions', () => {
  const made = story();
  expect(countWords(made)).toBe(3 + 4 + 6);
  expect(countWords(made)).toBe(3 + 4 + made.body.reduce((sum, block) => sum + countBlockWords(block), 0));
  expect(countCharacters(made)).toBe('Mùa dưa lướiNăm nay được mùa.Sản lượng tăng 57,54% – kỷ lục.'.length);
});
