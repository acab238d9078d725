import { describe, expect, it } from 'vitest';
import { isTextBlock, plainText } from '../../../story/model.ts';
import { storyAsText, textAsStory } from '../../../story/review/compare/asText.ts';
import { compareStories } from '../../../story/review/compare/compare.ts';
import type { Comparable } from '../../../story/review/compare/model.ts';
import { figure, para, story } from '../review/kit.ts';
import { CANAL, DROUGHT, LAKE, told } from './kit.ts';

const texts = ({ body }: Comparable): string[] =>
  body.map((block) => (isTextBlock(block) ? plainText(block.runs) : ''));

describe('a plain text', () => {
  it('has a paragraph a line', () => {
    expect(texts(textAsStory(`\uFEFF${LAKE}\r\n\r\n${CANAL}\r\n`))).toEqual([LAKE, CANAL]);
  });
  it('whose lines were wrapped has one between blank lines', () => {
    expect(texts(textAsStory('Một dòng bị\nngắt ra.\n\nĐoạn hai\ncũng thế.'))).toEqual([
      'Một dòng bị ngắt ra.',
      'Đoạn hai cũng thế.',
    ]);
  });
});

describe('a story beside a plain text', () => {
  const whole = story([para(1, DROUGHT), figure(2, { caption: 'Hồ Nặm Cắt', credit: 'Ảnh: An' }), para(3, LAKE)]);
  const headed = { ...whole, fields: { ...whole.fields, headline: 'Chống hạn', byline: 'Thu Hà' } };

  it('is its words from top to bottom', () => {
    expect(texts(storyAsText(headed))).toEqual(['Chống hạn', DROUGHT, 'Hồ Nặm Cắt', 'Ảnh: An', LAKE, 'Thu Hà']);
  });
  it('shows what differs, and formats are none of it', () => {
    const bold = { ...headed, body: [{ ...para(1, ''), runs: [{ text: DROUGHT, bold: true as const }] }] };
    const text = textAsStory(`Chống hạn\n${DROUGHT.replace('3.700', '3.900')}`);
    const { rows, fields } = compareStories(text, storyAsText(bold));
    expect(fields.some(({ isChanged }) => isChanged)).toBe(false);
    expect(rows.map(told)).toEqual([
      'same: Chống hạn',
      expect.stringContaining('[-3.900-]{+3.700+}'),
      'added: {+Thu Hà+}',
    ]);
  });
});
