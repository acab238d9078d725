import { expect, test } from 'vitest';
import { createTurns } from '../../../main/media/turns.ts';

/** Starts works of so many pixels; `ends` ends one, `running` names those that run. */
function begin(turn: ReturnType<typeof createTurns>, pixels: readonly number[]) {
  const running = new Set<number>();
  const ends = pixels.map((size, number) => {
    let end = () => {};
    const work = new Promise<void>((resolve) => {
      end = resolve;
    });
    void turn(size, async () => {
      running.add(number);
      await work;
      running.delete(number);
    });
    return end;
  });
  const settled = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    return [...running];
  };
  return { running: settled, ends };
}

test('no more pixels at once than are allowed, and first come, first served', async () => {
  const { running, ends } = begin(createTurns(8, 60), [30, 30, 10, 1]);
  expect(await running()).toEqual([0, 1]);
  ends[0]!();
  expect(await running()).toEqual([1, 2, 3]);
});

test('a picture that is larger than all that is allowed runs alone', async () => {
  const { running, ends } = begin(createTurns(8, 60), [10, 100, 10]);
  expect(await running()).toEqual([0]);
  ends[0]!();
  expect(await running()).toEqual([1]);
  ends[1]!();
  expect(await running()).toEqual([2]);
});

test('no more pictures at once than there are slots; one that fails gives its place back', async () => {
  const turn = createTurns(1, 60);
  await expect(turn(1, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  const { running, ends } = begin(turn, [1, 1]);
  expect(await running()).toEqual([0]);
  ends[0]!();
  expect(await running()).toEqual([1]);
});
