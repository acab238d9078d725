import { expect, test } from 'vitest';
import type { Story } from '../../../../story/model.ts';
import { outlineOf } from '../../../../story/outline.ts';
import { proposedBody, proposedReading } from '../../../../story/review/suggest/reading.ts';
import { asProposed } from '../../../../story/review/suggest/views.ts';
import { countCharacters, countWords } from '../../../../story/text/counts.ts';
import { AT, idOf, para, story } from '../kit.ts';

const [IN, OUT] = [idOf(0x51), idOf(0x52)];
const by = { by: 'a', name: 'a', at: AT };
const suggestions: Story['suggestions'] = {
  [IN]: { id: IN, kind: 'insertion', ...by },
  [OUT]: { id: OUT, kind: 'deletion', ...by },
};
const gone = (text: string) => ({ text, suggestions: [OUT] });
const put = (text: string) => ({ text, suggestions: [IN] });

test('what is counted and outlined of a story with suggestions is the text as proposed', () => {
  const now = story(
    [
      { id: idOf(1), type: 'heading', level: 2, runs: [gone('Cũ'), put('Đường mới')] },
      para(2, 'Dài ', gone('bốn cây số '), put('4 km'), '.'),
    ],
    { suggestions },
  );
  expect(countWords(now)).toBe(5);
  expect(countWords(now)).toBe(countWords(asProposed(now)));
  expect(countCharacters(now)).toBe(countCharacters(asProposed(now)));
  expect(outlineOf(proposedBody(now)).map(({ text }) => text)).toEqual(['Đường mới']);
});

test.each([
  [['dài ', gone('bốn'), put('năm'), ' cây số'], 'dài    năm cây số'],
  [['kh', gone('oo'), 'ảng'], '         '.slice(0, 7)],
  [['một ', gone('hai '), 'ba'], 'một     ba'],
  [['😀', gone('a'), ' b'], '😀  b'],
])('checked is what will stand there, in its place: %#', (runs, expected) => {
  const block = para(1, ...runs);
  expect(proposedReading(block, suggestions)).toBe(expected);
  expect(expected.length).toBe(block.runs.map(({ text }) => text).join('').length);
});
