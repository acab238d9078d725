import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { noise } from '../../../fixtures/photo.ts';

/** Megabytes that taking photos in may need at most, the program's own included: docs/photos.md states it. */
const BOUND = 600;

async function takeIn(width: number, height: number, quality: number, count: number) {
  const folder = await mkdtemp(path.join(tmpdir(), 'copydesk-bound-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'photo.jpg');
  // A small noise made large: detail enough for a photo's bytes, made in a moment.
  await noise(width / 10, height / 10)
    .resize(width, height, { kernel: 'nearest' })
    .jpeg({ quality })
    .toFile(file);
  const script = path.join(import.meta.dirname, 'take-in.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script, folder, file, String(count)], { encoding: 'utf8' });
  expect(stderr).toBe('');
  return JSON.parse(stdout) as { taken: number; peakMb: number };
}

test('a hundred megapixels at once, and a card of large photos, stay under the bound', async () => {
  const largest = await takeIn(10_000, 10_000, 80, 1);
  expect(largest.taken).toBe(1);
  expect(largest.peakMb).toBeLessThan(BOUND);
  const card = await takeIn(6000, 4000, 95, 12);
  expect(card.taken).toBe(12);
  expect(card.peakMb).toBeLessThan(BOUND);
}, 120_000);
