import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import type { DestinationConfig } from '../../../preload/contract.ts';
import { renditionsOf } from '../../../story/photo/renditions.ts';
import { lookIntoFolder } from './folder/changed.ts';
import { diskFiles, folderFailure } from './folder/disk.ts';
import { decided, parseProgress } from './folder/progress.ts';
import { publishIntoFolder, withdrawFromFolder } from './folder/publish.ts';
import { storyPhotos } from './photos.ts';
import type { Destination } from './types.ts';

type Config = Extract<DestinationConfig, { type: 'folder' }>;

/** A folder on disk or on a share: each story in a folder of its own, as a page and as ninjs, its photos beside, a manifest last. */
export function createFolder(): Destination<Config> {
  return {
    needsSecret: false,
    capabilities: { operations: ['publish', 'correct', 'unpublish'], terms: [], readsBack: true },
    audience: ({ path: folder }) => folder,
    // Each photo, the writing of the texts, the reading back.
    steps: (story, operation) => (operation === 'unpublish' ? 2 : storyPhotos(story).length + 2),
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
    async publish(config, _, run) {
      const { path: folder } = config;
      if (!path.isAbsolute(folder)) return { ok: false, code: 'badAddress', detail: folder };
      const files = diskFiles(folder);
      try {
        if (run.publication.operation === 'unpublish') return await withdrawFromFolder(files, run);
        return await publishIntoFolder(files, renditionsOf(config), run);
      } catch (error) {
        return folderFailure(error, folder);
      }
    },
    look: async ({ path: folder }, _, { receipt }) => {
      try {
        return await lookIntoFolder(diskFiles(folder), receipt);
      } catch (error) {
        return folderFailure(error, folder);
      }
    },
    decided,
    isLive: (progress) => parseProgress(progress).writing !== undefined,
  };
}
