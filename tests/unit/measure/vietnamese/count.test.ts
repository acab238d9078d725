import { expect, test } from 'vitest';
import {
  checkWith,
  countFindings,
  countMissed,
  realSlips,
  writtenWords,
} from '../../../../scripts/measure/vietnamese/count.ts';
import type { Source } from '../../../../scripts/measure/vietnamese/sources.ts';

const check = checkWith((word) => word === 'video');
const source = (name: string, text: string): Source => ({ name, version: '', kind: 'published', texts: [text] });

test('a finding is a false alarm unless it is written down as a real slip of that source', async () => {
  const texts = [source('one', 'Ngưòi dân xem video ở nhàa.'), source('two', 'Nhàa cửa.')];
  const real = [{ source: 'one', word: 'nhàa', right: 'nhà', context: '' }];
  const { counts, alarms } = await countFindings(texts, check, real);
  expect(counts.published).toEqual({ checked: 8, falseAlarms: 2 });
  expect(alarms.map(({ source, word }) => [source, word])).toEqual([
    ['one', 'Ngưòi'],
    ['two', 'Nhàa'],
  ]);
});

test('a word is meant where two sources have it, or the web', () => {
  const real = [{ source: 'one', word: 'sửa', right: 'sữa', context: '' }];
  const isWritten = writtenWords([source('one', 'bà nội sửa nhà'), source('two', 'bà ngoại sửa')], ['Cháu'], real);
  expect(['bà', 'cháu', 'nội', 'sửa'].map(isWritten)).toEqual([true, true, false, false]);
});

test('slips that are found and not found are counted, and first suggestions', async () => {
  const texts = ['bà con nhận được nước sạch về tận nhà'];
  const written = new Set(texts.flatMap((text) => text.split(' ')));
  const { byKind, missed } = await countMissed(texts, 4, (word) => written.has(word), check);
  expect(byKind.telexLeft).toEqual({ slips: 4, missed: 0, possible: 0, firstRight: 4 });
  expect(Object.values(byKind).reduce((sum, one) => sum + one.missed, 0)).toBe(missed.length);
});

test('every real slip names its source, what was meant and where it stands', () => {
  for (const { source, word, right, context } of realSlips()) {
    expect(source).not.toBe('');
    expect(right).not.toBe('');
    expect(right).not.toBe(word);
    expect(context).toContain(word);
  }
});
