import type { EventName, Events, Prefs, Result } from '../../preload/contract.ts';
import type { Dialogs } from '../dialogs.ts';
import type { Media } from '../media/index.ts';
import type { Store } from '../store/api.ts';
import type { Texts } from '../texts.ts';

/** What backups, restoring, the export and moving work with, for one open library. */
export type Needs = {
  store: Store;
  media: Pick<Media, 'importPhoto' | 'readOriginal' | 'rendition'>;
  /** The library's folder. */
  library: string;
  texts: Texts;
  dialogs: Pick<Dialogs, 'folder' | 'backup'>;
  prefs: { get(): Prefs };
  /** The person's fingerprint. */
  author(): string;
  shell: {
    version: string;
    documents: string;
    openPath(path: string): Promise<string>;
    libraryChanged(storyId: string | null): void;
    withLibraryClosed(work: (folder: string) => Promise<Result<string>>): Promise<Result<null>>;
  };
  send<K extends EventName>(name: K, payload: Events[K]): void;
};
