import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Store } from '../../main/store/api.ts';
import { openStore } from '../../main/store/open.ts';
import { sentenceChange, story, storyWith } from './sentences.ts';

const base = mkdtempSync(join(tmpdir(), 'copydesk-full-'));
const disk = join(base, 'disk');
mkdirSync(disk);
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk], { encoding: 'utf8' });
const noDisk =
  mounted.status === 0 ? null : `no small disk can be mounted: ${mounted.stderr ?? mounted.error?.message}`;
const noLimit = spawnSync('prlimit', ['--version']).status === 0 ? null : 'prlimit is not installed';
for (const reason of [noDisk, noLimit]) if (reason) console.log(`full disk: skipped, ${reason}`);
afterAll(() => {
  if (!noDisk) spawnSync('umount', [disk]);
  rmSync(base, { recursive: true, force: true });
});

/** Fills what is left of the disk with one file. */
function fill(path: string): void {
  const fd = openSync(path, 'w');
  try {
    for (const size of [65536, 4096, 512, 1]) {
      try {
        for (;;) if (writeSync(fd, Buffer.alloc(size, 1)) === 0) break;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
      }
    }
  } finally {
    closeSync(fd);
  }
}

async function opened(folder: string): Promise<Store & { problem: string | null }> {
  const result = await openStore(folder);
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
}

/** Appends sentences until the disk refuses one, or `most`; gives the last acknowledged number, and the refusal's code. */
async function appendUntilRefused(store: Store, from: number, most: number): Promise<[number, string | null]> {
  for (let seq = from; seq < most; seq++) {
    const answer = await store.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an');
    if (!answer.ok) return [seq, answer.code];
    expect(answer.value.seq).toBe(seq + 1);
  }
  return [most, null];
}

async function expectWhole(store: Store, seq: number): Promise<void> {
  expect(await store.openStory(story.id)).toEqual({
    ok: true,
    value: { story: storyWith(seq), seq, readOnly: false, problem: null },
  });
}

test.skipIf(noDisk !== null)('a full disk refuses clearly, loses nothing, and goes on when there is room', async () => {
  const folder = join(disk, 'library');
  const ballast = join(disk, 'ballast');
  let store = await opened(folder);
  expect(await store.createStory(story, 'an')).toMatchObject({ ok: true });
  expect(await appendUntilRefused(store, 0, 20)).toEqual([20, null]);

  fill(ballast);
  const [full, code] = await appendUntilRefused(store, 20, 1000);
  expect(code).toBe('diskFull');
  // Refused again and again, it stays whole and readable.
  for (let time = 0; time < 3; time++) expect(await appendUntilRefused(store, full, 1000)).toEqual([full, 'diskFull']);
  expect(await store.checkpoint(story.id)).toMatchObject({ ok: false, code: 'diskFull' });
  expect(await store.listStories()).toHaveLength(1);
  await expectWhole(store, full);

  // Closed and opened on the full disk, it still shows everything.
  await store.close();
  store = await opened(folder);
  expect(store.problem).toBeNull();
  await expectWhole(store, full);
  expect(await store.listStories()).toMatchObject([{ id: story.id }]);

  // The closing may have made a little room; full again, and then freed.
  fill(join(disk, 'more'));
  const [again, secondCode] = await appendUntilRefused(store, full, 1000);
  expect(secondCode).toBe('diskFull');
  rmSync(ballast);
  rmSync(join(disk, 'more'));
  expect(await appendUntilRefused(store, again, again + 20)).toEqual([again + 20, null]);
  expect(await store.checkpoint(story.id)).toMatchObject({ ok: true });
  await store.close();
  store = await opened(folder);
  expect(store.problem).toBeNull();
  await expectWhole(store, again + 20);
  await store.close();
});

test.skipIf(noDisk !== null)('a library cannot be made on a full disk, and says so', async () => {
  fill(join(disk, 'ballast'));
  const result = await openStore(join(disk, 'new'));
  expect(result).toMatchObject({ ok: false, code: 'diskFull' });
  rmSync(join(disk, 'ballast'));
  const store = await opened(join(disk, 'new'));
  expect(await store.listStories()).toEqual([]);
  await store.close();
});

test.skipIf(noLimit !== null)('a file that may not grow refuses clearly, and loses nothing', async () => {
  const folder = join(base, 'limited');
  const writer = join(import.meta.dirname, 'writer.ts');
  const run = spawnSync('prlimit', ['--fsize=300000', process.execPath, writer, folder, '100000', '1000'], {
    encoding: 'utf8',
  });
  expect(run.status, run.stderr).toBe(0);
  const lines = run.stdout.trim().split('\n');
  expect(lines.slice(-2)).toEqual(['FAIL diskError', 'END']);
  const acknowledged = Number(/^ACK (\d+)$/.exec(lines.at(-3) as string)?.[1]);
  expect(acknowledged).toBeGreaterThan(5);
  const store = await opened(folder);
  expect(store.problem).toBeNull();
  await expectWhole(store, acknowledged);
  expect(await appendUntilRefused(store, acknowledged, acknowledged + 5)).toEqual([acknowledged + 5, null]);
  await store.close();
});
