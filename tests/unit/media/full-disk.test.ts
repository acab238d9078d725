import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createMedia } from '../../../main/media/index.ts';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { photo } from '../../fixtures/photo.ts';
import { good } from './library.ts';

const base = mkdtempSync(path.join(tmpdir(), 'copydesk-media-full-'));
const disk = path.join(base, 'disk');
mkdirSync(disk);
const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk], { encoding: 'utf8' });
const mounted = status === 0;
if (!mounted) console.log(`a photo on a full disk: skipped, no small disk can be mounted: ${stderr}`);
afterAll(() => {
  if (mounted) spawnSync('umount', [disk]);
  rmSync(base, { recursive: true, force: true });
});

test.skipIf(!mounted)('a photo that does not fit on the disk leaves no trace; a smaller one comes in', async () => {
  const rows = new Map<string, PhotoInfo>();
  const store = {
    putPhoto: async (info: PhotoInfo) => {
      rows.set(info.hash, info);
      return { ok: true as const, value: null };
    },
    getPhoto: async (hash: string) => rows.get(hash) ?? null,
  };
  const media = createMedia({ folder: disk, store });
  const large = await photo('png', 600, 400);
  expect(large.length).toBeGreaterThan(256 * 1024);
  expect(await media.importPhoto('large.png', large)).toMatchObject({ ok: false, code: 'diskFull' });
  expect(rows.size).toBe(0);
  expect(readdirSync(path.join(disk, 'photos', 'incoming'))).toEqual([]);
  const small = good(await media.importPhoto('small.jpg', await photo('jpeg', 100, 100)));
  expect(rows.has(small.hash)).toBe(true);
  await media.idle();
});
