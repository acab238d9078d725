import type { DestinationConfig } from '../../../preload/contract.ts';
import type { RequestLog } from '../network/log.ts';
import { openSftp, SftpError } from '../sftp.ts';
import { folderDestination, type Within } from './folder/destination.ts';
import { type Destination, failureOf } from './types.ts';

type Config = Extract<DestinationConfig, { type: 'sftp' }>;

/** A folder on a server, by SFTP: written just as a folder on a disk is. */
export function createSftpFolder(log?: Pick<RequestLog, 'write'>): Destination<Config> {
  const within: Within<Config> = async ({ host, port, user, hostKey, path: root }, secret, signal, work) => {
    if (!root.startsWith('/')) return { ok: false, code: 'badAddress', detail: root };
    const sftp = await openSftp({ host, port, user, hostKey, root, secret }, { signal, log });
    if (!sftp.ok) return sftp;
    try {
      return await work(sftp.value.files);
    } catch (error) {
      if (error instanceof SftpError) return error.failure;
      throw error;
    } finally {
      sftp.value.close();
    }
  };
  return {
    ...folderDestination(within),
    needsSecret: true,
    audience: ({ host, port, user, hostKey }) => JSON.stringify([host.toLowerCase(), port, user, hostKey]),
    async check(config, secret, signal) {
      const checked = await within(config, secret, signal, async (files) => {
        // It is made at the first publication, inside a folder that must be there.
        const there = (await files.list('')) ?? (await files.list('..'));
        return there ? { ok: true, value: null } : { ok: false, code: 'folderMissing', detail: config.path };
      });
      if (!checked.ok) return failureOf(checked);
      const site = `${config.host}:${config.path}`;
      return { ok: true, value: { site, account: config.user, canPublish: true, canUpload: true } };
    },
  };
}
