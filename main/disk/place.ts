import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Result } from '../../preload/contract.ts';
import { diskFailure } from '../durable.ts';
import {
  isNetworkMount,
  isNetworkMountOnMac,
  isNetworkPathOnWindows,
  mountOf,
  parseMacMounts,
  parseMountinfo,
} from './mounts.ts';

/** What the system is asked; tests give the answers of others. */
export type PlaceReader = {
  platform: NodeJS.Platform;
  /** The path without links, on Windows without mapped letters. */
  realpath(path: string): Promise<string>;
  /** Linux: `/proc/self/mountinfo`. macOS: the output of `mount`. */
  mounts(): Promise<string>;
};

const SYSTEM: PlaceReader = {
  platform: process.platform,
  realpath: (path) => realpath(path),
  mounts: async () =>
    process.platform === 'darwin'
      ? (await promisify(execFile)('/sbin/mount', { timeout: 5_000 })).stdout
      : readFile('/proc/self/mountinfo', 'utf8'),
};

/**
 * Whether a folder that is there lies on a network drive. What the system cannot tell counts as no: a library on this
 * computer must never be refused for want of an answer.
 */
export async function isOnNetwork(folder: string, system: PlaceReader = SYSTEM): Promise<boolean> {
  try {
    // Windows takes a bare letter for the current folder of that drive.
    const path = await system.realpath(/^[a-z]:$/i.test(folder) ? `${folder}\\` : folder);
    if (system.platform === 'win32') return isNetworkPathOnWindows(path);
    if (system.platform === 'darwin') {
      const mount = mountOf(path, parseMacMounts(await system.mounts()));
      return mount !== null && isNetworkMountOnMac(mount);
    }
    const mount = mountOf(path, parseMountinfo(await system.mounts()));
    return mount !== null && isNetworkMount(mount);
  } catch {
    return false;
  }
}

/** The room on a folder's disk, in bytes: what this person may still use, and all there is. Rejects with the system's error. */
export async function roomAt(folder: string): Promise<{ freeBytes: number; totalBytes: number }> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}

/**
 * Whether a library can live in `folder`, which must be there (a folder still to be made: make it first, since below an
 * unplugged drive it would be made on the wrong disk), and the free bytes on its disk. Failures: folderMissing;
 * networkDrive (SQLite's log needs locks and syncs that hold, https://www.sqlite.org/useovernet.html); folderReadOnly;
 * diskError. A full disk is none: what is there can be read.
 */
export async function checkPlace(folder: string, system: PlaceReader = SYSTEM): Promise<Result<{ freeBytes: number }>> {
  try {
    if (!(await stat(folder)).isDirectory()) return { ok: false, code: 'folderMissing', detail: folder };
    if (await isOnNetwork(folder, system)) return { ok: false, code: 'networkDrive', detail: folder };
    if (!(await takesFiles(folder))) return { ok: false, code: 'folderReadOnly', detail: folder };
    const { freeBytes } = await roomAt(folder);
    return { ok: true, value: { freeBytes } };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return { ok: false, code: 'folderMissing', detail: folder };
    return diskFailure(error);
  }
}

/** The same for a folder that is made if it is not there yet. */
export async function makePlace(folder: string): Promise<Result<{ freeBytes: number }>> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    if (isForbidden(error)) return { ok: false, code: 'folderReadOnly', detail: folder };
    return diskFailure(error);
  }
  return checkPlace(folder);
}

const isForbidden = (error: unknown): boolean =>
  ['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Tried, not asked: Windows' access() knows only one of the things that forbid writing. */
async function takesFiles(folder: string): Promise<boolean> {
  const probe = join(folder, `.copydesk-${randomUUID()}`);
  try {
    await (await open(probe, 'wx')).close();
  } catch (error) {
    return !isForbidden(error);
  }
  await rm(probe, { force: true }).catch(() => undefined);
  return true;
}
