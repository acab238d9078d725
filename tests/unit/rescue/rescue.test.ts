import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Change, diffStories, fold } from '../../../story/journal.ts';
import { emptyStory, isTextBlock, plainText, type Story } from '../../../story/model.ts';
import { foldLoosely } from '../../../story/rescue.ts';
import { edited, editSchema, storyArbitrary } from '../journal/edits.ts';
import { paragraph } from '../store/make.ts';

const start = emptyStory('vi', '2025-03-01T08:00:00.000Z');
const first = start.body[0]!.id;
const [one, two, three] = [paragraph('Một.'), paragraph('Hai.'), paragraph('Ba.')];
const add = (block: typeof one, after: string): Change => ({ blocks: [block], placed: [{ id: block.id, after }] });
const texts = (story: Story) => story.body.map((block) => (isTextBlock(block) ? plainText(block.runs) : ''));

test('without a gap it is the fold', () => {
  const changes = [add(one, first), add(two, one.id), { fields: { headline: 'Tít' } }, { removed: [one.id] }];
  expect(foldLoosely(start, changes)).toEqual(fold(start, changes));
});

test('what goes behind a lost block goes to the end, and each following one behind it', () => {
  const changes = [add(two, one.id), add(three, two.id)];
  expect(texts(foldLoosely(start, changes))).toEqual(['', 'Hai.', 'Ba.']);
});

test('a block that was made in the gap and written later is there', () => {
  expect(texts(foldLoosely(start, [{ blocks: [{ ...one, runs: [{ text: 'Một, sửa.' }] }] }]))).toEqual([
    '',
    'Một, sửa.',
  ]);
});

test('a lost block that is moved or removed changes nothing; the rest of that change counts', () => {
  const moved = foldLoosely(start, [{ placed: [{ id: one.id, after: null }], fields: { headline: 'Tít' } }]);
  expect([texts(moved), moved.fields.headline]).toEqual([[''], 'Tít']);
  expect(texts(foldLoosely(start, [{ removed: [one.id], ...add(two, one.id) }]))).toEqual(['', 'Hai.']);
});

test('whatever is lost in the middle: each block written behind the gap stands there as it was written last', () => {
  const steps = fc.array(editSchema, { minLength: 2, maxLength: 20 });
  fc.assert(
    fc.property(storyArbitrary, steps, fc.nat(), fc.nat(), (begin, edits, from, length) => {
      const states = [begin];
      for (const edit of edits) states.push(edited(states.at(-1) as Story, edit));
      const changes = states.slice(1).map((state, index) => diffStories(states[index] as Story, state));
      const gap = from % changes.length;
      const behind = changes.slice(gap + 1 + (length % 4));
      const rescued = foldLoosely(states[gap] as Story, behind);
      const found = new Map(rescued.body.map((block) => [block.id, block]));
      expect(found.size).toBe(rescued.body.length);
      const wanted = new Map(behind.flatMap((change) => (change.blocks ?? []).map((block) => [block.id, block])));
      for (const [id, block] of wanted)
        if (states.at(-1)?.body.some((one) => one.id === id)) expect(found.get(id)).toEqual(block);
    }),
    { numRuns: 300 },
  );
});
