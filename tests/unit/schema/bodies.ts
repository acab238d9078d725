import fc from 'fast-check';
import { joinRuns } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { type Block, blockSchema, FORMATS, PHOTO_TEXTS, type Run } from '../../../story/model.ts';

const RECIPES = [
  { rotate: 90 as const },
  { straighten: -2.5, crop: { x: 0.1, y: 0, width: 0.5, height: 1 }, focal: { x: 0.5, y: 0.25 } },
  { hide: [{ x: 0, y: 0, width: 0.25, height: 0.5, how: 'blur' as const }] },
];

const word = fc.constantFrom(
  'Thành phố',
  ' Bắc Kạn ',
  '57,54%',
  '3.700 tỷ đồng',
  'đ',
  '\n',
  'Đảng bộ\nthành phố',
  '👩‍👩‍👧',
  'e\u0301',
  '  ',
  '<b>&amp;',
);
const threads = fc
  .subarray(['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'])
  .map((ids) => [...ids].sort());

const run: fc.Arbitrary<Run> = fc
  .record({
    text: word,
    formats: fc.subarray([...FORMATS, 'check'] as const),
    link: fc.option(fc.constantFrom('https://baobackan.vn/', 'http://a.vn/?q=1', 'mailto:toasoan@baobackan.vn')),
    threads,
    side: fc.option(fc.constantFrom('ours' as const, 'theirs' as const)),
    suggestions: threads,
  })
  .map(({ text, formats, link, threads, side, suggestions }) => ({
    text,
    ...Object.fromEntries(formats.map((format) => [format, true as const])),
    ...(link && { link }),
    ...(threads.length > 0 && { threads }),
    ...(side && { side }),
    ...(suggestions.length > 0 && { suggestions }),
  }));
const runs = fc.array(run, { maxLength: 6 }).map(joinRuns);

/** Cards of any provider. */
export const embeds = (caption: fc.Arbitrary<string>) =>
  fc.record({
    type: fc.constant('embed' as const),
    url: fc.constantFrom(
      'https://www.youtube.com/watch?v=abc&t=1--2',
      'https://www.facebook.com/baobackan/posts/1',
      'https://x.com/bao/status/12',
      'https://maps.app.goo.gl/abc',
      'https://bao.example.vn/%3Cb%3E?a=%22&b=1#x',
    ),
    caption,
  });

/** Tables of such words, up to four by four. */
export const tables = (cell: fc.Arbitrary<string>) =>
  fc
    .record({ width: fc.integer({ min: 1, max: 4 }), header: fc.boolean(), side: fc.boolean(), caption: cell })
    .chain(({ width, header, side, caption }) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }).map((rows) => ({
        type: 'table' as const,
        header,
        ...(side && { headerColumn: true as const }),
        caption,
        rows,
      })),
    );

const bare = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('paragraph' as const), runs }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(2 as const, 3 as const),
      runs,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constantFrom('quote' as const, 'pullquote' as const, 'attribution' as const),
      runs,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('listItem' as const),
      list: fc.constantFrom('bullet' as const, 'number' as const),
      indent: fc.integer({ min: 0, max: 6 }),
      runs,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('divider' as const) }) },
  { weight: 1, arbitrary: tables(word) },
  { weight: 1, arbitrary: embeds(word) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('figure' as const),
      photo: fc.constant('a'.repeat(64)),
      width: fc.integer({ min: 1, max: 9000 }),
      height: fc.integer({ min: 1, max: 9000 }),
      caption: word,
      credit: word,
      copyright: word,
      alt: word,
      unchecked: fc.subarray([...PHOTO_TEXTS]).map((fields) => [...fields].sort()),
      drafted: fc.constantFrom(['alt' as const], ['alt' as const, 'caption' as const], undefined),
      recipe: fc.constantFrom(...RECIPES, undefined),
      gallery: fc.constantFrom(true as const, undefined),
      columns: fc.constantFrom(1 as const, 3 as const, undefined),
      galleryCaption: fc.option(word, { nil: undefined }),
    }),
  },
);

/** A canonical body: at least one block, ids unique, runs joined. */
export const bodies: fc.Arbitrary<Block[]> = fc
  .array(fc.tuple(bare, fc.boolean()), { minLength: 1, maxLength: 12 })
  .map((blocks) =>
    blocks.map(([block, box]) =>
      blockSchema.parse(JSON.parse(JSON.stringify({ id: newId(), ...block, ...(box && { box }) }))),
    ),
  );
