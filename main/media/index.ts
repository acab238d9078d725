import path from 'node:path';
import type { Failure, PhotoInfo, Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import { diskFailure } from '../durable.ts';
import { point } from '../points.ts';
import type { Store } from '../store/api.ts';
import type { Encoded } from './encode.ts';
import { createFiles, sha256 } from './files.ts';
import { readTexts } from './metadata.ts';
import { type Drawn, draw, type Header, MAX_PIXELS, readHeader } from './render.ts';
import { createRenditions, type RenditionOptions } from './rendition.ts';
import { cleanText } from './text.ts';
import { fileKind } from './type.ts';

/** Bytes of an original at most: 150 MB. */
export const MAX_BYTES = 150 * 1024 * 1024;
/** The longer side of what the window shows, in pixels. */
export const PREVIEW_SIDE = 1600;

export type Media = {
  /**
   * Takes a photo in: checks it, reads its texts, stores the original untouched, then its row. The same bytes again give
   * the same photo. Failures: fileTooLarge, notAnImage, unsupportedImage, tooManyPixels, brokenImage, diskFull, diskError.
   */
  importPhoto(name: string, bytes: Uint8Array): Promise<Result<PhotoInfo>>;
  /** The original, byte for byte. Failures: notFound, damaged (its bytes no longer give its hash), diskError. */
  readOriginal(hash: string): Promise<Result<Uint8Array>>;
  /** For the window: upright, its longer side at most 1600 pixels. Failures: as `readOriginal`. */
  preview(hash: string): Promise<Result<{ bytes: Uint8Array; type: string }>>;
  /**
   * For publishing: upright, sRGB, its longer side at most `maxPixels` pixels, never enlarged, and of metadata only the
   * `texts` (with what is known of the photo). Failures: as `readOriginal`, metadataNotWritten, cancelled.
   */
  rendition(hash: string, options: RenditionOptions): Promise<Result<Encoded>>;
  /** What a rendition is known by (a SHA-256): the same key, the same pixels and the same texts in them. */
  renditionKey(hash: string, options: RenditionOptions): Promise<string>;
  /** Ends what runs beside the program. */
  close(): Promise<void>;
};

/** The photos of the library in `folder`: `photos/ab/HASH` are the originals, `renditions/` is derived and disposable. */
export function createMedia({ folder, store }: { folder: string; store: Pick<Store, 'putPhoto' | 'getPhoto'> }): Media {
  const originals = createFiles(path.join(folder, 'photos'));
  const previews = createFiles(path.join(folder, 'renditions', String(PREVIEW_SIDE)));
  const drawing = new Map<string, Promise<Result<{ bytes: Uint8Array; type: string }>>>();

  async function importPhoto(name: string, bytes: Uint8Array): Promise<Result<PhotoInfo>> {
    const checked = await check(bytes);
    if (!checked.ok) return checked;
    const { type, header, preview } = checked.value;
    const hash = await sha256(bytes);
    const known = await store.getPhoto(hash);
    try {
      if (!(known && (await originals.holds(hash, bytes)))) await originals.write(hash, bytes);
    } catch (error) {
      return diskFailure(error);
    }
    await keep(hash, preview);
    if (known) return { ok: true, value: known };
    const info: PhotoInfo = {
      hash,
      type,
      width: header.width,
      height: header.height,
      size: bytes.length,
      name: cleanText(name.split(/[/\\]/).at(-1), 255),
      ...(await readTexts(bytes, type, header)),
    };
    point('photo.stored');
    const stored = await store.putPhoto(info);
    return stored.ok ? { ok: true, value: info } : stored;
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

  async function render(hash: string, side: number, quality: number): Promise<Result<Drawn>> {
    const original = await readOriginal(hash);
    if (!original.ok) return original;
    const type = fileKind(original.value);
    if (!type || type === 'unsupported') return { ok: false, code: 'unsupportedImage', detail: hash };
    return { ok: true, value: await draw(original.value, type, side, quality) };
  }

  async function preview(hash: string): Promise<Result<{ bytes: Uint8Array; type: string }>> {
    if (!hashSchema.safeParse(hash).success) return { ok: false, code: 'notFound' };
    const cached = await previews.read(hash).catch(() => null);
    const type = cached && fileKind(cached);
    if (cached && type) return { ok: true, value: { bytes: cached, type } };
    const running = drawing.get(hash);
    if (running) return running;
    const drawn = render(hash, PREVIEW_SIDE, 80).then(async (result) => {
      if (result.ok) await keep(hash, result.value);
      return result.ok ? { ok: true as const, value: { bytes: result.value.bytes, type: result.value.type } } : result;
    });
    drawing.set(hash, drawn);
    return drawn.finally(() => drawing.delete(hash));
  }

  /** A preview that cannot be kept is drawn again the next time: no reason to fail. */
  const keep = (hash: string, drawn: Drawn): Promise<void> => previews.write(hash, drawn.bytes).catch(() => undefined);

  const { rendition, renditionKey, close } = createRenditions({ folder, store, readOriginal });
  return { importPhoto, readOriginal, preview, rendition, renditionKey, close };
}

type Checked = { type: PhotoInfo['type']; header: Header; preview: Drawn };

/** Everything a file must pass before it is stored: size, type, pixels by the header, then a decoding of the whole. */
async function check(bytes: Uint8Array): Promise<Result<Checked>> {
  if (bytes.length > MAX_BYTES) return { ok: false, code: 'fileTooLarge', detail: `${bytes.length} bytes` };
  const type = fileKind(bytes);
  if (!type) return { ok: false, code: 'notAnImage' };
  if (type === 'unsupported') return { ok: false, code: 'unsupportedImage' };
  try {
    const header = await readHeader(bytes);
    if (header.unsupported) return { ok: false, code: 'unsupportedImage' };
    if (header.width * header.height > MAX_PIXELS)
      return { ok: false, code: 'tooManyPixels', detail: `${header.width} x ${header.height}` };
    return { ok: true, value: { type, header, preview: await draw(bytes, type, PREVIEW_SIDE, 80) } };
  } catch (error) {
    return broken(error);
  }
}

const broken = (error: unknown): Failure => ({
  ok: false,
  code: 'brokenImage',
  detail: cleanText(error instanceof Error ? error.message : String(error), 200),
});
