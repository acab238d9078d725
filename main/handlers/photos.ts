import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

export function photoHandlers({ media, dialogs }: Services): Pick<Handlers, 'photo.import' | 'photo.choose'> {
  return {
    'photo.import': ({ name, bytes }) => media.importPhoto(name, bytes),
    'photo.choose': async () => {
      const results = [];
      for (const file of await dialogs.photos()) results.push(await media.importFile(file));
      return ok(results);
    },
  };
}
