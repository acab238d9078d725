import type { Exported, Result } from '../../preload/contract.ts';
import { exportLibrary } from './export/export.ts';
import { backupName } from './make.ts';
import { checkTarget, copyPhotos, finishMove, removeTarget } from './move.ts';
import type { Needs } from './needs.ts';
import { noticeValue } from './notice.ts';
import type { Works } from './works.ts';

const cancelled = { ok: false, code: 'cancelled' } as const;

/** Writing the library out as plain files, and moving it to another folder. */
export function createElsewhere(needs: Needs, works: Works) {
  const { library, dialogs, shell, prefs } = needs;
  let exported: string | null = null;

  return {
    /** The last export's folder. */
    exported: () => exported,
    async export(): Promise<Result<Exported>> {
      const place = await dialogs.folder('dialog.exportFolder');
      if (!place) return cancelled;
      const name = backupName(new Date()).replace('Copydesk-', 'Copydesk-export-');
      const writing = { store: needs.store, media: needs.media, texts: needs.texts, language: prefs.get().language };
      const written = await works.run('export', (going) => exportLibrary(writing, place, name, going));
      if (written.ok) exported = written.value.path;
      return written;
    },
    /** The photos are copied while one can go on writing; only for the rest the library is closed. */
    async move(): Promise<Result<null>> {
      const chosen = await dialogs.folder('dialog.moveFolder');
      if (!chosen) return cancelled;
      const checked = await checkTarget(library, chosen);
      if (!checked.ok) return checked;
      const target = checked.value;
      return works.run('move', async (going) => {
        const photos = await copyPhotos(library, target, going);
        if (photos.ok) going.settle();
        const carried = new Map([noticeValue({ kind: 'moved', at: new Date().toISOString(), kept: library })]);
        const moved = photos.ok
          ? await shell.withLibraryClosed((folder) => finishMove(folder, target, carried, going))
          : photos;
        if (!moved.ok) await removeTarget(target);
        return moved;
      });
    },
  };
}
