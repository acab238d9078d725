import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '../../preload/contract.ts';

/**
 * Puts `bytes` at `file`, whole or not at all: a temporary file in `incoming` (same disk), fsync, rename, fsync of the
 * folders that changed. When it resolves, the file survives a power cut. Rejects with the system's error.
 */
export async function writeDurably(file: string, bytes: Uint8Array, incoming: string): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(incoming, { recursive: true });
  const firstMade = await mkdir(folder, { recursive: true });
  const temporary = path.join(incoming, randomUUID());
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  // A new folder is only there for good once its parent is synced, up to the first one that was made.
  const last = firstMade ? path.dirname(firstMade) : folder;
  for (let at = folder; ; at = path.dirname(at)) {
    await syncFolder(at);
    if (at === last || at === path.dirname(at)) break;
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and its file system journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A system error of the disk as a failure; anything else is a fault of ours and is thrown again. */
export function diskFailure(error: unknown): Failure {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string' || !(error as NodeJS.ErrnoException).syscall) throw error;
  return { ok: false, code: code === 'ENOSPC' || code === 'EDQUOT' ? 'diskFull' : 'diskError', detail: code };
}
