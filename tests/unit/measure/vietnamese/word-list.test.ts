import { expect, test } from 'vitest';
import { wordsIn } from '../../../../scripts/measure/vietnamese/word-list.ts';

/** One node of the graph: letter, whether a word ends there, the node behind it (0: none), whether it is the last one. */
type Edge = [letter: number, ends: boolean, next: number, isLast: boolean];

function trained(letters: string[], edges: Edge[]): Uint8Array {
  const parts = 24;
  const list = new TextEncoder().encode([letters.length, ...letters.map((letter) => `${letter} 0 x`), ''].join('\n'));
  const graph = new DataView(new ArrayBuffer(10 + edges.length * 8));
  const bits = BigInt(Math.ceil(Math.log2(letters.length + 1)));
  graph.setInt16(0, 42, true);
  graph.setInt32(2, letters.length, true);
  graph.setInt32(6, edges.length, true);
  for (const [at, [letter, ends, next, isLast]] of edges.entries()) {
    const flags = (ends ? 4n : 0n) | (isLast ? 1n : 0n);
    graph.setBigUint64(10 + at * 8, BigInt(letter) | (flags << bits) | (BigInt(next) << (bits + 3n)), true);
  }
  const head = new DataView(new ArrayBuffer(4 + parts * 8));
  head.setInt32(0, parts, true);
  for (let part = 0; part < parts; part++) head.setBigInt64(4 + part * 8, -1n, true);
  head.setBigInt64(4 + 19 * 8, BigInt(head.byteLength), true);
  head.setBigInt64(4 + 21 * 8, BigInt(head.byteLength + graph.byteLength), true);
  return Uint8Array.from([...new Uint8Array(head.buffer), ...new Uint8Array(graph.buffer), ...list]);
}

test('words are the paths through the graph', () => {
  const file = trained(
    ['NULL', 'b', 'à', 'n'],
    [
      [1, false, 2, false],
      [3, true, 0, true],
      [2, true, 3, true],
      [3, true, 0, true],
    ],
  );
  expect(wordsIn(file)).toEqual(['bà', 'bàn', 'n']);
});
