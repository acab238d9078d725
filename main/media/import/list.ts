import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';

/** A picture of a folder or card. `modifiedAt`: when it was written, which on a card is when it was taken. */
export type Listed = { file: string; name: string; size: number; modifiedAt: Date };

/** Pictures of one folder at most, and folders that are looked into. */
export const MOST_PICTURES = 5000;
const MOST_FOLDERS = 2000;
const ENDINGS = new Set(['jpg', 'jpeg', 'png', 'webp', 'gif', 'tif', 'tiff', 'avif', 'heic', 'heif']);
/** What systems and cameras keep for themselves. */
const SYSTEM = new Set(['$RECYCLE.BIN', 'System Volume Information', 'lost+found', 'MISC', 'PRIVATE', '__MACOSX']);

/**
 * The pictures in a folder and below it, told by the ends of their names, the newest first; hidden and system folders are
 * left out. `isCut`: there are more. What cannot be read is passed over; the folder itself rejects with the system's error.
 */
export async function listPictures(folder: string): Promise<{ pictures: Listed[]; isCut: boolean }> {
  const pictures: Listed[] = [];
  const folders = [folder];
  let isCut = false;
  for (let at = 0; at < folders.length && !isCut; at++) {
    const here = folders[at] as string;
    const entries = await readdir(here, { withFileTypes: true }).catch((error: unknown): Dirent[] => {
      if (at === 0) throw error;
      return [];
    });
    for (const entry of entries) {
      if (entry.name.startsWith('.') || SYSTEM.has(entry.name)) continue;
      const file = path.join(here, entry.name);
      if (entry.isDirectory() && folders.length < MOST_FOLDERS) folders.push(file);
      if (!entry.isFile() || !ENDINGS.has(path.extname(entry.name).slice(1).toLowerCase())) continue;
      if (pictures.length === MOST_PICTURES) isCut = true;
      else pictures.push(...(await listed(file)));
    }
  }
  return { pictures: pictures.sort(newestFirst), isCut };
}

/** One file as a list has it; none where it is gone. */
export async function listed(file: string): Promise<Listed[]> {
  const found = await stat(file).catch(() => null);
  return found ? [{ file, name: path.basename(file), size: found.size, modifiedAt: found.mtime }] : [];
}

const newestFirst = (a: Listed, b: Listed): number =>
  b.modifiedAt.getTime() - a.modifiedAt.getTime() || (a.file < b.file ? 1 : -1);
