import type { Health } from '../../preload/contract.ts';
import { roomAt } from '../disk/place.ts';

export type Disk = NonNullable<Health['disk']>;

/**
 * Below this the person is warned, in bytes: what a few days with photos need, and a salvage, which first copies the
 * database. On a disk below 10 GB, a stick, a twentieth of it: 500 MB would be a warning for ever.
 */
const LOW_BYTES = 500 * 1000 * 1000;
const LOW_SHARE = 0.05;
/** A warning ends only with clearly more room, so that it does not come and go with every file. */
const ENOUGH = 1.2;

export function isLow(freeBytes: number, totalBytes: number, wasLow: boolean): boolean {
  const limit = Math.min(LOW_BYTES, totalBytes * LOW_SHARE);
  return freeBytes < (wasLow ? limit * ENOUGH : limit);
}

/** The room on the disk of `folder`, looked at again and again. `changed` hears when it becomes low, or no longer is. */
export function watchDisk(folder: string, changed: () => void, everyMs = 30_000) {
  let disk: Disk | null = null;

  async function look(): Promise<Disk | null> {
    const before = disk;
    try {
      const { freeBytes, totalBytes } = await roomAt(folder);
      disk = { isLow: isLow(freeBytes, totalBytes, before?.isLow ?? false), freeBytes, totalBytes };
    } catch {
      disk = null; // a disk that does not even tell this is told of by the first thing that cannot be saved
    }
    if ((before?.isLow ?? false) !== (disk?.isLow ?? false)) changed();
    return disk;
  }

  void look();
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  return { look, now: () => disk, stop: () => clearInterval(timer) };
}
