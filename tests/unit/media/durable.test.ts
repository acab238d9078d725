import type * as fs from 'node:fs/promises';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { photo } from '../../fixtures/photo.ts';
import { good, library } from './library.ts';

// Every call goes through to the real one; this only writes down their order.
const log: string[] = vi.hoisted(() => []);
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return {
    ...real,
    open: async (...args: Parameters<typeof fs.open>) => {
      const handle = await real.open(...args);
      const sync = handle.sync.bind(handle);
      handle.sync = async () => {
        await sync();
        log.push(`sync ${args[0]}`);
      };
      return handle;
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to);
      log.push(`rename ${from} ${to}`);
    },
  };
});
afterEach(() => log.splice(0));

test('the original is on disk for good before its row is there', async () => {
  const { media, folder, rows } = await library();
  const set = rows.set.bind(rows);
  rows.set = (hash, info) => {
    log.push(`row ${hash}`);
    return set(hash, info);
  };
  const { hash } = good(await media.importPhoto('a.jpg', await photo('jpeg')));

  const photos = path.join(folder, 'photos');
  const file = path.join(photos, hash.slice(0, 2), hash);
  const at = (entry: string) => {
    const index = log.findIndex((line) => line.startsWith(entry));
    expect(index, `${entry} in\n${log.join('\n')}`).toBeGreaterThanOrEqual(0);
    return index;
  };
  const renamed = log.findIndex((line) => line.startsWith('rename') && line.endsWith(file));
  const temporary = log[renamed]?.split(' ')[1];
  const order = [at(`sync ${temporary}`), renamed, at(`sync ${path.dirname(file)}`), at(`row ${hash}`)];
  expect(order).toEqual([...order].sort((a, b) => a - b));
  // The folders are new: their names must be durable too.
  for (const parent of [photos, folder]) {
    const synced = log.indexOf(`sync ${parent}`);
    expect(synced).toBeGreaterThan(renamed);
    expect(synced).toBeLessThan(at(`row ${hash}`));
  }
});

test('what a crash left half-written is cleared away, and nothing else', async () => {
  const { media, folder } = await library();
  const first = good(await media.importPhoto('a.jpg', await photo('jpeg')));
  const { mkdir, writeFile } = await import('node:fs/promises');
  const incoming = path.join(folder, 'photos', 'incoming');
  await mkdir(incoming, { recursive: true });
  await writeFile(path.join(incoming, 'half'), 'half a photo');

  const { createMedia } = await import('../../../main/media/index.ts');
  const rows = new Map([[first.hash, first]]);
  const again = createMedia({
    folder,
    store: {
      getPhoto: async (hash) => rows.get(hash) ?? null,
      putPhoto: async () => ({ ok: true as const, value: null }),
    },
  });
  good(await again.importPhoto('b.jpg', await photo('jpeg', 320, 200, 2)));
  expect(await readdir(incoming)).toEqual([]);
  expect((await again.readOriginal(first.hash)).ok).toBe(true);
  await again.idle();
});
