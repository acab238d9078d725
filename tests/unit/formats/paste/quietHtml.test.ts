import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { quietHtml } from '../../../../story/formats/paste/quietHtml.ts';

test.each([
  ['<p onclick="a>b" style=\'x\'>on style</p>', '<p data-onclick="a>b" data-style=\'x\'>on style</p>'],
  [
    '<b STYLE=font-weight:normal/OnLoad = y>1 < 2 on x</b>',
    '<b data-STYLE=font-weight:normal/OnLoad = y>1 < 2 on x</b>',
  ],
  ['<!-- <a onx> --><i title="on style=1">x</i>', '<!-- <a onx> --><i title="on style=1">x</i>'],
  ['<script>if(a<b onx)</script><p style="a">', '<script>if(a<b onx)</script><p data-style="a">'],
  ['<SCRIPT onload=1>"<p style>"</Script><p/onx>', '<SCRIPT data-onload=1>"<p style>"</Script><p/data-onx>'],
  ['<p style="unclosed on x', '<p data-style="unclosed on x'],
  ['a < b, a<3 on style', 'a < b, a<3 on style'],
])('%s', (html, quiet) => {
  expect(quietHtml(html)).toBe(quiet);
});

test('the words stay what they were, whatever the HTML', () => {
  const bit = fc.constantFrom(
    '<p',
    ' onx',
    ' style',
    '=',
    '"',
    "'",
    '>',
    '/',
    '</p>',
    '<!--',
    '-->',
    '<script',
    '</script>',
    ' on ',
    'chữ',
    '<',
    '\n',
  );
  const parser = new new JSDOM('').window.DOMParser();
  const words = (html: string) => parser.parseFromString(html, 'text/html').body.textContent;
  fc.assert(
    fc.property(fc.array(bit, { maxLength: 25 }), (bits) => {
      const html = bits.join('');
      expect(words(quietHtml(html))).toBe(words(html));
    }),
    { numRuns: 500 },
  );
});

test('a megabyte of open tags is one pass', () => {
  const html = '<a '.repeat(350_000);
  expect(quietHtml(html)).toBe(html);
});
