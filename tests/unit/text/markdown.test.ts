import { expect, test } from 'vitest';
import { markdownAt } from '../../../story/text/markdown.ts';

const after = (text: string) => markdownAt(text.slice(0, -1), text.at(-1) as string);

test.each([
  ['## ', 'heading2'],
  ['### ', 'heading3'],
  ['- ', 'bullet'],
  ['* ', 'bullet'],
  ['1. ', 'number'],
  ['> ', 'quote'],
  ['---', 'divider'],
])('at the start of a block: %j', (text, means) => expect(after(text)).toEqual({ means }));

test.each([
  '# ',
  '#### ',
  '14. ',
  '11. ',
  '2. ',
  '1.',
  '1.2. ',
  ' - ',
  'a- ',
  '--',
  '----',
  'a---',
  'ngày 1. ',
  '->',
  '-a ',
])('is text: %j', (text) => expect(after(text)).toBeNull());

test.each([
  ['một **hai ba**', 'bold', 4, 2],
  ['**đ**', 'bold', 0, 2],
  ['(*nghiêng*', 'italic', 1, 1],
  ['một ~~bỏ~~', 'strike', 4, 2],
  ['**một** *hai*', 'italic', 8, 1],
] as const)('around words: %j', (text, format, from, marker) =>
  expect(after(text)).toEqual({ means: 'format', format, from, marker }),
);

test.each([
  '**hai*',
  '** hai**',
  '**hai **',
  '5 * 6 *',
  'a*b*',
  '****',
  '**',
  '~~~~',
  '~hai~',
  '\\*hai*',
  '*a\nb*',
  'x**y**',
])('around nothing: %j', (text) => expect(after(text)).toBeNull());

test('a link, if its address may be published', () => {
  expect(after('xem [báo Đảng](https://nhandan.vn/a?b=1)')).toEqual({
    means: 'link',
    from: 4,
    words: 8,
    url: 'https://nhandan.vn/a?b=1',
  });
  for (const bad of [
    '[a](b)',
    '[a](javascript:alert(1))',
    '[](https://a.vn)',
    '[a] (https://a.vn)',
    '[a](https://a.vn x)',
  ])
    expect(after(bad)).toBeNull();
});
