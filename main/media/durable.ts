import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '../../preload/contract.ts';

/**
 * Puts `bytes` at `file` below `root`, whole or not at all: a temporary file in `root/incoming`, fsync, rename, fsync of each
 * folder from the file's up to the one that holds `root` (a crash may have left them made but not synced). When it
 * resolves, the file survives a power cut. Rejects with the system's error.
 */
export async function writeDurably(root: string, file: string, bytes: Uint8Array): Promise<void> {
  const folder = path.dirname(file);
  const incoming = path.join(root, 'incoming');
  await mkdir(folder, { recursive: true });
  await mkdir(incoming, { recursive: true });
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
  for (let at = folder; at.length >= root.length; at = path.dirname(at)) await syncFolder(at);
  await syncFolder(path.dirname(root));
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
