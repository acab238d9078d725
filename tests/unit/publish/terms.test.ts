import { expect, test } from 'vitest';
import { bestTerms } from '../../../main/publish/destinations/terms.ts';
import { isOutOfReach, knownTerms, rememberTerms } from '../../../main/publish/known-terms.ts';

const TERMS = [
  { id: '1', name: 'Nông nghiệp', under: ['Kinh tế'] },
  { id: '2', name: 'Đời sống' },
  { id: '3', name: 'Kinh tế' },
  { id: '4', name: 'Tài chính – kinh tế' },
  { id: '5', name: 'Phi kinh tế' },
];
const names = (query: string, most = 50) => bestTerms(TERMS, query, most).map(({ name }) => name);

test('the closest name comes first, then what stands under it; marks and case do not matter', () => {
  expect(names('kinh te')).toEqual(['Kinh tế', 'Phi kinh tế', 'Tài chính – kinh tế', 'Nông nghiệp']);
  expect(names('ĐỜI')).toEqual(['Đời sống']);
  expect(names('không có')).toEqual([]);
});

test('without a query they stay in their own order, as many as are wanted', () => {
  expect(names('', 2)).toEqual(['Nông nghiệp', 'Đời sống']);
});

test('what was told is known again, for that site alone; what is damaged is not', async () => {
  const values = new Map<string, Uint8Array>();
  const store = {
    getValue: async (key: string) => values.get(key) ?? null,
    putValue: async (key: string, value: Uint8Array) => {
      values.set(key, value);
      return { ok: true as const, value: null };
    },
  };
  const of = { id: 'x', audience: 'https://bao.vn' };
  await rememberTerms(store, of, 'tags', TERMS.slice(0, 2));
  await rememberTerms(store, of, 'tags', [{ id: '2', name: 'Đời sống mới' }]);
  const known = await knownTerms(store, of, 'tags', '');
  expect(known?.terms.map(({ name }) => name)).toEqual(['Đời sống mới', 'Nông nghiệp']);
  expect(await knownTerms(store, of, 'categories', '')).toBeNull();
  expect(await knownTerms(store, { ...of, audience: 'https://khac.vn' }, 'tags', '')).toBeNull();
  values.set([...values.keys()][0]!, new Uint8Array([0x7b]));
  expect(await knownTerms(store, of, 'tags', '')).toBeNull();
});

test('a password that is refused is not a site out of reach', () => {
  expect(isOutOfReach({ ok: false, code: 'offline' })).toBe(true);
  expect(isOutOfReach({ ok: false, code: 'badAnswer' })).toBe(true);
  expect(isOutOfReach({ ok: false, code: 'wrongPassword' })).toBe(false);
});
