import { expect, test } from 'vitest';
import { endsOfBursts } from '../../../story/history/bursts.ts';

const START = Date.parse('2025-03-10T08:00:00.000Z');
const SECOND = 1000;
const state = (second: number, author = 'an', block: string | null = `at ${second}`) => ({
  at: new Date(START + second * SECOND).toISOString(),
  author,
  block,
});
const ends = (states: ReturnType<typeof state>[]) => endsOfBursts(states).map(({ block }) => block);

test('typing without rest is one state, its last', () => {
  expect(ends([state(0), state(1), state(2), state(100)])).toEqual(['at 100']);
});

test('two minutes of rest, another author, a clock set back and ten minutes end a state', () => {
  expect(ends([state(0), state(120), state(241)])).toEqual(['at 120', 'at 241']);
  expect(ends([state(0), state(1, 'bình'), state(2)])).toEqual(['at 0', 'at 1', 'at 2']);
  expect(ends([state(60), state(0)])).toEqual(['at 60', 'at 0']);
  const long = Array.from({ length: 11 }, (_, index) => state(index * 100));
  expect(ends(long)).toEqual(['at 600', 'at 1000']);
});

test('what was taken out, and what stood before it, are states of their own', () => {
  expect(ends([state(0), state(1), state(2, 'an', null), state(3)])).toEqual(['at 1', null, 'at 3']);
});

test('what came with the story is a state of its own', () => {
  expect(endsOfBursts([{ ...state(0), isApart: true }, state(1), state(2)]).map(({ block }) => block)).toEqual([
    'at 0',
    'at 2',
  ]);
});

test('nothing has no state', () => {
  expect(endsOfBursts([])).toEqual([]);
});
