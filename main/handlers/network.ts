import { readFile, stat } from 'node:fs/promises';
import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type Names = 'network.authorities' | 'network.addAuthority' | 'network.removeAuthority' | 'network.openLog';

/** A file of certificates is some kilobytes; a whole system's list is about 250. */
const MAX_BYTES = 1024 * 1024;

export function networkHandlers({ network, dialogs, shell }: Services): Pick<Handlers, Names> {
  const { authorities, log } = network;
  return {
    'network.authorities': async () => ok(authorities.list()),
    'network.addAuthority': async () => {
      const file = await dialogs.certificate();
      if (!file) return fail('cancelled');
      const size = (await stat(file).catch(() => null))?.size;
      if (size !== undefined && size > MAX_BYTES) return fail('notACertificate', file);
      const bytes = await readFile(file).catch(() => null);
      return bytes ? authorities.add(bytes) : fail('fileUnreadable', file);
    },
    'network.removeAuthority': ({ fingerprint }) => authorities.remove(fingerprint),
    'network.openLog': async () => {
      const file = await log.file();
      if (!file.ok) return file;
      const problem = await shell.openPath(file.value);
      return problem === '' ? ok(null) : fail('noProgram', `${file.value}: ${problem}`);
    },
  };
}
