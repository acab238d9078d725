import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textOf } from '../../../main/draft/answer.ts';

const said = (content: unknown) => ({ choices: [{ message: { role: 'assistant', content } }] });

test.each([
  ['Nông dân thu hoạch dưa.', 'Nông dân thu hoạch dưa.'],
  ['  "Nông dân\n thu hoạch dưa."\n', 'Nông dân thu hoạch dưa.'],
  ['Chú thích ảnh: Nông dân thu hoạch dưa.', 'Nông dân thu hoạch dưa.'],
  ['**Caption:** “A farmer with melons.”', 'A farmer with melons.'],
  ['Alt text: A farmer with **melons**.', 'A farmer with melons.'],
  ['<think>The user wants "melons".</think>\nA farmer with melons.', 'A farmer with melons.'],
  ['```\nA farmer with melons.\n```', 'A farmer with melons.'],
  ['"Melons", says a farmer, "are ripe."', '"Melons", says a farmer, "are ripe."'],
  ['A farmer\u0000\u202e with\u2028melons.', 'A farmer with melons.'],
  ['Nga\u0300y mu\u0300a', 'Ngày mùa'],
])('of %j only the text is taken', (content, text) => expect(textOf(said(content), 300)).toBe(text));

test('an answer in parts is one text', () =>
  expect(
    textOf(
      said([
        { type: 'text', text: 'A farmer' },
        { type: 'text', text: 'with melons.' },
      ]),
      300,
    ),
  ).toBe('A farmer with melons.'));

test.each([
  [undefined],
  ['text'],
  [{ choices: [] }],
  [{ choices: [{ message: { content: null } }] }],
  [said('')],
  [said('…')],
  [said('123')],
  [said('<think>and on it goes')],
  [{ error: { message: 'no' } }],
])('%j is no answer', (answer) => expect(textOf(answer, 300)).toBeNull());

test('a long answer ends with a sentence, or else with a word', () => {
  expect(textOf(said(`Một câu ngắn ở đầu. ${'dài '.repeat(20)}`), 40)).toBe('Một câu ngắn ở đầu.');
  expect(textOf(said('dài '.repeat(20)), 10)).toBe('dài dài…');
});

test('whatever a server answers, a text is one line of bounded length without control characters', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json().map((text) => JSON.parse(text)),
        fc.string({ unit: 'binary' }).map(said),
      ),
      (answer) => {
        const text = textOf(answer, 50);
        if (text === null) return;
        expect(text.length).toBeLessThanOrEqual(51);
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e]/u);
        expect(text.trim()).toBe(text);
      },
    ),
  ));
