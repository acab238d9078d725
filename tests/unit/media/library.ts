import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createMedia, type Media } from '../../../main/media/index.ts';
import type { PhotoInfo, Result } from '../../../preload/contract.ts';

/** A library folder of the test's own. The rows stand in memory: the store has its own tests. */
export async function library(
  onBroken?: (photo: PhotoInfo) => void,
): Promise<{ media: Media; folder: string; rows: Map<string, PhotoInfo> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'copydesk-media-'));
  let media: Media | undefined;
  onTestFinished(async () => {
    await media?.idle();
    await rm(folder, { recursive: true, force: true });
  });
  const rows = new Map<string, PhotoInfo>();
  const store = {
    putPhoto: async (info: PhotoInfo) => {
      rows.set(info.hash, info);
      return { ok: true as const, value: null };
    },
    getPhoto: async (hash: string) => rows.get(hash) ?? null,
  };
  media = createMedia({ folder, store, ...(onBroken && { onBroken }) });
  return { media, folder, rows };
}

export function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`expected success, got ${result.code} ${result.detail ?? ''}`);
  return result.value;
}
