import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Handlers } from '../ipc.ts';
import { MAX_BYTES } from '../media/index.ts';
import { fail, ok, type Services } from './services.ts';

export function photoHandlers({ media, dialogs }: Services): Pick<Handlers, 'photo.import' | 'photo.choose'> {
  const importFile = async (file: string) => {
    const name = path.basename(file);
    try {
      if ((await stat(file)).size > MAX_BYTES) return fail('fileTooLarge', name);
      return await media.importPhoto(name, await readFile(file));
    } catch (error) {
      return fail('diskError', `${name}: ${(error as NodeJS.ErrnoException).code ?? 'unreadable'}`);
    }
  };
  return {
    'photo.import': ({ name, bytes }) => media.importPhoto(name, bytes),
    'photo.choose': async () => {
      const results = [];
      for (const file of await dialogs.photos()) results.push(await importFile(file));
      return ok(results);
    },
  };
}
