import { open, rename, rm } from 'node:fs/promises';
import type { Failure } from '../preload/contract.ts';
import { patiently } from './patience.ts';
import { point } from './points.ts';

/**
 * Puts `bytes` at `file`, whole or not at all, by way of `temporary` (a name on the same disk that nobody uses): written,
 * fsynced, renamed; a file that somebody else has open is waited for some seconds. For the new name to survive a power cut too, sync its folder. Rejects with the system's error.
 */
export async function replaceFile(file: string, bytes: Uint8Array, temporary: string, mode = 0o600): Promise<void> {
  try {
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    point('file.written');
    await patiently(() => rename(temporary, file));
    point('file.renamed');
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** Makes a folder's list of names durable. Windows cannot open a folder, and its file system journals names itself. */
export async function syncFolder(folder: string): Promise<void> {
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
