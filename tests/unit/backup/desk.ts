import path from 'node:path';
import { afterEach } from 'vitest';
import { type Backups, createBackups } from '../../../main/backup/index.ts';
import { createMedia } from '../../../main/media/index.ts';
import type { Store } from '../../../main/store/api.ts';
import { openStore } from '../../../main/store/open.ts';
import { textsFor } from '../../../main/texts.ts';
import type { Result } from '../../../preload/contract.ts';
import { TYPING } from '../../../story/text/corrections/settings.ts';
import { good } from '../store/make.ts';
import type { TestLibrary } from './make.ts';

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** The backups of a real library, and a shell of the test's own that closes and opens it as the program's does. */
export function backupsOf(library: TestLibrary) {
  const desk = {
    /** What the dialogs answer. */
    file: null as string | null,
    folder: null as string | null,
    /** The library's folder as the shell has it. */
    library: library.folder,
    /** The store of the library that is open. */
    store: { ...library.store } as Store,
    backups: undefined as unknown as Backups,
  };
  async function withLibraryClosed(work: (folder: string) => Promise<Result<string>>): Promise<Result<null>> {
    await desk.backups.close();
    await desk.store.close();
    const done = await work(desk.library);
    if (done.ok) desk.library = done.value;
    const again = good(await openStore(desk.library));
    opened.push(again);
    Object.assign(desk.store, again);
    return done.ok ? { ok: true, value: null } : done;
  }
  desk.backups = createBackups({
    store: desk.store,
    media: createMedia({ folder: library.folder, store: desk.store }),
    library: library.folder,
    texts: textsFor(() => 'vi'),
    dialogs: { folder: async () => desk.folder, backup: async () => desk.file },
    prefs: {
      get: () => ({
        language: 'vi',
        theme: 'system',
        lastStoryId: null,
        lastDestinationId: null,
        libraryFolder: null,
        typing: TYPING,
        closingMark: '',
        timeZone: 'Asia/Ho_Chi_Minh',
        shortcuts: {},
      }),
    },
    author: () => 'an',
    shell: {
      version: '0.1.0',
      documents: path.join(library.root, 'documents'),
      openPath: async () => '',
      libraryChanged: () => undefined,
      withLibraryClosed,
    },
    send: () => undefined,
  });
  return desk;
}
