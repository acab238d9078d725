import type { Handlers } from '../ipc.ts';
import { fail, ok, type Services } from './services.ts';

type PhotoCall =
  | 'photo.import'
  | 'photo.choose'
  | 'photo.file'
  | 'photo.folder'
  | 'photo.cards'
  | 'photo.known'
  | 'photo.take'
  | 'photo.get'
  | 'photo.describe'
  | 'photo.uses';

export function photoHandlers({ media, sheets, dialogs, store, person, shell }: Services): Pick<Handlers, PhotoCall> {
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
    'photo.file': ({ path: file }) => media.importFile(file),
    'photo.choose': async () => ok(await sheets.ofFiles(await dialogs.photos())),
    'photo.folder': async ({ card }) => {
      const folder = card === null ? await dialogs.folder('dialog.choosePhotoFolder') : await sheets.cardFolder(card);
      if (folder === null) return card === null ? ok(null) : fail('fileGone');
      return sheets.ofFolder(folder);
    },
    'photo.cards': async () => ok(await sheets.cards()),
    'photo.known': async ({ sheet, from, count }) => ok(await sheets.known(sheet, from, count)),
    'photo.take': ({ sheet, index }) => sheets.take(sheet, index),
  };
}
