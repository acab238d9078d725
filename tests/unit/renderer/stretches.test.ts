import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stretchesOf } from '../../../renderer/history/stretches.ts';

/** x: a change. Folded rows stand as dots. */
const shown = (rows: string, opened: number[] = []): string =>
  stretchesOf(
    [...rows].map((row) => row === 'x'),
    new Set(opened),
  )
    .map(({ kind, from, to }) => (kind === 'fold' ? `(${to - from})` : rows.slice(from, to)))
    .join('');

test('long unchanged stretches are folded, one row stays beside each change', () => {
  expect(shown('-----x-----x-----')).toBe('(4)-x-(3)-x-(4)');
  expect(shown('--x----x---')).toBe('--x----x---');
  expect(shown('--------')).toBe('(8)');
  expect(shown('xx')).toBe('xx');
  expect(shown('')).toBe('');
});

test('a fold that was opened is shown', () => {
  expect(shown('-----x-----x-----', [0])).toBe('-----x-(3)-x-(4)');
  expect(shown('-----x-----x-----', [7])).toBe('(4)-x-----x-(4)');
});

test('every row stands in exactly one stretch, in order, and no change is folded', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (rows) => {
      const stretches = stretchesOf(rows);
      expect(stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
        rows.map((_, at) => at),
      );
      for (const { kind, from, to } of stretches) if (kind === 'fold') expect(rows.slice(from, to)).not.toContain(true);
    }),
  );
});
