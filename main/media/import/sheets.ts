import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import exifr from 'exifr';
import type { PhotoInfo, Result, Sheet } from '../../../preload/contract.ts';
import type { Store } from '../../store/api.ts';
import { checkHeader, MAX_BYTES } from '../check.ts';
import { sha256 } from '../files.ts';
import type { Media } from '../index.ts';
import { upright } from '../orientation.ts';
import { draw } from '../render.ts';
import { loadSharp } from '../sharp.ts';
import { mountedCards } from './cards.ts';
import { type Listed, listed, listPictures } from './list.ts';

/** Pixels of the longer side: in the contact sheet, and looked at large. */
const SMALL = 320;
const LARGE = 1600;
/** Sheets that are kept: an older one is forgotten. */
const MOST_SHEETS = 8;
/** Where EXIF with its small picture ends at the latest: 64 KB, behind what may stand before it. */
const EXIF_BYTES = 256 * 1024;

type Picture = { bytes: Uint8Array; type: string };

/**
 * Lists of files that a person has shown the program: the window asks for their pictures by number, and never learns nor
 * names a path.
 */
export function createSheets(media: Pick<Media, 'importFile'>, store: Pick<Store, 'photosOfSizes'>) {
  const sheets = new Map<string, readonly Listed[]>();

  function keep(pictures: readonly Listed[], isCut: boolean): Sheet {
    const id = randomUUID();
    sheets.set(id, pictures);
    for (const old of [...sheets.keys()].slice(0, -MOST_SHEETS)) sheets.delete(old);
    const entries = pictures.map(({ name, size, modifiedAt }) => ({
      name,
      size,
      modifiedAt: modifiedAt.toISOString(),
    }));
    return { id, entries, isCut };
  }

  return {
    /** Of files that were chosen one by one, in their order. */
    ofFiles: async (files: readonly string[]): Promise<Sheet> =>
      keep((await Promise.all(files.map(listed))).flat(), false),

    /** Of a folder and all below it. Failures: fileGone (the folder cannot be read). */
    async ofFolder(folder: string): Promise<Result<Sheet>> {
      try {
        const { pictures, isCut } = await listPictures(folder);
        return { ok: true, value: keep(pictures, isCut) };
      } catch (error) {
        return { ok: false, code: 'fileGone', detail: `${folder}: ${(error as NodeJS.ErrnoException).code}` };
      }
    },

    cards: async () => (await mountedCards()).map(({ name }, id) => ({ id, name })),
    cardFolder: async (id: number): Promise<string | null> => (await mountedCards())[id]?.folder ?? null,

    /** Which of `count` entries from `from` on the library has already, told by their content. */
    async known(id: string, from: number, count: number): Promise<number[]> {
      const part = (sheets.get(id) ?? []).slice(from, from + count);
      const sizes = new Map(
        (await store.photosOfSizes(part.map(({ size }) => size))).map(({ size, hashes }) => [size, hashes]),
      );
      const found: number[] = [];
      for (const [at, { file, size }] of part.entries()) {
        const hashes = sizes.get(size);
        const bytes = hashes && (await readFile(file).catch(() => null));
        if (bytes && hashes?.includes(await sha256(bytes))) found.push(from + at);
      }
      return found;
    },

    /** A picture of an entry for the window; null where there is none to be had. */
    async picture(id: string, index: number, isLarge: boolean): Promise<Picture | null> {
      const entry = sheets.get(id)?.[index];
      if (!entry || entry.size > MAX_BYTES) return null;
      try {
        return (isLarge ? null : await embedded(entry.file)) ?? (await drawn(entry.file, isLarge ? LARGE : SMALL));
      } catch {
        return null;
      }
    },

    /** Takes an entry in. Failures: as Media.importFile; notFound. */
    async take(id: string, index: number): Promise<Result<PhotoInfo>> {
      const entry = sheets.get(id)?.[index];
      return entry ? media.importFile(entry.file) : { ok: false, code: 'notFound' };
    },
  };
}
export type Sheets = ReturnType<typeof createSheets>;

/** The small picture that cameras write into EXIF, turned as the photo is. */
async function embedded(file: string): Promise<Picture | null> {
  const head = await firstBytes(file, EXIF_BYTES);
  const thumbnail = await exifr.thumbnail(head).catch(() => undefined);
  if (!thumbnail) return null;
  const orientation = (await exifr.orientation(head).catch(() => undefined)) ?? 1;
  const sharp = await loadSharp();
  const { turned, mirror } = upright(sharp(thumbnail), orientation);
  const bytes = await turned.jpeg().toBuffer();
  return { bytes: mirror ? await sharp(bytes).flop().jpeg().toBuffer() : bytes, type: 'image/jpeg' };
}

/** Read here: exifr leaves a file open in which it finds nothing. */
async function firstBytes(file: string, count: number): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function drawn(file: string, side: number): Promise<Picture | null> {
  const bytes = await readFile(file);
  const checked = await checkHeader(bytes);
  return checked.ok ? draw(bytes, checked.value.header, checked.value.type, side, 78) : null;
}
