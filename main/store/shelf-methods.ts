import type { Database } from './database.ts';
import { attempt } from './failures.ts';
import { listIncidents, settleIncidents } from './incidents.ts';
import type { StoreMethods } from './library.ts';
import type { NotesTable } from './notes.ts';
import { PastesTable } from './pastes.ts';
import { readShelf, shelfView } from './shelf.ts';
import type { Stories } from './stories.ts';
import { deleteFromTrash, markOpened, outlived, pinStory, restoreFromTrash, trashStory } from './trash.ts';

type Names =
  | 'getShelf'
  | 'pinStory'
  | 'markOpened'
  | 'trashStory'
  | 'restoreFromTrash'
  | 'deleteStory'
  | 'sweepTrash'
  | 'getNotes'
  | 'setNotes'
  | 'listPastes'
  | 'getPaste'
  | 'keepPaste';

/** The store's methods for what stands beside a story. */
export function shelfMethods(
  db: Database,
  folder: string,
  stories: Stories,
  notes: NotesTable,
): Pick<StoreMethods, Names> {
  const pastes = new PastesTable(db);
  const now = (): string => new Date().toISOString();
  const deleteStory = (id: string) => {
    const deleted = deleteFromTrash(db, folder, id);
    if (deleted.ok) {
      stories.forget(id);
      notes.forget(id);
      const told = listIncidents(db).filter((incident) => incident.storyId === id);
      if (told.length > 0)
        attempt(() =>
          settleIncidents(
            db,
            told.map((incident) => incident.id),
          ),
        );
    }
    return deleted;
  };
  const deleteAll = (ids: readonly string[]): string[] => ids.filter((id) => deleteStory(id).ok);
  return {
    getShelf: (id) => shelfView(readShelf(db, id)),
    pinStory: (id, pinned) => pinStory(db, id, pinned),
    markOpened: (id) => markOpened(db, id, now()),
    trashStory: (id) => trashStory(db, id, now()),
    restoreFromTrash: (id) => restoreFromTrash(db, id),
    deleteStory,
    // What somebody has before them stays until the next start.
    sweepTrash: (at) => ({ ok: true, value: deleteAll(outlived(db, at).filter((id) => !stories.isHeld(id))) }),
    getNotes: (id) => notes.get(id),
    setNotes: (id, text) => notes.set(id, text),
    listPastes: (id) => pastes.list(id),
    getPaste: (id, paste) => pastes.get(id, paste),
    keepPaste: (id, paste) => pastes.add(id, paste),
  };
}
