import { expect, test } from 'vitest';
import { markedArticle } from '../../../../story/formats/html/index.ts';
import { type Block, isTextBlock, type Story, storySchema } from '../../../../story/model.ts';
import { authorColours, initialsOf } from '../../../../story/review/suggest/authors.ts';
import { decidedOf, decideEntries } from '../../../../story/review/suggest/decided.ts';
import { type Entry, entriesOf } from '../../../../story/review/suggest/entries.ts';
import { track } from '../../../../story/review/suggest/track.ts';
import { AT, counter, figure, idOf, para } from '../kit.ts';
import { author, start } from './kit.ts';

const LATER = '2026-11-20T03:00:00.000Z';
const newId = counter(0x2000);

/** A story in which one author suggests another body. */
function suggested(story: Story, change: (body: Block[]) => Block[], who: 'a' | 'b' = 'a'): Story {
  const { body, suggestions } = track(story.body, change(story.body), story.suggestions, author(who, newId));
  return { ...story, body, suggestions: { ...story.suggestions, ...suggestions } };
}
const withWords = (at: number, from: string, to: string) => (body: Block[]) =>
  body.map((block, index) =>
    index === at && isTextBlock(block)
      ? { ...block, runs: block.runs.map((run) => ({ ...run, text: run.text.replace(from, to) })) }
      : block,
  );
const said = ({ before, after, what, ids }: Entry) => [what.kind, before, after, ids.length];

test('a replacement is one entry; two authors side by side are two', () => {
  const one = suggested(start(), withWords(3, 'chợ phiên', 'bản mới'));
  expect(entriesOf(one).map(said)).toEqual([['words', 'chợ phiên', 'bản mới', 4]]);
  const two = suggested(one, withWords(3, 'Người', 'Bà'), 'b');
  expect(entriesOf(two).map(({ by, before, after }) => [by, before, after])).toEqual([
    ['b', 'Người', 'Bà'],
    ['a', 'chợ phiên', 'bản mới'],
  ]);
});

test.each<[string, (body: Block[]) => Block[], unknown[]]>([
  ['words put in', withWords(0, 'treo', 'treo mới'), ['words', '', 'mới ', 1]],
  ['words taken out', withWords(0, ' treo', ''), ['words', 'treo ', '', 1]],
  [
    'a paragraph split',
    ([first, ...rest]) => [
      para(1, 'Cầu treo'),
      { ...(first as Block), id: idOf(0x77), runs: [{ text: ' bản Pác Ngòi' }] } as Block,
      ...rest,
    ],
    ['split', '', '\n', 1],
  ],
  ['a photo taken out', (body) => body.toSpliced(2, 1), ['blocks', '', '', 1]],
  ['a photo put in', (body) => body.toSpliced(3, 0, figure(0x66)), ['blocks', '', '', 1]],
  ['a photo moved', ([a, b, c, ...rest]) => [c, a, b, ...rest] as Block[], ['move', 'Ảnh 3', 'Ảnh 3', 1]],
  [
    'a caption changed',
    (body) => body.map((block) => (block.type === 'figure' ? { ...block, caption: 'Cầu mới' } : block)),
    ['setting', 'Ảnh 3', 'Cầu mới', 1],
  ],
  [
    'a heading made a paragraph',
    (body) => body.map((block) => (block.type === 'heading' ? para(5, 'Đường mới') : block)),
    ['setting', 'Đường mới', 'Đường mới', 1],
  ],
])('%s reads so', (_name, change, expected) => {
  const before = start();
  before.body = before.body.map((block) => (block.type === 'figure' ? { ...block, caption: 'Ảnh 3' } : block));
  expect(entriesOf(suggested(before, change)).map(said)).toEqual([expected]);
});

test('a format says what goes on and off, and what its link becomes', () => {
  const linked = suggested(start(), (body) =>
    body.map((block) =>
      block.id === idOf(2) && isTextBlock(block)
        ? {
            ...block,
            runs: block.runs.map(({ bold, ...run }) => (bold ? { ...run, link: 'https://vnexpress.net/' } : run)),
          }
        : block,
    ),
  );
  expect(entriesOf(linked)[0]?.what).toEqual({
    kind: 'format',
    formats: [{ format: 'bold', isOn: false }],
    link: { was: null, now: 'https://vnexpress.net/' },
  });
});

test('fields come first, in the order of the page', () => {
  const field = (id: number, name: 'headline' | 'kicker', was: string) => ({
    [idOf(id)]: { id: idOf(id), kind: 'field' as const, field: name, was, by: 'a', name: 'a', at: AT },
  });
  const story = { ...start(), suggestions: { ...field(0x90, 'headline', 'Cũ'), ...field(0x91, 'kicker', '') } };
  const all = entriesOf(suggested(story, withWords(0, ' treo', '')));
  expect(all.map(({ anchor }) => anchor)).toEqual([{ field: 'kicker' }, { field: 'headline' }, { block: idOf(1) }]);
});

test('a mark without a record can be decided, too', () => {
  const story = { ...start(), body: [para(1, { text: 'Cầu', suggestions: [idOf(0x99)] })] };
  const [entry] = entriesOf(story);
  expect(entry?.what.kind).toBe('unknown');
  expect(entriesOf(decideEntries(story, [entry as Entry], true, { name: 'c', fingerprint: 'c' }, LATER))).toEqual([]);
});

test('what was decided stays on record with its words, until it is undone', () => {
  const story = suggested(start(), withWords(3, 'chợ phiên', 'bản mới'));
  const decided = decideEntries(story, entriesOf(story), false, { name: 'Thu Hà', fingerprint: 'c' }, LATER);
  expect(storySchema.safeParse(decided).success).toBe(true);
  expect(decided.body).toEqual(start().body);
  expect(decidedOf(decided).map((one) => [one.by, one.decided])).toEqual([
    ['a', { accepted: false, by: 'c', name: 'Thu Hà', at: LATER, before: 'chợ phiên', after: 'bản mới' }],
  ]);
  expect(decidedOf({ ...decided, body: story.body })).toEqual([]);
});

test('the marked article has what goes and what comes, and no mark is in what is published of it', () => {
  const now = suggested(start(), withWords(3, 'chợ phiên', 'bản & mới'));
  const html = markedArticle(now, new Map());
  expect(html).toContain('Người dân đi <del>chợ</del><ins>bản</ins> <del>phiên</del><ins>&amp; mới</ins>.');
  expect(html).not.toMatch(/[\ue000-\ue003]/);
  const hostile = { ...start(), body: [para(1, '\ue000x\ue003 <b>')] };
  expect(markedArticle(hostile, new Map())).toContain('<p>x &lt;b&gt;</p>');
});

test('an author keeps the colour of when they first said something', () => {
  const story = suggested(suggested(start(), withWords(0, 'Cầu', 'Cái cầu'), 'b'), withWords(3, 'Người', 'Bà'), 'a');
  const early = Object.values(story.suggestions).find(({ by }) => by === 'b')!;
  const suggestions = { ...story.suggestions, [early.id]: { ...early, at: '2020-01-01T00:00:00.000Z' } };
  expect([...authorColours({ ...story, suggestions })]).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
  expect(['Nguyễn Thị Thu Hà', 'John Smith', 'Minh', ''].map(initialsOf)).toEqual(['TH', 'JS', 'M', '?']);
});
