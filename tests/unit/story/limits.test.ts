import { expect, test } from 'vitest';
import { countGraphemes, fieldsTooLong, HOUSE_LIMITS, lengthOf } from '../../../story/limits.ts';
import { emptyFields } from '../../../story/model.ts';

test('characters are what a reader counts: letters with their marks, in any normal form, and emoji whole', () => {
  expect(countGraphemes('Đắk Lắk')).toBe(7);
  expect(countGraphemes('Đắk Lắk'.normalize('NFD'))).toBe(7);
  expect(countGraphemes('👨‍👩‍👧 🇻🇳')).toBe(3);
  expect(countGraphemes('')).toBe(0);
});

test('blanks around a text do not count, and a field without a number has no limit', () => {
  expect(lengthOf('headlineSeo', '  Lũ về  ', { headlineSeo: 6 })).toEqual({ count: 5, limit: 6 });
  expect(lengthOf('kicker', 'Lũ về', { headlineSeo: 6 })).toEqual({ count: 5, limit: null });
});

test('too long is one character more than the limit', () => {
  const fields = { ...emptyFields(), headlineSeo: 'a'.repeat(60), headlineShort: 'ấ'.repeat(41) };
  expect(fieldsTooLong(fields, HOUSE_LIMITS)).toEqual(['headlineShort']);
  expect(fieldsTooLong({ ...fields, headlineSeo: 'a'.repeat(61) }, HOUSE_LIMITS)).toEqual([
    'headlineShort',
    'headlineSeo',
  ]);
});
