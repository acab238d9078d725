import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isLow, watchDisk } from '../../../main/health/disk.ts';

const MB = 1000 * 1000;

test('a disk is low below 500 MB, a small one below a twentieth of it', () => {
  expect(isLow(499 * MB, 1_000_000 * MB, false)).toBe(true);
  expect(isLow(501 * MB, 1_000_000 * MB, false)).toBe(false);
  expect(isLow(60 * MB, 1_000 * MB, false)).toBe(false);
  expect(isLow(40 * MB, 1_000 * MB, false)).toBe(true);
});

test('it is no longer low only with clearly more room', () => {
  expect(isLow(510 * MB, 1_000_000 * MB, true)).toBe(true);
  expect(isLow(601 * MB, 1_000_000 * MB, true)).toBe(false);
});

let disk: string;
let mounted = false;
beforeEach(() => {
  disk = mkdtempSync(join(tmpdir(), 'low-disk-'));
  mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk]).status === 0;
});
afterEach(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

test('a real disk that fills and empties is told of, once each', async (context) => {
  if (!mounted) return context.skip('mounting a disk needs root');
  let told = 0;
  const watch = watchDisk(disk, () => told++, 1e9);
  expect(await watch.look()).toMatchObject({ isLow: false });
  writeFileSync(join(disk, 'ballast'), Buffer.alloc(20 * 1024 * 1024 - 64 * 1024));
  expect(await watch.look()).toMatchObject({ isLow: true });
  await watch.look();
  expect(told).toBe(1);
  truncateSync(join(disk, 'ballast'), 0);
  expect(await watch.look()).toMatchObject({ isLow: false });
  expect(told).toBe(2);
  watch.stop();
});

test('a folder that is gone is no news of the disk', async () => {
  const watch = watchDisk(join(disk, 'gone'), () => expect.unreachable(), 1e9);
  expect(await watch.look()).toBe(null);
  watch.stop();
});
