import { stat } from 'node:fs/promises';
import type { OpenedBackup, Result } from '../../preload/contract.ts';
import type { Needs } from './needs.ts';
import { noticeValue } from './notice.ts';
import { closeOpened, type Opened, openBackup } from './opened.ts';
import { MEMORY_KEY } from './plan.ts';
import { unpackLibrary } from './restore.ts';
import { takeStories } from './stories.ts';
import { keptFolder, restoringFolder, swap } from './swap.ts';
import type { Works } from './works.ts';

const cancelled = { ok: false, code: 'cancelled' } as const;

/** Looking into a backup, and taking it, or stories of it, back. One file is open at a time. */
export function createFromFile(needs: Needs, works: Works) {
  const { store, library, dialogs, shell } = needs;
  let opened: Opened | null = null;

  async function closeFile(): Promise<void> {
    const last = opened;
    opened = null;
    if (last) await closeOpened(last);
  }
  async function view({ file, manifest, bytes, damagedPhotos, inspection, stories }: Opened): Promise<OpenedBackup> {
    const here = new Set((await store.listStories()).map(({ id }) => id));
    return {
      path: file,
      at: manifest.at,
      program: manifest.program,
      bytes,
      photos: manifest.photos,
      damagedPhotos: damagedPhotos.length,
      damagedRows: inspection.damagedRows,
      stories: stories.map((story) => ({ ...story, here: here.has(story.id) })),
    };
  }

  return {
    closeFile,
    async openFile(): Promise<Result<OpenedBackup>> {
      const file = await dialogs.backup();
      if (!file) return cancelled;
      await closeFile();
      const bytesOf = async (name: string) => (await stat(name).catch(() => null))?.size ?? 0;
      const read = await works.run('verify', ({ signal, progress }) =>
        openBackup(file, library, progress, signal, bytesOf),
      );
      if (!read.ok) return read;
      opened = read.value;
      return { ok: true, value: await view(read.value) };
    },
    async takeStories(ids: readonly string[]): Promise<Result<{ added: number; missingPhotos: number }>> {
      const from = opened;
      if (!from) return { ok: false, code: 'notFound' };
      const { author, texts } = needs;
      const taking = { store, media: needs.media, author, copySuffix: texts('backup.copySuffix') };
      const taken = await works.run('stories', (going) => takeStories(taking, from, ids, going));
      shell.libraryChanged(null);
      return taken;
    },
    /** Unpacked and checked beside the library first; only then is the library closed, and the two change places. */
    async restore(): Promise<Result<null>> {
      const from = opened;
      if (!from) return { ok: false, code: 'notFound' };
      const at = new Date();
      const fresh = restoringFolder(library, at);
      const kept = keptFolder(library, at);
      const memory = await store.getValue(MEMORY_KEY);
      const carried = new Map([noticeValue({ kind: 'restored', at: from.manifest.at, kept })]);
      if (memory) carried.set(MEMORY_KEY, memory);
      return works.run('restore', async (going) => {
        const unpacked = await unpackLibrary(from, fresh, carried, going.progress, going.signal);
        if (!unpacked.ok) return unpacked;
        going.settle();
        const swapped = await shell.withLibraryClosed((folder) => swap(folder, fresh, kept));
        if (!swapped.ok) await closeOpened({ scratch: fresh });
        return swapped;
      });
    },
  };
}
