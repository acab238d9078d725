import { expect, test } from 'vitest';
import { PASSED, runKills } from './kills/run.ts';

const KILLS = 200;

test(`killed ${KILLS} times, at random moments and at every named point, nothing acknowledged is lost`, async () => {
  const told: string[] = [];
  const seed = Date.now() % 2 ** 31;
  const figures = await runKills({ kills: KILLS, seed, log: (line) => told.push(line) });
  console.log(JSON.stringify(figures));
  expect(told.filter((line) => line.startsWith('LOST'))).toEqual([]);
  expect(figures).toMatchObject({ kills: KILLS, lost: 0 });
  expect(PASSED.filter((name) => !figures.points[name])).toEqual([]);
}, 600_000);
