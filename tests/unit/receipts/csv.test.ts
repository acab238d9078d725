import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvOf } from '../../../story/receipts/csv.ts';
import { readCsv } from './csv.ts';

test('any table is read back as it was, but for the apostrophe before a formula', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('=1+1', '-5', '@x', '+84 28', 'a,b', '"', '\r\n', ' x '),
  );
  const guarded = (text: string) => (/^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text);
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
      const [header = [], ...rest] = rows;
      expect(readCsv(csvOf(header, rest))).toEqual(rows.map((row) => row.map(guarded)));
    }),
  );
});

test('numbers stay numbers, negative ones too; texts that a spreadsheet would run do not run', () => {
  expect(csvOf(['Số'], [[-3], ['=HYPERLINK("http://x","y")'], ['＝1']])).toBe(
    '\uFEFFSố\r\n-3\r\n"\'=HYPERLINK(""http://x"",""y"")"\r\n\'＝1\r\n',
  );
});
