import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openLibrary } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import { newId } from '../../../story/ids.ts';
import type { Figure } from '../../../story/model.ts';
import { makeStory } from '../../bench/prose.ts';
import { blockTexts } from '../blockTexts.ts';
import { good, makeFolder } from '../store/make.ts';
import { EVERYTHING } from './everything.ts';
import { storyOf } from './library.ts';
import { faultOf, reference, type Shelved } from './reference.ts';

// Few words that differ in little: marks, case, đ and eth, either place of a tone, decomposed, and other scripts.
const word = fc.constantFrom(
  ...'Đảng đảng dang Dang đang đãng bộ bo Bộ bô bò hòa hoà hoa hoá Ðắk Đắk dak đăk lắk lak nhà nha nhanh nh n 3.700 3 57,54%'.split(
    ' ',
  ),
  ...['đảng', 'bộ', 'Đắk', 'hòa'].map((text) => text.normalize('NFD')),
  ...['Ελλάδα', 'ελλαδα', 'Ёлка', 'елка', '日本', 'İx', '𝒳y'],
);
const gap = fc.constantFrom(' ', ' ', ' ', ', ', '. ', ' – ', '\n', ' “', '” ', '-');
const text = fc.array(fc.tuple(word, gap), { maxLength: 6 }).map((parts) => parts.flat().join('').trim());
const long = fc
  .array(fc.tuple(word, gap), { minLength: 40, maxLength: 90 })
  .map((parts) => parts.flat().join('').trim());
const figure = fc.record({ caption: text, credit: text, alt: text, copyright: text }).map(
  (texts): Figure => ({
    ...texts,
    id: newId(),
    type: 'figure',
    photo: 'ab'.repeat(32),
    width: 1,
    height: 1,
    unchecked: [],
  }),
);
const story = fc
  .record({
    fields: fc.record({ headline: text, byline: text, tags: text, standfirst: text, place: text, section: text }),
    body: fc.array(fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: long }), {
      minLength: 1,
      maxLength: 3,
    }),
    figures: fc.array(figure, { maxLength: 1 }),
    status: fc.constantFrom('draft' as const, 'inReview' as const, 'approved' as const),
  })
  .map(({ fields, body, figures, status }) => {
    const made = storyOf(fields, body, { status });
    return { ...made, body: [...made.body, ...figures] };
  });
const term = fc
  .tuple(
    fc.constantFrom('', '', '', '', 'tít:', 'by:', 'tag:'),
    fc.array(word, { minLength: 1, maxLength: 3 }),
    fc.boolean(),
    fc.nat(4),
    fc.constantFrom('', '', '*'),
  )
  .map(([field, words, isPhrase, cut, star]) => {
    const typed = cut > 0 ? (words[0] as string).slice(0, cut) : (words[0] as string);
    return `${field}${isPhrase ? `"${words.join(' ')}"` : typed}${star}`;
  });
const query = fc
  .tuple(
    fc.array(term, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', ' ', ' status:draft ', ' trạng thái:duyệt'),
  )
  .map(([terms, end]) => terms.join(' ') + end);

test('the search finds what a reading of every story finds, and marks it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ story, notes: text }), { minLength: 2, maxLength: 8 }),
      fc.array(query, { minLength: 8, maxLength: 8 }),
      (stories, queries) => {
        const library = openLibrary(makeFolder(), SNAPSHOT_LIMITS);
        if (!library.ok) throw new Error(library.code);
        const { methods } = library.value;
        try {
          for (const { story: made, notes } of stories) {
            good(methods.createStory(made, 'an'));
            if (notes !== '') good(methods.setNotes(made.id, notes));
          }
          const { rows } = methods.findStories(EVERYTHING);
          const shelved = stories.map((one): Shelved => ({ ...one, row: rows.find(({ id }) => id === one.story.id)! }));
          for (const typed of queries) {
            const found = methods.findStories({ ...EVERYTHING, text: typed });
            expect(found.rows.map((row) => row.id).sort(), typed).toEqual(reference(shelved, typed));
            expect(found.total, typed).toBe(found.rows.length);
            for (const row of found.rows)
              expect(faultOf(row.hit, shelved.find((one) => one.row.id === row.id)!, typed), typed).toBe('');
          }
        } finally {
          methods.close();
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('in news, too: words, beginnings and phrases taken from it', () => {
  const folder = makeFolder();
  const library = openLibrary(folder, SNAPSHOT_LIMITS);
  if (!library.ok) throw new Error(library.code);
  const { methods } = library.value;
  const stories = Array.from({ length: 30 }, (_, index) => makeStory(3, index));
  for (const made of stories) good(methods.createStory(made, 'an'));
  const { rows } = methods.findStories(EVERYTHING);
  const shelved = stories.map(
    (made): Shelved => ({ story: made, notes: '', row: rows.find(({ id }) => id === made.id)! }),
  );
  const words = stories.flatMap(({ fields, body }) =>
    [
      fields.headline,
      fields.byline,
      ...body.map((block) => ('runs' in block ? (block.runs[0]?.text ?? '') : (blockTexts(block)[0] ?? ''))),
    ].flatMap((passage) => passage.split(' ')),
  );
  fc.assert(
    fc.property(fc.nat(words.length - 4), fc.nat(3), fc.nat(3), fc.boolean(), (at, more, cut, hasMarks) => {
      const phrase = words.slice(at, at + 1 + more).join(' ');
      const typed = `${more > 0 ? `"${phrase}` : phrase.slice(0, phrase.length - cut)}`;
      const asked = hasMarks
        ? typed
        : typed
            .normalize('NFD')
            .replace(/[\u0300-\u036f]/g, '')
            .replace(/[đĐ]/g, 'd');
      const found = methods.findStories({ ...EVERYTHING, text: asked });
      expect(found.rows.map((row) => row.id).sort(), asked).toEqual(reference(shelved, asked));
      for (const row of found.rows)
        expect(faultOf(row.hit, shelved.find((one) => one.row.id === row.id)!, asked), asked).toBe('');
    }),
    { numRuns: 150 },
  );
  methods.close();
});
