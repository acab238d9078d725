import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, blockSchema } from '../../../story/model.ts';
import { duplicateBlocks, moveBlocks, removeBlocks, stepBlocks, unitsOf } from '../../../story/move.ts';
import { bodies } from '../schema/bodies.ts';
import { figure, item, paragraph } from '../schema/editing.ts';

const of = (type: 'quote' | 'attribution', text: string): Block => ({ ...(paragraph(text) as object), type }) as Block;
const ids = (...blocks: (Block | undefined)[]) => new Set(blocks.map((block) => block!.id));
const order = (before: readonly Block[], after: readonly Block[] | null) =>
  after?.map(({ id }) => before.findIndex((block) => block.id === id)).join(' ');

test('a quote keeps whose words it is, an item its deeper ones', () => {
  const body = [
    paragraph('a'),
    of('quote', 'b'),
    of('attribution', 'c'),
    item('d'),
    item('e', 'bullet', 1),
    paragraph('f'),
  ];
  expect(unitsOf(body)).toEqual([
    [0, 1],
    [1, 3],
    [3, 5],
    [5, 6],
  ]);
  expect(order(body, stepBlocks(body, ids(body[1]), 'up'))).toBe('1 2 0 3 4 5');
  expect(order(body, stepBlocks(body, ids(body[2]), 'down'))).toBe('0 3 4 1 2 5');
  expect(order(body, stepBlocks(body, ids(body[4]), 'down'))).toBe('0 1 2 5 3 4');
  expect(order(body, moveBlocks(body, ids(body[3]), body[0]!.id))).toBe('3 4 0 1 2 5');
  expect(order(body, moveBlocks(body, ids(body[0], body[2]), null))).toBe('3 4 5 0 1 2');
});

test('nothing moves at the ends, into itself, or to what is not there', () => {
  const body = [paragraph('a'), paragraph('b')];
  expect(stepBlocks(body, ids(body[0]), 'up')).toBeNull();
  expect(stepBlocks(body, ids(body[1]), 'down')).toBeNull();
  expect(moveBlocks(body, ids(body[0]), body[0]!.id)).toBeNull();
  expect(moveBlocks(body, ids(body[0]), body[1]!.id)).toBeNull();
  expect(moveBlocks(body, ids(body[0]), 'nowhere')).toBeNull();
  expect(moveBlocks(body, new Set(['nowhere']), null)).toBeNull();
});

test('into a box and out of it, into a gallery', () => {
  const box = (block: Block): Block => ({ ...block, box: true });
  const body = [paragraph('a'), box(paragraph('b')), box(paragraph('c')), paragraph('d')];
  const boxes = (blocks: Block[] | null) => blocks?.map((block) => (block.box ? 'x' : '-')).join('');
  expect(boxes(moveBlocks(body, ids(body[0]), body[2]!.id))).toBe('xxx-');
  expect(boxes(moveBlocks(body, ids(body[2]), null))).toBe('-x--');
  expect(boxes(moveBlocks(body, ids(body[1], body[2]), null))).toBe('--xx');
  const photo = (caption: string) => ({ ...figure(caption), gallery: true }) as Block;
  const photos = [figure('a'), photo('b'), photo('c')];
  expect(moveBlocks(photos, ids(photos[0]), photos[2]!.id)?.every((one) => one.type === 'figure' && one.gallery)).toBe(
    true,
  );
});

test('a copy has ids of its own, and no marks of review; a story is never without a block', () => {
  const thread = '018f0000-0000-7000-8000-000000000001';
  const body = [paragraph({ text: 'a', threads: [thread], bold: true })];
  const doubled = duplicateBlocks(body, ids(body[0]))!;
  expect(doubled[1]).toMatchObject({ runs: [{ text: 'a', bold: true }] });
  expect(JSON.stringify(doubled[1])).not.toContain(thread);
  expect(doubled[1]!.id).not.toBe(body[0]!.id);
  expect(removeBlocks(body, ids(body[0]))).toMatchObject([{ type: 'paragraph', runs: [] }]);
});

test('whatever is moved, every block is there once, and valid', () => {
  fc.assert(
    fc.property(bodies, fc.nat(), fc.nat(), fc.nat(), fc.boolean(), (body, from, to, target, isEnd) => {
      const chosen = ids(body[from % body.length], body[to % body.length]);
      const moved = moveBlocks(body, chosen, isEnd ? null : body[target % body.length]!.id) ?? body;
      expect(moved.map(({ id }) => id).sort()).toEqual(body.map(({ id }) => id).sort());
      for (const block of moved) expect(blockSchema.safeParse(block).success).toBe(true);
      for (const step of ['up', 'down'] as const) {
        const after = stepBlocks(body, chosen, step);
        if (after) expect(after.map(({ id }) => id).sort()).toEqual(body.map(({ id }) => id).sort());
      }
    }),
  );
});
