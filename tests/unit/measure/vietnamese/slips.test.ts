import { expect, test } from 'vitest';
import { injectSlips, KINDS, slipsOf } from '../../../../scripts/measure/vietnamese/slips.ts';

test.each([
  ['toneDropped', 'nước', ['nươc']],
  ['toneDropped', 'người', []],
  ['toneMoved', 'của', ['cuả']],
  ['signDropped', 'nước', ['nuớc', 'nưóc']],
  ['telexLeft', 'người', ['nguwowfi', 'nguwowif']],
  ['telexLeft', 'đang', ['ddang']],
  ['telexLeft', 'xanh', []],
  ['vniLeft', 'tiếng', ['tie61ng', 'tie6ng1']],
  ['doubled', 'là', ['llà', 'làa']],
  ['transposed', 'xã', ['ãx']],
  ['neighbour', 'xã', ['zã', 'cã', 'sã', 'dã']],
  ['letterDropped', 'tính', ['ính', 'tíh', 'tín']],
  ['spaceDropped', 'địa', ['địachỉ']],
] as const)('%s: %s', (kind, word, slips) => {
  expect(slipsOf(kind, word, 'chỉ').sort()).toEqual([...slips].sort());
});

test('slips are the same each time, of each kind, and no words', () => {
  const texts = ['bà con nhận được nước sạch về tận nhà', 'đường mới mở lối cho nếp tím'];
  const written = new Set(texts.flatMap((text) => text.split(' ')));
  const slips = injectSlips(texts, 5, (word) => written.has(word));
  expect(slips).toEqual(injectSlips(texts, 5, (word) => written.has(word)));
  expect(new Set(slips.map(({ kind }) => kind))).toEqual(new Set(KINDS));
  for (const { text, from, wrong, right } of slips) {
    expect(written.has(wrong)).toBe(false);
    expect(texts).toContain(text.slice(0, from) + right + text.slice(from + wrong.length));
  }
});
