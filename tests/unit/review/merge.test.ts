import { expect, test } from 'vitest';
import { emptyFields, storySchema } from '../../../story/model.ts';
import { commonGround } from '../../../story/review/commonGround.ts';
import { type Choice, resolveConflict } from '../../../story/review/merge.ts';
import { conflictsOf, figure, idOf, merge, para, story, texts } from './kit.ts';

const A = 'Sáng 14/06/2021, cầu treo mới được đưa vào sử dụng.';
const B = 'Kinh phí xây dựng là 3.700 tỷ đồng, đạt 57,54% kế hoạch.';
const base = story([para(1, A), para(2, B)]);
const withText = (first: string, second = B) => story([para(1, first), para(2, second)]);

test('changes in different places of one paragraph both count, without a question', () => {
  const merged = merge(base, withText(A.replace('mới', 'mới xây')), withText(A.replace('sử dụng', 'khai thác')));
  expect(texts(merged.story)).toEqual(['Sáng 14/06/2021, cầu treo mới xây được đưa vào khai thác.', B]);
  expect(merged.conflicts).toEqual([]);
  expect(merged.changedBlocks).toBe(1);
});

test('the same change on both sides counts once', () => {
  const both = withText(A.replace('mới', 'mới xây'), B.replace('3.700', '3.800'));
  const merged = merge(base, both, withText(A.replace('mới', 'mới xây'), B));
  expect(texts(merged.story)).toEqual(texts(both));
  expect(merged.conflicts).toEqual([]);
});

test('the same words changed by both: ours, then theirs, marked, and a conflict', () => {
  const merged = merge(base, withText(A, B.replace('3.700', '3.800')), withText(A, B.replace('3.700', '3.900')));
  expect(texts(merged.story)[1]).toBe('Kinh phí xây dựng là 3.800 3.900 tỷ đồng, đạt 57,54% kế hoạch.');
  const [conflict] = merged.conflicts;
  expect(conflict).toMatchObject({
    kind: 'conflict',
    anchor: { block: idOf(2) },
    ours: '3.800',
    theirs: '3.900',
    theirName: 'Biên tập viên',
    resolved: false,
  });
  expect(merged.story.threads[conflict!.id]).toEqual(conflict);
  const block = merged.story.body[1];
  expect(block && 'runs' in block && block.runs).toEqual([
    { text: 'Kinh phí xây dựng là ' },
    { text: '3.800', threads: [conflict!.id], side: 'ours' },
    { text: ' ', threads: [conflict!.id] },
    { text: '3.900', threads: [conflict!.id], side: 'theirs' },
    { text: ' tỷ đồng, đạt 57,54% kế hoạch.' },
  ]);
  expect(storySchema.parse(merged.story)).toEqual(merged.story);
});

test('a field that holds one value is never mixed: where both changed it, ours stands and a person is asked', () => {
  const of = (embargo: string) => story([para(1, A)], { fields: { ...emptyFields(), embargo } });
  const ours = of('2026-11-29T05:00:00.000Z');
  const theirs = of('2026-11-28T09:30:00.000Z');
  const merged = merge(of('2026-11-28T05:00:00.000Z'), ours, theirs);
  expect(merged.story.fields.embargo).toBe(ours.fields.embargo);
  const [conflict] = merged.conflicts;
  expect(conflict).toMatchObject({ ours: ours.fields.embargo, theirs: theirs.fields.embargo });
  const choose = (choice: Choice) => resolveConflict(merged.story, conflict!.id, choice).fields.embargo;
  expect([choose('ours'), choose('theirs'), choose('both')]).toEqual([
    ours.fields.embargo,
    theirs.fields.embargo,
    ours.fields.embargo,
  ]);
  expect(merge(commonGround(ours, theirs), ours, theirs).conflicts).toHaveLength(1);
});

test('two syllables of one word, each changed by one side, are the same word', () => {
  const start = story([para(1, 'Có ba mươi hộ dân.')]);
  const merged = merge(start, story([para(1, 'Có bốn mươi hộ dân.')]), story([para(1, 'Có ba lăm hộ dân.')]));
  expect(texts(merged.story)).toEqual(['Có bốn mươi ba lăm hộ dân.']);
  expect(merged.conflicts).toHaveLength(1);
});

test('a word typed beside a word that the other side replaced is no conflict', () => {
  const start = story([para(1, 'Hỗ trợ 100 hộ nghèo.')]);
  const merged = merge(start, story([para(1, 'Hỗ trợ gần 100 hộ nghèo.')]), story([para(1, 'Hỗ trợ 120 hộ nghèo.')]));
  expect(texts(merged.story)).toEqual(['Hỗ trợ gần 120 hộ nghèo.']);
  expect(merged.conflicts).toEqual([]);
});

test('formats merge word by word, also inside a syllable', () => {
  const ours = story([para(1, { text: 'Sáng', bold: true }, A.slice(4)), para(2, B)]);
  const theirs = story([
    para(1, { text: 'S', italic: true }, A.slice(1).replace('mới', 'mới xây')),
    para(2, { text: B, italic: true }),
  ]);
  const merged = merge(base, ours, theirs);
  expect(merged.conflicts).toEqual([]);
  expect(merged.story.body).toEqual([
    para(1, { text: 'S', bold: true, italic: true }, { text: 'áng', bold: true }, A.slice(4).replace('mới', 'mới xây')),
    para(2, { text: B, italic: true }),
  ]);
});

test('a block that one side takes out and the other changes stays, marked as theirs', () => {
  const merged = merge(base, story([para(1, A)]), withText(A, B.replace('3.700', '3.900')));
  expect(texts(merged.story)).toEqual([A, B.replace('3.700', '3.900')]);
  expect(merged.conflicts).toMatchObject([{ ours: '', theirs: B.replace('3.700', '3.900') }]);
  const mirrored = merge(base, withText(A, B.replace('3.700', '3.900')), story([para(1, A)]));
  expect(texts(mirrored.story)).toEqual([A, B.replace('3.700', '3.900')]);
  expect(mirrored.conflicts).toMatchObject([{ ours: B.replace('3.700', '3.900'), theirs: '' }]);
});

test('a block that one side takes out and the other leaves alone is gone', () => {
  expect(texts(merge(base, story([para(1, A)]), withText(A.replace('mới', 'mới xây'))).story)).toEqual([
    A.replace('mới', 'mới xây'),
  ]);
});

test('an empty paragraph that one side takes out and the other writes in stays', () => {
  const start = story([para(1, A), para(2), para(3, B)]);
  const merged = merge(
    start,
    story([para(1, A), para(3, B)]),
    story([para(1, A), para(2, 'Bà con phấn khởi.'), para(3, B)]),
  );
  expect(texts(merged.story)).toEqual([A, 'Bà con phấn khởi.', B]);
});

test('both delete, one more than the other: no question', () => {
  const merged = merge(base, withText('Sáng 14/06/2021, cầu treo.'), withText(A.replace('mới được đưa ', '')));
  expect(texts(merged.story)[0]).toBe('Sáng 14/06/2021, cầu treo.');
  expect(merged.conflicts).toEqual([]);
});

test('new blocks stand behind what they followed, ours first; moves are kept', () => {
  const start = story([para(1, 'Một.'), para(2, 'Hai.'), para(3, 'Ba.')]);
  const ours = story([para(1, 'Một.'), para(11, 'Của ta.'), para(2, 'Hai.'), para(3, 'Ba.')]);
  const theirs = story([para(3, 'Ba.'), para(1, 'Một.'), para(12, 'Của bạn.'), para(13, 'Thêm.'), para(2, 'Hai.')]);
  expect(texts(merge(start, ours, theirs).story)).toEqual(['Ba.', 'Một.', 'Của ta.', 'Của bạn.', 'Thêm.', 'Hai.']);
});

test('fields merge by syllable; in a real conflict ours stands there and the thread has both', () => {
  const fields = { ...base.fields, headline: 'Khánh thành cầu treo', standfirst: 'Cầu dài 120 m.' };
  const start = story(base.body, { fields });
  const ours = story(base.body, {
    fields: { ...fields, headline: 'Khánh thành cầu treo mới', standfirst: 'Cầu dài 125 m.' },
  });
  const theirs = story(base.body, {
    fields: { ...fields, headline: 'Bắc Kạn: Khánh thành cầu treo', standfirst: 'Cầu dài 130 m.' },
  });
  const merged = merge(start, ours, theirs);
  expect(merged.story.fields.headline).toBe('Bắc Kạn: Khánh thành cầu treo mới');
  expect(merged.story.fields.standfirst).toBe('Cầu dài 125 m.');
  expect(merged.conflicts).toMatchObject([
    { anchor: { field: 'standfirst' }, ours: 'Cầu dài 125 m.', theirs: 'Cầu dài 130 m.' },
  ]);
});

test('status and approval are theirs where theirs changed them, else ours', () => {
  const approval = { hash: 'b'.repeat(64), by: 'x', name: 'Lan', at: '2026-10-01T02:00:00.000Z' };
  const approved = story(base.body, { status: 'approved', approval });
  expect(merge(base, { ...base, status: 'inReview' }, approved).story).toMatchObject({ status: 'approved', approval });
  expect(merge(base, approved, withText(A, `${B} Hết.`)).story).toMatchObject({ status: 'approved', approval });
});

test('text in NFD and in NFC is the same text', () => {
  const merged = merge(base, withText(A.normalize('NFD')), withText(A.replace('sử dụng', 'khai thác')));
  expect(texts(merged.story)[0]?.normalize('NFC')).toBe(A.replace('sử dụng', 'khai thác'));
  expect(merged.conflicts).toEqual([]);
});

test('a figure: caption and credit changed by different sides, both count; both the caption, a conflict', () => {
  const start = story([figure(5, { unchecked: ['caption', 'credit'] })]);
  const ours = story([figure(5, { caption: 'Lễ khánh thành cầu treo Pác Ngòi', unchecked: ['credit'] })]);
  const theirs = story([figure(5, { credit: 'Ảnh: Thu Hà (TTXVN)', unchecked: ['caption'] })]);
  expect(merge(start, ours, theirs).story.body).toEqual([
    figure(5, { caption: 'Lễ khánh thành cầu treo Pác Ngòi', credit: 'Ảnh: Thu Hà (TTXVN)', unchecked: [] }),
  ]);
  const other = story([figure(5, { caption: 'Lễ khởi công cầu treo bản Pác Ngòi' })]);
  const third = story([figure(5, { caption: 'Lễ khai trương cầu treo bản Pác Ngòi' })]);
  const merged = merge(start, other, third);
  expect(merged.story.body).toMatchObject([{ caption: 'Lễ khởi công cầu treo bản Pác Ngòi' }]);
  expect(merged.conflicts).toMatchObject([
    { anchor: { block: idOf(5), part: 'caption' }, theirs: 'Lễ khai trương cầu treo bản Pác Ngòi' },
  ]);
});

test('which texts of a figure a model wrote, and whether anybody accepted them, survives a merge', () => {
  const start = story([figure(5, { drafted: ['caption'], unchecked: ['caption'] })]);
  const accepted = story([figure(5, { drafted: ['caption'], unchecked: [] })]);
  const other = story([
    figure(5, { alt: 'Cầu treo', credit: 'Ảnh: Thu Hà', drafted: ['alt', 'caption'], unchecked: ['caption'] }),
  ]);
  const [merged] = merge(start, accepted, other).story.body;
  expect(merged).toMatchObject({ alt: 'Cầu treo', credit: 'Ảnh: Thu Hà', drafted: ['alt', 'caption'], unchecked: [] });
  const cleared = story([figure(5, { caption: '', unchecked: [] })]);
  expect(merge(start, cleared, start).story.body[0]).not.toHaveProperty('drafted');
});

test('a figure taken out by one side and changed by the other stays; two new photos both stand', () => {
  const start = story([figure(5), para(1, A)]);
  const kept = merge(start, story([para(1, A)]), story([figure(5, { caption: 'Cầu mới' }), para(1, A)]));
  expect(kept.story.body[0]).toEqual(figure(5, { caption: 'Cầu mới' }));
  expect(kept.conflicts).toMatchObject([{ anchor: { block: idOf(5) }, ours: '' }]);
  const [p, q] = ['c'.repeat(64), 'd'.repeat(64)];
  const two = merge(start, story([figure(5, { photo: p }), para(1, A)]), story([figure(5, { photo: q }), para(1, A)]));
  expect(two.story.body.map((block) => block.type === 'figure' && block.photo)).toEqual([p, q, false]);
  expect(conflictsOf(two.story)).toHaveLength(2);
});

test('a block that became a figure on one side and was edited on the other is two blocks', () => {
  const merged = merge(base, withText(A.replace('mới', 'mới xây')), story([figure(1), para(2, B)]));
  expect(texts(merged.story)).toContain(A.replace('mới', 'mới xây'));
  expect(merged.story.body.some((block) => block.type === 'figure')).toBe(true);
});

test.each([
  ['the same words', B.replace('3.700', '3.800'), B.replace('3.700', '3.900')],
  ['a typed word among replaced ones', B.replace('xây dựng', 'xây mới dựng'), B.replace('xây dựng', 'làm')],
  ['typed at one place', B.replace('đạt', 'gần đạt'), B.replace('đạt', 'hơn đạt')],
  ['typed beside a replaced word', B.replace('3.700', 'gần 3.700'), B.replace('3.700', '3.900')],
  ['rewritten and taken out', B.replace('xây dựng', 'thi công'), ''],
])('merged twice from the same base, %s stand there once and ask once', (_, our, their) => {
  for (const [ours, theirs] of [
    [our, their],
    [their, our],
  ] as const) {
    const once = merge(base, withText(A, ours), withText(A, theirs)).story;
    expect(merge(base, once, withText(A, theirs))).toEqual({ story: once, conflicts: [], changedBlocks: 0 });
  }
});

test('a conflict that comes back from the other side undecided asks nothing new', () => {
  const [ours, theirs] = [withText(A, B.replace('3.700', '3.800')), withText(A, B.replace('3.700', '3.900'))];
  const atTheirs = merge(base, theirs, ours).story;
  const back = merge(base, ours, atTheirs);
  expect(texts(back.story)).toEqual(texts(atTheirs));
  expect(back.conflicts).toEqual([]);
  expect(conflictsOf(back.story)).toHaveLength(1);
});
