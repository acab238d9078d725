import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DestinationConfig } from '../../../preload/contract.ts';
import { folderDestination, type Within } from './folder/destination.ts';
import { diskFiles, folderFailure } from './folder/disk.ts';
import type { Destination } from './types.ts';

type Config = Extract<DestinationConfig, { type: 'folder' }>;

/** A folder on disk or on a share: each story in a folder of its own, as a page and as ninjs, its photos beside, a manifest last. */
export function createFolder(): Destination<Config> {
  return {
    ...folderDestination(within),
    needsSecret: false,
    audience: ({ path: folder }) => folder,
    async check({ path: folder }) {
      if (!path.isAbsolute(folder)) return { ok: false, code: 'badAddress', detail: folder };
      try {
        const there = await stat(folder).catch(() => null);
        if (there && !there.isDirectory()) return { ok: false, code: 'folderMissing', detail: folder };
        // It is made at the first publication, inside a folder that must be there.
        await access(there ? folder : path.dirname(folder), constants.W_OK | constants.X_OK);
      } catch (error) {
        return folderFailure(error, folder);
      }
      return { ok: true, value: { site: folder, account: '', canPublish: true, canUpload: true } };
    },
  };
}

const within: Within<Config> = async ({ path: folder }, _secret, _signal, work) => {
  if (!path.isAbsolute(folder)) return { ok: false, code: 'badAddress', detail: folder };
  try {
    return await work(diskFiles(folder));
  } catch (error) {
    return folderFailure(error, folder);
  }
};
