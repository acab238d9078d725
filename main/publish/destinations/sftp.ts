import type { DestinationConfig, Failure } from '../../../preload/contract.ts';
import { renditionsOf } from '../../../story/photo/renditions.ts';
import type { RequestLog } from '../network/log.ts';
import { openSftp, type Sftp, SftpError } from '../sftp.ts';
import { lookIntoFolder } from './folder/changed.ts';
import { decided, parseProgress } from './folder/progress.ts';
import { publishIntoFolder, withdrawFromFolder } from './folder/publish.ts';
import { storyPhotos } from './photos.ts';
import type { Destination, Outcome } from './types.ts';

type Config = Extract<DestinationConfig, { type: 'sftp' }>;

/** A folder on a server, by SFTP: written just as a folder on a disk is. */
export function createSftpFolder(log?: Pick<RequestLog, 'write'>): Destination<Config> {
  return {
    needsSecret: true,
    capabilities: { operations: ['publish', 'correct', 'unpublish'], terms: [], readsBack: true },
    audience: ({ host, port, user, hostKey }) => JSON.stringify([host.toLowerCase(), port, user, hostKey]),
    // Each photo, the writing of the texts, the reading back.
    steps: (story, operation) => (operation === 'unpublish' ? 2 : storyPhotos(story).length + 2),
    async check(config, secret, signal) {
      const checked = await within(config, secret, { signal, log }, async ({ files }) => {
        // It is made at the first publication, inside a folder that must be there.
        const there = (await files.list('')) ?? (await files.list('..'));
        return there ? { ok: true, value: null } : { ok: false, code: 'folderMissing', detail: config.path };
      });
      if (!checked.ok) return { ok: false, code: checked.code, ...(checked.detail && { detail: checked.detail }) };
      const site = `${config.host}:${config.path}`;
      return { ok: true, value: { site, account: config.user, canPublish: true, canUpload: true } };
    },
    publish: (config, secret, run) =>
      within(config, secret, { signal: run.signal, log }, ({ files }) =>
        run.publication.operation === 'unpublish'
          ? withdrawFromFolder(files, run)
          : publishIntoFolder(files, renditionsOf(config), run),
      ),
    look: (config, secret, { receipt }, signal) =>
      within(config, secret, { signal, log }, ({ files }) => lookIntoFolder(files, receipt)),
    decided,
    isLive: (progress) => parseProgress(progress).writing !== undefined,
  };
}

/** Works on the server's files, and closes the connection whatever came of it. */
async function within<T>(
  { host, port, user, hostKey, path: root }: Config,
  secret: string,
  { signal, log }: { signal?: AbortSignal | undefined; log?: Pick<RequestLog, 'write'> | undefined },
  work: (sftp: Sftp) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  if (!root.startsWith('/')) return { ok: false, code: 'badAddress', detail: root };
  const sftp = await openSftp({ host, port, user, hostKey, root, secret }, { signal, log });
  if (!sftp.ok) return sftp;
  try {
    return await work(sftp.value);
  } catch (error) {
    return failureOf(error);
  } finally {
    sftp.value.close();
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof SftpError) return error.failure;
  throw error;
}
