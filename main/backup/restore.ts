import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { syncFolder } from '../durable.ts';
import { point } from '../points.ts';
import { openStore } from '../store/open.ts';
import type { Progress } from './make.ts';
import type { Opened } from './opened.ts';
import { readBackup } from './reader.ts';
import { outcome, Trouble } from './trouble.ts';

/** Small values that belong to this desk, not to the library's past: they go over into the restored one. */
export type Carried = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a backup into the new folder `fresh`, opens it as a library and makes it ready to be used: publications that
 * were under way when it was made do not go on by themselves, since what became of them is not known to it. Where it
 * fails, the folder is gone again. Failures: damagedBackup, newerBackup, place…, restoreFailed, cancelled.
 */
export const unpackLibrary = (
  opened: Opened,
  fresh: string,
  carried: Carried,
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<null>> =>
  outcome(async () => {
    try {
      let done = 0;
      await readBackup(opened.file, {
        step: (bytes) => {
          signal.throwIfAborted();
          done += bytes;
          progress(done, opened.bytes);
        },
        unpack: (name) => path.join(fresh, name),
      });
      await makeReady(fresh, carried);
      await syncFolder(path.dirname(fresh)).catch(() => undefined);
      signal.throwIfAborted();
      point('restore.unpacked');
      return null;
    } catch (error) {
      await rm(fresh, { recursive: true, force: true });
      throw error;
    }
  });

async function makeReady(folder: string, carried: Carried): Promise<void> {
  const opened = await openStore(folder);
  if (!opened.ok) throw new Trouble(opened.code === 'newerSchema' ? 'newerBackup' : 'restoreFailed', opened.detail);
  const store = opened.value;
  try {
    for (const { id } of await store.listJobs({ open: true })) {
      const stopped = await store.updateJob(id, {
        state: 'stopped',
        error: { code: 'fromBackup' },
        nextAttemptAt: null,
      });
      if (!stopped.ok) throw new Trouble('restoreFailed', stopped.detail);
    }
    for (const [key, value] of carried) {
      const kept = await store.putValue(key, value);
      if (!kept.ok) throw new Trouble('restoreFailed', kept.detail);
    }
  } finally {
    await store.close();
  }
}
