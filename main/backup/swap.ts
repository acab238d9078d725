import { access, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result } from '../../preload/contract.ts';
import { syncFolder } from '../durable.ts';
import { point } from '../points.ts';

/** An instant as a part of a file's name: Windows allows no colon. */
export const stamp = (at: Date): string => at.toISOString().replaceAll(':', '-').replace('.', '-');

/** Beside the library: one that is being unpacked, and one that gave way. */
export const restoringFolder = (library: string, at: Date): string => `${library}.restoring-${stamp(at)}`;
export const keptFolder = (library: string, at: Date): string => `${library}.before-restore-${stamp(at)}`;

const TRIES = 25;
const PAUSE_MS = 200;

/**
 * Puts the library in `fresh` in the place of the one in `library`, which is kept whole as `kept`. Both are closed. Where it
 * fails, the old one is in its place again. A crash between the two steps: see `mendSwap`.
 */
export async function swap(library: string, fresh: string, kept: string): Promise<Result<string>> {
  try {
    await renameFolder(library, kept);
    // On disk before the other name is: at no instant is the old library without one.
    await syncFolder(path.dirname(library)).catch(() => undefined);
    point('restore.aside');
    try {
      await renameFolder(fresh, library);
    } catch (error) {
      await renameFolder(kept, library);
      throw error;
    }
    point('restore.swapped');
    await syncFolder(path.dirname(library)).catch(() => undefined);
    return { ok: true, value: library };
  } catch (error) {
    return { ok: false, code: 'restoreFailed', detail: String((error as Error).message) };
  }
}

/**
 * Before the library in `library` is opened: where a crash came between the two steps of a swap, the old one goes back into
 * its place, and what was unpacked and never used is removed. Never rejects: at worst everything stays as it is.
 */
export async function mendSwap(library: string): Promise<void> {
  try {
    const parent = path.dirname(library);
    const name = path.basename(library);
    const beside = await readdir(parent);
    const kept = beside.filter((one) => one.startsWith(`${name}.before-restore-`)).sort();
    if (!(await isThere(library)) && kept.length > 0) {
      await rename(path.join(parent, kept.at(-1) as string), library);
      await syncFolder(parent).catch(() => undefined);
    }
    for (const one of beside.filter(
      (other) => other.startsWith(`${name}.restoring-`) || other.startsWith(`${name}.reading-`),
    ))
      await rm(path.join(parent, one), { recursive: true, force: true });
  } catch {
    // The opening will tell what is wrong.
  }
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

/** A scanner may hold a file for a moment, and Windows then refuses to rename its folder. */
async function renameFolder(from: string, to: string): Promise<void> {
  for (let left = TRIES; ; left--) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (left <= 0 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
      await wait(PAUSE_MS);
    }
  }
}
