import { expect, test } from 'vitest';
import { emptyFields } from '../../../story/model.ts';
import { seoHeadline, socialHeadline, webHeadline } from '../../../story/text/headlines.ts';

const all = [webHeadline, seoHeadline, socialHeadline];

test('without headlines of their own, all show the story’s', () => {
  const fields = { ...emptyFields(), headline: 'Lũ về giữa đêm', headlineSeo: '  ' };
  expect(all.map((of) => of(fields))).toEqual(Array(3).fill('Lũ về giữa đêm'));
});

test('the web’s headline does for its cards and searches, too; each has its own where one is given', () => {
  const fields = { ...emptyFields(), headline: 'Lũ về giữa đêm', headlineWeb: 'Bản Thi trắng đêm chạy lũ' };
  expect(all.map((of) => of(fields))).toEqual(Array(3).fill('Bản Thi trắng đêm chạy lũ'));
  const own = { ...fields, headlineSeo: 'Lũ quét Bản Thi', headlineSocial: 'Một đêm trắng' };
  expect(all.map((of) => of(own))).toEqual(['Bản Thi trắng đêm chạy lũ', 'Lũ quét Bản Thi', 'Một đêm trắng']);
});
