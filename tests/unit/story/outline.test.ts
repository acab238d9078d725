import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../../../story/ids.ts';
import type { Block } from '../../../story/model.ts';
import { moveOf, outlineOf, sectionOf, stepOf } from '../../../story/outline.ts';

const block = (id: string): Block => {
  const runs = [{ text: id }];
  if (id.startsWith('A')) return { id, type: 'heading', level: 2, runs };
  if (id.startsWith('a')) return { id, type: 'heading', level: 3, runs };
  if (id.startsWith('q')) return { id, type: 'pullquote', runs };
  if (id.startsWith('n')) return { id, type: 'attribution', runs };
  if (id.startsWith('f'))
    return {
      ...{ id, type: 'figure', photo: 'a'.repeat(64), width: 1, height: 1, caption: '', credit: '', copyright: '' },
      ...{ alt: id, unchecked: [] },
    };
  return { id, type: 'paragraph', runs };
};
const body = (ids: string): Block[] => ids.split(' ').map(block);
const moved = (blocks: Block[], id: string, before: string | null | undefined): Block[] => {
  const move = before === undefined ? null : moveOf(blocks, id, before);
  if (!move) return blocks;
  const section = blocks.filter((one) => move.ids.includes(one.id));
  const rest = blocks.filter((one) => !move.ids.includes(one.id));
  const at = move.before === null ? rest.length : rest.findIndex((one) => one.id === move.before);
  return [...rest.slice(0, at), ...section, ...rest.slice(at)];
};
const step = (ids: string, id: string, by: 1 | -1) =>
  moved(body(ids), id, stepOf(body(ids), id, by))
    .map((one) => one.id)
    .join(' ');

test('the outline: headings, pull quotes and photos, each as deep as it stands', () => {
  expect(outlineOf(body('p1 f1 A1 p2 a1 q1 n1 A2')).map(({ id, depth, text }) => [id, depth, text])).toEqual([
    ['f1', 0, 'f1'],
    ['A1', 0, 'A1'],
    ['a1', 1, 'a1'],
    ['q1', 2, 'q1'],
    ['A2', 0, 'A2'],
  ]);
});

test('a section ends at a heading of its level or above; a quote has its speaker with it', () => {
  expect(sectionOf(body('A1 p1 a1 p2 A2'), 'A1')).toEqual({ start: 0, end: 4 });
  expect(sectionOf(body('A1 p1 a1 p2 a2 A2'), 'a1')).toEqual({ start: 2, end: 4 });
  expect(sectionOf(body('q1 n1 p1'), 'q1')).toEqual({ start: 0, end: 2 });
  expect(sectionOf(body('p1'), 'x')).toBeNull();
});

describe('one step', () => {
  test.each([
    ['p0 A1 p1 a1 p2 A2 p3', 'A2', -1, 'p0 A2 p3 A1 p1 a1 p2'],
    ['p0 A1 p1 a1 p2 A2 p3', 'A1', 1, 'p0 A2 p3 A1 p1 a1 p2'],
    ['p0 A1 p1 A2', 'A1', -1, 'p0 A1 p1 A2'],
    ['A1 p1 A2 p2', 'A2', 1, 'A1 p1 A2 p2'],
    ['A1 p1 a1 p2 A2 p3 a2', 'a1', 1, 'A1 p1 A2 p3 a1 p2 a2'],
    ['A1 p1 A2 a1 p2', 'a1', -1, 'A1 p1 a1 p2 A2'],
    ['A1 a1 p1 a2 p2', 'a2', -1, 'A1 a2 p2 a1 p1'],
    ['A1 p1 f1 A2 p2', 'f1', 1, 'A1 p1 A2 f1 p2'],
    ['A1 q1 n1 p1 f1', 'q1', 1, 'A1 p1 f1 q1 n1'],
    ['A1 q1 n1 p1 f1', 'f1', -1, 'A1 f1 q1 n1 p1'],
  ] as const)('%s: %s by %i', (ids, id, by, then) => expect(step(ids, id, by)).toBe(then));
});

test('however sections are moved, the same blocks are there, and each section as it was', () => {
  const kinds = fc.array(fc.constantFrom('A', 'a', 'q', 'n', 'f', 'p'), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(kinds, fc.nat(), fc.constantFrom<1 | -1>(1, -1), (list, which, by) => {
      const blocks = list.map((kind) => block(kind + newId()));
      const items = outlineOf(blocks);
      fc.pre(items.length > 0);
      const { id } = items[which % items.length] as { id: string };
      const { start, end } = sectionOf(blocks, id) as { start: number; end: number };
      const section = blocks.slice(start, end).map((one) => one.id);
      const after = moved(blocks, id, stepOf(blocks, id, by)).map((one) => one.id);
      expect([...after].sort()).toEqual(blocks.map((one) => one.id).sort());
      const at = after.indexOf(id);
      expect(after.slice(at, at + section.length)).toEqual(section);
      if (after.indexOf(id) !== start) expect(Math.sign(after.indexOf(id) - start)).toBe(by);
    }),
  );
});
