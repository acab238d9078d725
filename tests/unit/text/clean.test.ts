import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWordPress, storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import { emptyStory } from '../../../story/model.ts';
import { publishedText } from '../../../story/text/clean.ts';
import { countTextWords } from '../../../story/text/counts.ts';
import { compileFind } from '../../../story/text/find.ts';
import { slugOf } from '../../../story/text/slug.ts';

test('line breaks of every kind are one kind, controls go, letters are composed', () => {
  expect(publishedText('a\r\nb\rc\vd\fe\u2028f')).toBe('a\nb\nc\nd\ne\nf');
  expect(publishedText('\u0000a\u0007\tb\u009f')).toBe('a\tb');
  expect(publishedText('Đảng bộ'.normalize('NFD'))).toBe('Đảng bộ');
  expect(publishedText('a\ud800')).toBe('a\ufffd');
});

test('it is idempotent, and keeps every letter and digit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = publishedText(text);
      expect(publishedText(clean)).toBe(clean);
      const letters = (s: string) => s.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '');
      expect(letters(clean)).toBe(letters(text));
    }),
  );
});

test('a no-break space is a character like others: published as it stands, and no trouble elsewhere', () => {
  const text = 'Dài 57\u00a0km, vốn 3.700\u00a0tỷ\u00a0đồng';
  expect(publishedText(text)).toBe(text);
  expect(slugOf(text)).toBe('dai-57-km-von-3-700-ty-dong');
  expect(countTextWords(text)).toBe(countTextWords(text.replaceAll('\u00a0', ' ')));
  const found = compileFind('57 km', { matchCase: false, marks: false, wholeWords: false, regex: false });
  expect(found.ok && found.find(text)).toMatchObject([{ start: 4, end: 9 }]);
  const story = emptyStory('vi', '2026-01-05T03:00:00.000Z');
  story.body = [{ ...story.body[0]!, type: 'paragraph', runs: [{ text }] }];
  const sent = storyToWordPress(story, { photos: new Map() });
  // Editors write it as an entity; a CMS that makes it a space has changed the text.
  expect(compareWordPress(sent, { ...sent, content: sent.content.replaceAll('\u00a0', '&nbsp;') })).toEqual([]);
  expect(compareWordPress(sent, { ...sent, content: sent.content.replaceAll('\u00a0', ' ') })).toHaveLength(1);
});
