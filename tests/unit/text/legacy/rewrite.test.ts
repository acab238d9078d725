import { expect, test } from 'vitest';
import { conversions } from '../../../../scripts/measure/vietnamese/conversions.ts';
import { legacyRewritings, legacyWordsOf } from '../../../../story/text/legacy/rewrite.ts';
import { replaceAll } from '../../../../story/text/replace.ts';

test('every sample becomes what was meant, and what is no old encoding stays', () => {
  const { samples, wrongOnes } = conversions();
  expect(samples).toBeGreaterThanOrEqual(50);
  expect(wrongOnes).toEqual([]);
});

test('a headline too short to tell by is written in what the story is', () => {
  const body = { text: 'Hîp t¸c x· ký hîp ®ång bao tiªu víi 186 hé, më réng vïng trång.', fonts: [] };
  const headline = { text: 'NÕp tÝm Khuæi Thµng', fonts: [] };
  const credit = { text: 'Minh Đức', fonts: [] };
  const [inHeadline, , inCredit] = legacyWordsOf([headline, body, credit], null);
  expect(replaceAll(headline.text, inHeadline ?? [], ({ text }) => text)).toBe('Nếp tím Khuổi Thàng');
  expect(inCredit).toEqual([]);
});

test('words that are Unicode already stay, also where a person says what the rest is written in', () => {
  expect(
    legacyRewritings('đã ký hîp ®ång', { encoding: 'tcvn3', capitals: false }).map(({ start, end, text }) => [
      start,
      end,
      text,
    ]),
  ).toEqual([
    [7, 8, 'ợ'],
    [10, 12, 'đồ'],
  ]);
});
