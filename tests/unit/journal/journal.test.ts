import { expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import { applyChange, type Change } from '../../../story/journal.ts';
import { emptyStory, type Paragraph, type Story } from '../../../story/model.ts';

const paragraph = (text: string): Paragraph => ({ id: newId(), type: 'paragraph', runs: [{ text }] });
const [a, b, c, d] = ['a', 'b', 'c', 'd'].map(paragraph) as [Paragraph, Paragraph, Paragraph, Paragraph];
const story: Story = { ...emptyStory('vi', '2025-03-01T08:00:00.000Z'), body: [a, b, c] };
const bodyAfter = (change: Change) => applyChange(story, change).body;

test('a written block replaces the one with its id, in place', () => {
  const changed = { ...b, runs: [{ text: 'B' }] };
  expect(bodyAfter({ blocks: [changed] })).toEqual([a, changed, c]);
});

test('places are applied in order, each behind its `after`', () => {
  expect(bodyAfter({ blocks: [d], placed: [{ id: d.id, after: null }] })).toEqual([d, a, b, c]);
  const both = [
    { id: d.id, after: a.id },
    { id: c.id, after: d.id },
  ];
  expect(bodyAfter({ blocks: [d], placed: both })).toEqual([a, d, c, b]);
  expect(bodyAfter({ removed: [a.id, c.id] })).toEqual([b]);
});

test('what is not named is shared, not copied', () => {
  const after = applyChange(story, { fields: { headline: 'Mới' } });
  expect(after.body).toBe(story.body);
  expect(after.threads).toBe(story.threads);
  expect(story.fields.headline).toBe('');
});

test('a change that does not fit throws', () => {
  expect(() => bodyAfter({ placed: [{ id: d.id, after: null }] })).toThrow('never written');
  expect(() => bodyAfter({ placed: [{ id: a.id, after: d.id }] })).toThrow('not there');
  expect(() => bodyAfter({ placed: [{ id: a.id, after: a.id }] })).toThrow('not there');
  expect(() => bodyAfter({ removed: [b.id], placed: [{ id: a.id, after: b.id }] })).toThrow('not there');
});

test('a block placed twice is refused, where it used to go round for ever', () => {
  const twice = [
    { id: d.id, after: a.id },
    { id: d.id, after: null },
  ];
  expect(() => bodyAfter({ blocks: [d], placed: twice })).toThrow('placed twice');
});

test('a written block without a place is refused, where its words used to vanish', () => {
  expect(() => bodyAfter({ blocks: [d] })).toThrow('has no place');
  expect(() => bodyAfter({ blocks: [d], removed: [a.id] })).toThrow('has no place');
  expect(bodyAfter({ blocks: [b], removed: [b.id] })).toEqual([a, c]);
});

test('a removed thread is null, a changed one stands whole', () => {
  const id = newId();
  const thread = {
    id,
    kind: 'comment' as const,
    anchor: { block: a.id },
    words: 'a',
    comments: [],
    resolved: false,
  };
  const withThread = applyChange(story, { threads: { [id]: thread } });
  expect(withThread.threads).toEqual({ [id]: thread });
  expect(applyChange(withThread, { threads: { [id]: null } }).threads).toEqual({});
});
