// What Yjs lost (see the platform's facts): one side changes a block's shape while the other side types in it.
import { describe, expect, test } from 'vitest';
import { type Block, type Paragraph, type Story, storySchema } from '../../../story/model.ts';
import { markRange } from '../../../story/review/comments.ts';
import { everything, figure, idOf, merge, para, story, textOf, texts, words } from './kit.ts';

const P = 'Chiều qua, bà con bản Pác Ngòi đi lại qua cây cầu treo.';
const Q = 'Học sinh không phải lội suối nữa, xe máy chạy thẳng.';
const base = story([para(1, 'Mở đầu.'), para(2, P), para(3, Q), figure(4), para(5, 'Kết thúc.')]);

const edit = (of: Story, id: number, change: (block: Block) => Block[]): Story => ({
  ...of,
  body: of.body.flatMap((block) => (block.id === idOf(id) ? change(block) : [block])),
});
const typed = (id: number, text: string) => (of: Story) =>
  edit(of, id, (block) => [{ ...(block as Paragraph), runs: [{ text }] }]);
const retype = (kind: Partial<Block>) => (of: Story) => edit(of, 2, (block) => [{ ...block, ...kind } as Block]);
const moved = (id: number, to: number) => (of: Story) => {
  const block = of.body.find((item) => item.id === idOf(id))!;
  return { ...of, body: of.body.filter((item) => item !== block).toSpliced(to, 0, block) };
};
const threadId = idOf(0x77);
const commented = (of: Story): Story => ({
  ...edit(of, 2, (block) => [
    { ...(block as Paragraph), runs: markRange((block as Paragraph).runs, 11, 30, threadId) },
  ]),
  threads: {
    [threadId]: {
      id: threadId,
      kind: 'comment',
      anchor: { block: idOf(2) },
      words: 'bà con bản Pác Ngòi',
      comments: [{ id: idOf(0x78), by: 'x', name: 'Lan', at: '2026-10-01T03:00:00.000Z', text: 'Bản hay thôn?' }],
      resolved: false,
    },
  },
});

const shapes: Record<string, (of: Story) => Story> = {
  'joins it with the next': (of) =>
    edit(
      edit(of, 3, () => []),
      2,
      () => [para(2, `${P}${Q}`)],
    ),
  'joins it to the one before': (of) =>
    edit(
      edit(of, 2, () => []),
      1,
      () => [para(1, `Mở đầu.${P}`)],
    ),
  'splits it in the middle': (of) => edit(of, 2, () => [para(2, P.slice(0, 31)), para(0x20, P.slice(31))]),
  'splits it in three': (of) =>
    edit(of, 2, () => [para(2, P.slice(0, 11)), para(0x20, P.slice(11, 31)), para(0x21, P.slice(31))]),
  'splits it at its start': (of) => edit(of, 2, () => [para(2), para(0x20, P)]),
  'splits it and puts a figure between': (of) =>
    edit(of, 2, () => [para(2, P.slice(0, 31)), figure(0x22), para(0x20, P.slice(31))]),
  'splits it and moves the half away': (of) =>
    moved(0x20, 0)(edit(of, 2, () => [para(2, P.slice(0, 11)), para(0x20, P.slice(11))])),
  'cuts it out and pastes it elsewhere, as a new block': (of) => moved(0x20, 4)(edit(of, 2, () => [para(0x20, P)])),
  'moves it to the front': moved(2, 0),
  'moves it behind the figure': moved(2, 3),
  'makes it a heading': retype({ type: 'heading', level: 2 }),
  'makes it a quote': retype({ type: 'quote' }),
  'makes it a list item': retype({ type: 'listItem', list: 'bullet', indent: 0 }),
  'makes it bold and a link': (of) =>
    edit(of, 2, () => [
      para(2, { text: P.slice(0, 31), bold: true }, { text: P.slice(31), link: 'https://example.vn/' }),
    ]),
  'comments on it': commented,
  'moves the figure before it': moved(4, 1),
  'edits the caption': (of) => edit(of, 4, (block) => [{ ...block, caption: 'Cầu mới Pác Ngòi' } as Block]),
};
const typings: Record<string, (of: Story) => Story> = {
  'at its beginning': typed(2, `Sáng sớm ${P}`),
  inside: typed(2, P.replace('Pác Ngòi', 'Pác Ngòi phấn khởi')),
  'in its second half': typed(2, P.replace('cây cầu', 'cây cầu bê tông')),
  'at its end': typed(2, `${P} Ai cũng vui.`),
  'a word replaced': typed(2, P.replace('Chiều', 'Trưa')),
  'in the next paragraph': typed(3, Q.replace('lội', 'bơi lội')),
  'in the paragraph before': typed(1, 'Mở đầu tin vui.'),
};

describe.each(Object.entries(shapes))('one side %s', (_, shape) => {
  test.each(Object.entries(typings))('while the other types %s', (_, type) => {
    const [shaped, other] = [shape(base), type(base)];
    for (const merged of [merge(base, shaped, other), merge(base, other, shaped)]) {
      expect(merged.conflicts).toEqual([]);
      const all = new Set(words(everything(merged.story)));
      const wanted = [base, shaped, other].flatMap((side) => words(everything(side)));
      const gone = words(everything(base)).filter(
        (word) => ![shaped, other].every((side) => words(everything(side)).includes(word)),
      );
      expect(wanted.filter((word) => !all.has(word) && !gone.includes(word))).toEqual([]);
      // Nothing stands twice: as many words as the base, and what each side added or took out.
      const count = (of: Story) => words(everything(of)).length;
      expect(count(merged.story)).toBe(count(base) + (count(shaped) - count(base)) + (count(other) - count(base)));
      expect(storySchema.parse(merged.story)).toEqual(merged.story);
      expect(new Set(merged.story.body.map((block) => block.id)).size).toBe(merged.story.body.length);
    }
  });
});

test('the words typed in a split paragraph stand in the half they belong to', () => {
  const shaped = shapes['splits it in the middle']!(base);
  const merged = merge(base, shaped, typings['in its second half']!(base));
  expect(texts(merged.story)).toEqual([
    'Mở đầu.',
    'Chiều qua, bà con bản Pác Ngòi ',
    'đi lại qua cây cầu bê tông treo.',
    Q,
    '',
    'Kết thúc.',
  ]);
});

test('a comment stays on its words while the other side types in them', () => {
  const merged = merge(base, typings.inside!(base), commented(base));
  const block = merged.story.body[1] as Paragraph;
  expect(textOf({ ...block, runs: block.runs.filter((run) => run.threads) })).toBe('bà con bản Pác Ngòi');
  expect(merged.story.threads[threadId]).toMatchObject({ anchor: { block: idOf(2) } });
});

test('a comment moves with its words when the other side joins their paragraph to another', () => {
  const merged = merge(base, shapes['joins it to the one before']!(base), commented(base));
  expect(merged.story.threads[threadId]).toMatchObject({ anchor: { block: idOf(1) } });
  expect(merged.story.body.map((block) => block.id)).not.toContain(idOf(2));
});

describe('one side takes the paragraph out', () => {
  const without = edit(base, 2, () => []);
  test.each(Object.entries(typings).slice(0, 5))('while the other types %s', (_, type) => {
    for (const merged of [merge(base, without, type(base)), merge(base, type(base), without)]) {
      expect(texts(merged.story)[1]).toBe(texts(type(base))[1]);
      expect(merged.conflicts).toHaveLength(1);
    }
  });
  test('and the figure, whose caption the other edits', () => {
    const other = shapes['edits the caption']!(base);
    const merged = merge(
      base,
      edit(base, 4, () => []),
      other,
    );
    expect(merged.story.body).toEqual(other.body);
    expect(merged.conflicts).toHaveLength(1);
  });
});

test.each(Object.entries(shapes))('both sides are alike: one %s, and so does the other', (_, shape) => {
  const merged = merge(base, shape(base), shape(base));
  expect(merged).toEqual({ story: shape(base), conflicts: [], changedBlocks: 0 });
});

test.each([
  ['before', 11, 31],
  ['behind', 31, 11],
])('both split the same paragraph, theirs %s ours', (_, at, other) => {
  const ours = edit(base, 2, () => [para(2, P.slice(0, other)), para(0x20, P.slice(other))]);
  const theirs = edit(base, 2, () => [para(2, P.slice(0, at)), para(0x21, P.slice(at))]);
  const merged = merge(base, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(texts(merged.story).slice(1, 4)).toEqual([P.slice(0, 11), P.slice(11, 31), P.slice(31)]);
});

test('one splits a paragraph, the other joins it with the next', () => {
  const ours = shapes['splits it in the middle']!(base);
  const merged = merge(base, ours, shapes['joins it with the next']!(base));
  expect(merged.conflicts).toEqual([]);
  expect(texts(merged.story).slice(1, 3)).toEqual([P.slice(0, 31), P.slice(31) + Q]);
});
