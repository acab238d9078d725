import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignedPairs } from '../../../story/formats/wordpress/align.ts';

/** Its length, by trying every subsequence. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a;
  if (first === undefined) return 0;
  const at = b.indexOf(first);
  return Math.max(longestCommon(rest, b), at < 0 ? 0 : 1 + longestCommon(rest, b.slice(at + 1)));
}

test('pairs are equal, in order, and as many as there can be', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 9 });
  fc.assert(
    fc.property(list, list, (ours, theirs) => {
      const pairs = alignedPairs(ours, theirs);
      expect(pairs.length).toBe(longestCommon(ours, theirs));
      pairs.forEach(([at, there], index) => {
        expect(ours[at]).toBe(theirs[there]);
        const [before, beforeThere] = pairs[index - 1] ?? [-1, -1];
        expect(at > before && there > beforeThere).toBe(true);
      });
    }),
    { numRuns: 300 },
  );
});

test('two long texts that have nothing in common but their ends are matched there', () => {
  const middle = (name: string): string[] => Array.from({ length: 3000 }, (_, at) => `${name}${at}`);
  const pairs = alignedPairs(['a', ...middle('x'), 'b', 'c'], ['a', ...middle('y'), 'd', 'b', 'c']);
  expect(pairs).toEqual([
    [0, 0],
    [3001, 3002],
    [3002, 3003],
  ]);
});
