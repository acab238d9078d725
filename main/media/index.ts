import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { PhotoInfo, Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import { photoKey, type Recipe } from '../../story/photo/recipe.ts';
import { diskFailure } from '../durable.ts';
import { point } from '../points.ts';
import type { Store } from '../store/api.ts';
import { hasCredentials } from './c2pa.ts';
import { broken, checkPhoto, MAX_BYTES } from './check.ts';
import { createTagWriter, type TagWriter } from './exiftool.ts';
import { createFiles, sha256 } from './files.ts';
import { readTexts } from './metadata.ts';
import { type Drawn, draw, type Header, PREVIEW_SIDE, readHeader } from './render.ts';
import { createRenditions, type Rendition, type RenditionOptions } from './rendition.ts';
import { cleanText } from './text.ts';
import { createThumbnails } from './thumbnails.ts';
import { fileKind } from './type.ts';

export { MAX_BYTES } from './check.ts';
export { PREVIEW_SIDE } from './render.ts';

export type Media = {
  /**
   * Takes a photo in: checks it, reads its texts, stores the original untouched, then its row. The same bytes again give
   * the same photo. A file that is whole is decoded afterwards: `onBroken` tells when that fails. Failures: fileTooLarge, notAnImage, unsupportedImage, tooManyPixels, brokenImage, diskFull, diskError.
   */
  importPhoto(name: string, bytes: Uint8Array): Promise<Result<PhotoInfo>>;
  /** The same of a file. What is too large is not read. Failures: as `importPhoto`, and fileGone, fileUnreadable (`detail`: its name). */
  importFile(file: string): Promise<Result<PhotoInfo>>;
  /** What is known of a photo; of one from an earlier version its file is read for what was not read then. Failures: notFound. */
  info(hash: string): Promise<Result<PhotoInfo>>;
  /** The original, byte for byte. Failures: notFound, damaged (its bytes no longer give its hash), diskError. */
  readOriginal(hash: string): Promise<Result<Uint8Array>>;
  /** For the window: upright, after its recipe, its longer side at most 1600 pixels. Failures: as `readOriginal`. */
  preview(hash: string, recipe?: Recipe): Promise<Result<{ bytes: Uint8Array; type: string }>>;
  /** The same small, for a grid of many: the whole photo, its longer side at most 400 pixels. Failures: as `readOriginal`. */
  thumbnail(hash: string): Promise<Result<{ bytes: Uint8Array; type: string }>>;
  /**
   * For publishing: upright, after its recipe, sRGB, its longer side at most `maxPixels` pixels, never enlarged, and of metadata only the
   * `texts` (with what is known of the photo). Failures: as `readOriginal`, metadataNotWritten, cancelled.
   */
  rendition(hash: string, options: RenditionOptions): Promise<Result<Rendition>>;
  /** What a rendition is known by (a SHA-256): the same key, the same pixels and the same texts in them. */
  renditionKey(hash: string, options: RenditionOptions): Promise<string>;
  /** Ends what runs beside the program; when it resolves, nothing is written any more. */
  close(): Promise<void>;
  /** Resolves when no preview is being drawn. */
  idle(): Promise<void>;
};

/** Photos that are in and wait to be drawn, at most. */
const MOST_WAITING = 2;

export type MediaParts = {
  folder: string;
  store: Pick<Store, 'putPhoto' | 'getPhoto'>;
  /** A photo that was taken in cannot be drawn: its file is damaged inside. */
  onBroken?: (photo: PhotoInfo) => void;
  /** Writes the texts into what goes out; one of its own where none is given. */
  tags?: TagWriter;
};

/** The photos of the library in `folder`: `photos/ab/HASH` are the originals, `renditions/` is derived and disposable. */
export function createMedia({ folder, store, onBroken, tags = createTagWriter() }: MediaParts): Media {
  const originals = createFiles(path.join(folder, 'photos'));
  const previews = createFiles(path.join(folder, 'renditions', String(PREVIEW_SIDE)));
  const drawing = new Map<string, Promise<Result<{ bytes: Uint8Array; type: string }>>>();
  /** Drawn after the photo was taken in. */
  const later = new Set<Promise<void>>();
  /** Photos come in no faster than they are drawn: those that wait to be drawn are held. */
  const paced = async (): Promise<void> => {
    while (later.size >= MOST_WAITING) await Promise.race(later);
  };

  async function importPhoto(name: string, bytes: Uint8Array): Promise<Result<PhotoInfo>> {
    await paced();
    // On another thread, meanwhile.
    const hashing = bytes.length > MAX_BYTES ? '' : sha256(bytes);
    const checked = await checkPhoto(bytes);
    if (!checked.ok) return checked;
    const { type, header, preview } = checked.value;
    const hash = await hashing;
    const known = await store.getPhoto(hash);
    try {
      if (!(known && (await originals.holds(hash, bytes)))) await originals.write(hash, bytes);
    } catch (error) {
      return diskFailure(error);
    }
    if (preview) await keep(hash, preview);
    if (known) return { ok: true, value: known };
    const info: PhotoInfo = {
      hash,
      type,
      width: header.width,
      height: header.height,
      size: bytes.length,
      name: cleanText(name.split(/[/\\]/).at(-1), 255),
      ...(await readTexts(bytes, type, header)),
      ...(hasCredentials(bytes) && { c2pa: true as const }),
      importedAt: new Date().toISOString(),
    };
    point('photo.stored');
    const stored = await store.putPhoto(info);
    if (!stored.ok) return stored;
    if (!preview) {
      const drawn = drawLater(info, bytes, header).finally(() => later.delete(drawn));
      later.add(drawn);
    }
    return { ok: true, value: info };
  }

  async function drawLater(info: PhotoInfo, bytes: Uint8Array, header: Header): Promise<void> {
    const drawn = await previewOf(info.hash, undefined, () => drawPreview(bytes, header, info.type));
    if (!drawn.ok && drawn.code === 'brokenImage') onBroken?.(info);
  }

  async function importFile(file: string): Promise<Result<PhotoInfo>> {
    const name = path.basename(file);
    try {
      await paced();
      const { size } = await stat(file);
      if (size > MAX_BYTES) return { ok: false, code: 'fileTooLarge', detail: `${name}: ${size} bytes` };
      return await importPhoto(name, await readFile(file));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (typeof code !== 'string') throw error;
      const isGone = code === 'ENOENT' || code === 'ENODEV' || code === 'ENXIO';
      return { ok: false, code: isGone ? 'fileGone' : 'fileUnreadable', detail: `${name}: ${code}` };
    }
  }

  async function info(hash: string): Promise<Result<PhotoInfo>> {
    const known = await store.getPhoto(hash);
    if (!known) return { ok: false, code: 'notFound' };
    if (known.facts) return { ok: true, value: known };
    const original = await readOriginal(hash);
    if (!original.ok) return { ok: true, value: known };
    const { facts } = await readTexts(original.value, known.type, await readHeader(original.value));
    const read: PhotoInfo = { ...known, facts, ...(hasCredentials(original.value) && { c2pa: true as const }) };
    await store.putPhoto(read);
    return { ok: true, value: read };
  }

  async function readOriginal(hash: string): Promise<Result<Uint8Array>> {
    if (!hashSchema.safeParse(hash).success) return { ok: false, code: 'notFound' };
    try {
      const bytes = await originals.read(hash);
      if (!bytes) return { ok: false, code: 'notFound' };
      return (await sha256(bytes)) === hash ? { ok: true, value: bytes } : { ok: false, code: 'damaged', detail: hash };
    } catch (error) {
      return diskFailure(error);
    }
  }

  async function render(hash: string, recipe?: Recipe): Promise<Result<Drawn>> {
    const original = await readOriginal(hash);
    if (!original.ok) return original;
    const type = fileKind(original.value);
    if (!type || type === 'unsupported') return { ok: false, code: 'unsupportedImage', detail: hash };
    const header = await readHeader(original.value).catch(() => null);
    return header ? drawPreview(original.value, header, type, recipe) : broken('no header');
  }

  async function previewOf(
    hash: string,
    recipe?: Recipe,
    make = () => render(hash, recipe),
  ): Promise<Result<{ bytes: Uint8Array; type: string }>> {
    if (!hashSchema.safeParse(hash).success) return { ok: false, code: 'notFound' };
    const key = photoKey({ photo: hash, recipe });
    const cached = await previews.read(key).catch(() => null);
    const type = cached && fileKind(cached);
    if (cached && type) return { ok: true, value: { bytes: cached, type } };
    const running = drawing.get(key);
    if (running) return running;
    const drawn = make().then(async (result) => {
      if (result.ok) await keep(key, result.value);
      return result.ok ? { ok: true as const, value: { bytes: result.value.bytes, type: result.value.type } } : result;
    });
    drawing.set(key, drawn);
    return drawn.finally(() => drawing.delete(key));
  }

  async function idle(): Promise<void> {
    while (later.size > 0) await Promise.allSettled(later);
  }

  /** A preview that cannot be kept is drawn again the next time: no reason to fail. */
  const keep = (key: string, drawn: Drawn): Promise<void> => previews.write(key, drawn.bytes).catch(() => undefined);

  const thumbnail = createThumbnails(folder, (hash) => previewOf(hash));
  const { rendition, renditionKey, close: endRenditions } = createRenditions({ folder, store, readOriginal, tags });
  return {
    importPhoto,
    importFile,
    info,
    readOriginal,
    preview: (hash, recipe) => previewOf(hash, recipe),
    thumbnail,
    rendition,
    renditionKey,
    idle,
    close: async () => {
      await idle();
      await endRenditions();
    },
  };
}

async function drawPreview(
  bytes: Uint8Array,
  header: Header,
  type: PhotoInfo['type'],
  recipe?: Recipe,
): Promise<Result<Drawn>> {
  try {
    return { ok: true, value: await draw(bytes, header, type, PREVIEW_SIDE, 80, recipe) };
  } catch (error) {
    return broken(error);
  }
}
