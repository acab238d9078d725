import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../../main/store/open.ts';
import { mulberry } from './random.ts';
import { story, storyWith } from './sentences.ts';

const ROUNDS = 10;
const folder = mkdtempSync(join(tmpdir(), 'copydesk-kill-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the writer, kills it `delay` ms after its start or its first word, and gives the last number it acknowledged. */
async function killedWriter(delay: number, from: 'start' | 'word'): Promise<number> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, '1000000', '50'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const first = new Promise<void>((resolve) => {
    writer.stdout.on('data', (data: Buffer) => {
      said += data;
      resolve();
    });
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => writer.on('close', (_, signal) => resolve(signal)));
  if (from === 'word') await first;
  await wait(delay);
  writer.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  const numbers = said.split('\n').slice(0, -1); // a last line without its end was cut off: it does not count
  return Math.max(...numbers.map((line) => Number(/^(?:OPEN|ACK) (\d+)$/.exec(line)?.[1] ?? 0)));
}

test(`a writer killed ${ROUNDS} times in a row loses nothing it had acknowledged`, async () => {
  const seed = Date.now();
  console.log(`kill: seed ${seed}`);
  const random = mulberry(seed);
  let before = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const said = await (round % 2 ? killedWriter(random() * 400, 'word') : killedWriter(random() * 1500, 'start'));
    const acknowledged = Math.max(said, before);
    const opened = await openStore(folder);
    if (!opened.ok) throw new Error(`${opened.code}: ${opened.detail}`);
    const store = opened.value;
    const read = await store.openStory(story.id);
    if (!read.ok) throw new Error(read.code);
    expect(read.value.seq, `round ${round}`).toBeGreaterThanOrEqual(acknowledged);
    expect(read.value.seq, 'at most the one in flight besides').toBeLessThanOrEqual(acknowledged + 1);
    expect(read.value.story, `round ${round}`).toEqual(storyWith(read.value.seq));
    expect([store.problem, read.value.problem]).toEqual([null, null]);
    expect((await store.listStories()).map((row) => row.id)).toEqual([story.id]);
    await store.close();
    before = read.value.seq;
  }
  expect(before).toBeGreaterThan(ROUNDS);
});
