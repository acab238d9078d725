import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { restoredStory, withBlocksOf, withFieldOf } from '../../../story/history/restore.ts';
import { applyChange, diffStories } from '../../../story/journal.ts';
import { isTextBlock, type Story, storySchema, type Thread } from '../../../story/model.ts';
import { edited, editSchema, storyArbitrary } from '../journal/edits.ts';
import { makeStory, paragraph, textsOf } from '../store/make.ts';

const two = fc
  .record({ story: storyArbitrary, edits: fc.array(editSchema, { minLength: 1, maxLength: 15 }) })
  .map(({ story, edits }) => ({ old: story, now: edits.reduce(edited, story) }));

const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
const conflict = (number: number, resolved: boolean): Thread => ({
  id: id(number),
  kind: 'conflict',
  anchor: { block: id(1) },
  ours: 'ta',
  theirs: 'họ',
  theirName: 'Bình',
  at: '2025-03-01T09:00:00.000Z',
  resolved,
});
const comment = (number: number): Thread => ({
  id: id(number),
  kind: 'comment',
  anchor: { block: id(1) },
  words: 'Một',
  comments: [],
  resolved: false,
});

describe('a whole version', () => {
  test('its words stand as they were; comments, status and approval as they are; the rest is a change like any other', () => {
    fc.assert(
      fc.property(two, ({ old, now }) => {
        const restored = restoredStory(now, old);
        expect(textsOf(restored)).toEqual(textsOf(old));
        expect(restored.fields).toEqual(old.fields);
        expect(restored.language).toBe(old.language);
        expect(Object.keys(restored.threads).sort()).toEqual(Object.keys(now.threads).sort());
        expect([restored.status, restored.approval]).toEqual([now.status, now.approval]);
        expect(storySchema.safeParse(restored).success).toBe(true);
        expect(applyChange(now, diffStories(now, restored))).toEqual(restored);
      }),
    );
  });

  test('a conflict that was open then is open again, a later one is over, and marks of threads that are gone go', () => {
    const old: Story = {
      ...makeStory(),
      threads: { [id(7)]: conflict(7, false), [id(9)]: comment(9) },
      body: [
        {
          ...paragraph('', id(1)),
          runs: [
            { text: 'ta', threads: [id(7)], side: 'ours' },
            { text: 'họ', threads: [id(7)], side: 'theirs' },
            { text: ' Một', threads: [id(9)] },
          ],
        },
      ],
    };
    const now: Story = { ...old, threads: { [id(7)]: conflict(7, true), [id(8)]: conflict(8, false) }, body: [] };
    const restored = restoredStory(now, old);
    expect(restored.threads[id(7)]).toMatchObject({ resolved: false });
    expect(restored.threads[id(8)]).toMatchObject({ resolved: true });
    expect(restored.body).toEqual([
      {
        ...paragraph('', id(1)),
        runs: [
          { text: 'ta', threads: [id(7)], side: 'ours' },
          { text: 'họ', threads: [id(7)], side: 'theirs' },
          { text: ' Một' },
        ],
      },
    ]);
    const field: Story = { ...old, threads: {}, body: old.body };
    expect(restoredStory(now, field).body[0]).toMatchObject({ runs: [{ text: 'tahọ Một' }] });
  });
});

describe('one paragraph', () => {
  const base = makeStory();
  const [a, b, c] = [paragraph('A.', id(1)), paragraph('B.', id(2)), paragraph('C.', id(3))];
  const story = (...body: Story['body']): Story => ({ ...base, body });

  test('in its place where it still stands', () => {
    const now = story(a, paragraph('B sửa.', id(2)), c);
    expect(textsOf(withBlocksOf(now, story(a, b, c), [b.id]))).toEqual(['A.', 'B.', 'C.']);
  });

  test('behind its nearest neighbour from above where it is gone, in front where none is left', () => {
    expect(textsOf(withBlocksOf(story(c, a), story(a, b, c), [b.id]))).toEqual(['C.', 'A.', 'B.']);
    expect(textsOf(withBlocksOf(story(c), story(a, b, c), [b.id]))).toEqual(['B.', 'C.']);
    expect(textsOf(withBlocksOf(story(), story(a, b, c), [b.id]))).toEqual(['B.']);
  });

  test('instead of the halves it was split into, and the other way round', () => {
    const [first, second] = [paragraph('B đầu.', id(2)), paragraph('B sau.', id(5))];
    expect(textsOf(withBlocksOf(story(a, first, second, c), story(a, b, c), [b.id], [first.id, second.id]))).toEqual([
      'A.',
      'B.',
      'C.',
    ]);
    expect(textsOf(withBlocksOf(story(a, b, c), story(a, first, second, c), [first.id, second.id], [b.id]))).toEqual([
      'A.',
      'B đầu.',
      'B sau.',
      'C.',
    ]);
  });

  test('whatever happened, it stands once, as it was, and nothing else changes', () => {
    fc.assert(
      fc.property(two, fc.nat({ max: 20 }), ({ old, now }, at) => {
        const block = old.body[at % Math.max(1, old.body.length)];
        if (!block) return;
        const back = withBlocksOf(now, old, [block.id]);
        expect(back.body.filter((one) => one.id === block.id)).toHaveLength(1);
        const found = back.body.find((one) => one.id === block.id)!;
        if (!isTextBlock(found)) expect(found).toEqual(block);
        expect(textsOf({ ...back, body: [found] })).toEqual(textsOf({ ...old, body: [block] }));
        const others = (one: Story) => one.body.filter(({ id: other }) => other !== block.id);
        expect(others(back)).toEqual(others(now));
        expect(applyChange(now, diffStories(now, back))).toEqual(back);
      }),
    );
  });
});

test('one field', () => {
  const old = makeStory('Tít cũ');
  const now = { ...old, fields: { ...old.fields, headline: 'Tít mới', kicker: 'Kinh tế' } };
  expect(withFieldOf(now, old, 'headline').fields).toEqual({ ...now.fields, headline: 'Tít cũ' });
});
