import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Failure } from '../../../../preload/contract.ts';
import { replaceFile, syncFolder } from '../../../durable.ts';
import { type Files, temporaryName } from './files.ts';

/** A folder of a disk, or of a share; errors are the system's (see folderFailure). */
export function diskFiles(root: string): Files {
  const at = (name: string) => path.join(root, ...name.split('/'));
  const orNull = <T>(promise: Promise<T>): Promise<T | null> =>
    promise.catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  return {
    list: (folder) =>
      orNull(readdir(at(folder))).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOTDIR') return ['a file'];
        throw error;
      }),
    read: (file) => orNull(readFile(at(file))),
    replace: (file, bytes) => replaceFile(at(file), bytes, path.join(path.dirname(at(file)), temporaryName()), 0o644),
    async makeFolder(folder) {
      try {
        await mkdir(at(folder));
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
        throw error;
      }
    },
    remove: (file) => rm(at(file), { force: true }),
    sync: (folder) => syncFolder(at(folder)),
    modifiedAt: async (file) => (await stat(at(file))).mtime.toISOString(),
    url: (file) => pathToFileURL(at(file)).href,
  };
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
