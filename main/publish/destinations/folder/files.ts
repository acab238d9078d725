import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Failure } from '../../../../preload/contract.ts';
import { replaceFile as replaceDurably } from '../../../durable.ts';

const TEMPORARY = /^\.copydesk-[0-9a-f-]{36}\.tmp$/;

/** Writes a file so that nobody ever sees half of it, and a power cut leaves the old or the new one. */
export const replaceFile = (file: string, bytes: Uint8Array): Promise<void> =>
  replaceDurably(file, bytes, path.join(path.dirname(file), `.copydesk-${randomUUID()}.tmp`), 0o644);

/** Makes one folder; true where it was not there. Its parent must be: a stick that is not plugged in is no folder to make. */
export async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what this program left there and no longer refers to: photos by their names, temporary files of a crash. */
export async function removeLeftovers(folder: string, isOurs: RegExp, keep: ReadonlySet<string>): Promise<void> {
  for (const name of await readdir(folder))
    if (TEMPORARY.test(name) || (isOurs.test(name) && !keep.has(name)))
      await rm(path.join(folder, name), { force: true });
}

/** A system error as what a person can do something about; anything else is a fault of ours and is thrown again. */
export function folderFailure(error: unknown, folder: string): Failure {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (typeof code !== 'string' || !syscall) throw error;
  const detail = `${folder} (${code})`;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
      return { ok: false, code: 'folderMissing', detail };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { ok: false, code: 'folderReadOnly', detail };
    case 'ENOSPC':
    case 'EDQUOT':
      return { ok: false, code: 'diskFull', detail };
    default:
      return { ok: false, code: 'diskError', detail };
  }
}
