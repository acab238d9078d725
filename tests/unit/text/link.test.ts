import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeLink } from '../../../story/text/link.ts';
import { hostileText } from '../formats/samples.ts';

test('web and mail addresses pass, serialised', () => {
  expect(safeLink('https://baobackan.vn/tin?a=1&b=2#x')).toBe('https://baobackan.vn/tin?a=1&b=2#x');
  expect(safeLink(' HTTP://BaoBacKan.vn ')).toBe('http://baobackan.vn/');
  expect(safeLink('https://báo.vn/đất')).toBe('https://xn--bo-mia.vn/%C4%91%E1%BA%A5t');
  expect(safeLink('mailto:toasoan@bao.vn?subject=Tin')).toBe('mailto:toasoan@bao.vn?subject=Tin');
});

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript&colon;alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'app://desk/',
  'blob:https://a.vn/1',
  '//a.vn/x',
  '/tin',
  'a.vn',
  '',
  'https://',
  'https://a.vn\\@evil.vn',
  'https://bao.vn@evil.vn/',
  'https://a.vn/\u202egpj.exe',
  'https://a.vn/ b',
  'https://a.vn/\nb',
  'mailto:',
  'mailto:x',
])('%j is refused', (url) => {
  expect(safeLink(url)).toBeNull();
});

test('what passes is a plain address of the three schemes and passes unchanged again', () => {
  const url = fc.oneof(
    hostileText,
    fc.webUrl({ withFragments: true, withQueryParameters: true }),
    fc.tuple(fc.constantFrom('https://', 'http:', 'mailto:a@', 'javascript:'), hostileText).map((p) => p.join('')),
  );
  fc.assert(
    fc.property(url, (text) => {
      const safe = safeLink(text);
      if (safe === null) return;
      expect(safe).toMatch(/^(https?:\/\/[^/]|mailto:)[!-~]*$/);
      expect(safeLink(safe)).toBe(safe);
    }),
    { numRuns: 500 },
  );
});

test('an address too long for the story is refused', () => {
  expect(safeLink(`https://a.vn/${'a'.repeat(4096)}`)).toBeNull();
  expect(safeLink(`https://a.vn/${'ấ'.repeat(600)}`)).toBeNull();
});
