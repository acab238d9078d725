import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readList, readWords, writeList } from '../../../story/text/corrections/file.ts';
import { MOST_ENTRIES, TYPING } from '../../../story/text/corrections/settings.ts';

test('an entry a line, as people and spreadsheets write it; comments and blank lines are none', () => {
  const text = '\ufeff# của toà soạn\r\nko -> không\r\n\r\ntp hcm\tTP.HCM\nvn→Việt Nam\nko -> không có\n';
  expect(readList(text)).toEqual({
    list: [
      { typed: 'ko', meant: 'không có' },
      { typed: 'tp hcm', meant: 'TP.HCM' },
      { typed: 'vn', meant: 'Việt Nam' },
    ],
    bad: [],
  });
});

test('lines that say nothing are named', () => {
  const long = 'a'.repeat(41);
  expect(readList(`ko\nko ->\n-> b\na -> b -> c\na -> a\n${long} -> b\nok -> được`)).toEqual({
    list: [{ typed: 'ok', meant: 'được' }],
    bad: [1, 2, 3, 4, 5, 6],
  });
  const many = Array.from({ length: MOST_ENTRIES + 2 }, (_, n) => `w${n} -> v${n}`).join('\n');
  expect(readList(many).bad).toEqual([MOST_ENTRIES + 1, MOST_ENTRIES + 2]);
});

test('what is written is read again', () => {
  const side = fc.stringMatching(/^[a-zđô. ]{1,20}$/).map((text) => text.trim());
  const entry = fc
    .record({ typed: side, meant: side })
    .filter(({ typed, meant }) => !!typed && !!meant && typed !== meant);
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ({ typed }) => typed }), (list) => {
      expect(readList(writeList(list))).toEqual({ list, bad: [] });
    }),
  );
  for (const list of Object.values(TYPING.lists)) expect(readList(writeList(list)).list).toEqual(list);
});

test('exceptions are words, none twice', () => expect(readWords(' ko \n\nđc\r\nko')).toEqual(['ko', 'đc']));
