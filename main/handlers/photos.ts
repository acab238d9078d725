import type { Handlers } from '../ipc.ts';
import { ok, type Services } from './services.ts';

type PhotoCall = 'photo.import' | 'photo.choose' | 'photo.get' | 'photo.describe' | 'photo.uses';

export function photoHandlers({ media, dialogs, store, person, shell }: Services): Pick<Handlers, PhotoCall> {
  return {
    'photo.get': ({ hash }) => media.info(hash),
    'photo.describe': async ({ hash, field, value }) => {
      const edit = { value: value.normalize('NFC'), by: person.person().name, at: new Date().toISOString() };
      const described = await store.describePhoto(hash, field, edit);
      if (described.ok) shell.photoChanged(hash);
      return described;
    },
    'photo.uses': async ({ hash }) => ok(await store.photoUses(hash)),
    'photo.import': ({ name, bytes }) => media.importPhoto(name, bytes),
    'photo.choose': async () => {
      const results = [];
      for (const file of await dialogs.photos()) results.push(await media.importFile(file));
      return ok(results);
    },
  };
}
