import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PhotoInfo, Result } from '../../preload/contract.ts';
import { canonicalJson, sha256Hex } from '../../story/canonical.ts';
import { photoKey, type Recipe } from '../../story/photo/recipe.ts';
import { diskFailure } from '../durable.ts';
import { type Encoded, encodePhoto, type RenditionFormat } from './encode.ts';
import { createTagWriter, type TagWriter } from './exiftool.ts';
import { createFiles, sha256 } from './files.ts';
import { readHeader } from './render.ts';
import { fileKind } from './type.ts';
import { type FigureTexts, type OutTexts, outTexts, tagsOf } from './write.ts';

/** A photo for readers, with the texts that were written into it. */
export type Rendition = Encoded & { texts: OutTexts };

export type RenditionOptions = {
  /** The longer side, in pixels, at most. */
  maxPixels: number;
  /** JPEG where it is not said. What is transparent is PNG then. */
  format?: RenditionFormat | undefined;
  /** Bytes at most, if a quality of 40 can keep them. */
  targetBytes?: number | undefined;
  recipe?: Recipe | undefined;
  /** Of the photo's use in a story: written into the file. Without them it carries no metadata at all. */
  texts?: FigureTexts | undefined;
  /** Ends the work: cancelled. */
  signal?: AbortSignal | undefined;
};
type Needs = {
  /** The library's. */
  folder: string;
  store: { getPhoto(hash: string): Promise<PhotoInfo | null> };
  readOriginal(hash: string): Promise<Result<Uint8Array>>;
  tags?: TagWriter;
};

/** Counts how renditions are made: one of an earlier way is not taken for today's. */
const MAKING = 1;
/** A job that has waited longer than 30 days makes its photos again. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'avif',
};
/** The ending of a rendition's file name. */
export const endingOf = (type: Encoded['type']): string => ENDINGS[type] as string;

/** What goes out of photos: drawn, encoded, its texts written in, and kept under `renditions/out` for 30 days. */
export function createRenditions({ folder, store, readOriginal, tags = createTagWriter() }: Needs) {
  const out = path.join(folder, 'renditions', 'out');
  const kept = createFiles(out);
  let tidied: Promise<void> | null = null;
  const work = path.join(folder, 'renditions', 'work');

  const textsFor = async (hash: string, { texts }: RenditionOptions): Promise<OutTexts> =>
    texts ? outTexts(texts, await store.getPhoto(hash)) : {};

  function keyOf(hash: string, options: RenditionOptions, texts: OutTexts): string {
    const { maxPixels, format = 'jpeg', targetBytes = null, recipe } = options;
    const photo = photoKey({ photo: hash, recipe });
    return sha256Hex(canonicalJson([MAKING, photo, maxPixels, format, targetBytes, texts]));
  }

  async function rendition(hash: string, options: RenditionOptions): Promise<Result<Rendition>> {
    const texts = await textsFor(hash, options);
    const key = keyOf(hash, options, texts);
    const cached = await take(key);
    if (cached) return { ok: true, value: { ...cached, texts } };
    const original = await readOriginal(hash);
    if (!original.ok) return original;
    const type = fileKind(original.value);
    if (!type || type === 'unsupported') return { ok: false, code: 'unsupportedImage', detail: hash };
    const { maxPixels: side, format = 'jpeg', recipe, signal } = options;
    const targetBytes = options.targetBytes && Math.max(1, options.targetBytes - bytesOf(texts));
    try {
      const drawn = await encodePhoto(original.value, type, { side, format, recipe, targetBytes, signal });
      const written = await withTexts(drawn, texts);
      if (written.ok) await keep(key, written.value.bytes);
      return written.ok ? { ok: true, value: { ...written.value, texts } } : written;
    } catch (error) {
      if (signal?.aborted) return { ok: false, code: 'cancelled' };
      throw error;
    }
  }

  /** Through a file of its own, since exiftool works on files. A file without its credit must not go out: that is a failure. */
  async function withTexts(drawn: Encoded, texts: OutTexts): Promise<Result<Encoded>> {
    const wanted = tagsOf(texts, drawn.type);
    if (Object.keys(wanted).length === 0) return { ok: true, value: drawn };
    const file = path.join(work, `${randomUUID()}.${endingOf(drawn.type)}`);
    try {
      await mkdir(work, { recursive: true });
      await writeFile(file, drawn.bytes);
      await tags.write(file, wanted).catch((error) => {
        throw new NotWritten(error);
      });
      return { ok: true, value: { ...drawn, bytes: await readFile(file) } };
    } catch (error) {
      if (!(error instanceof NotWritten)) return diskFailure(error);
      return { ok: false, code: 'metadataNotWritten', detail: error.message.slice(0, 300) };
    } finally {
      await rm(file, { force: true }).catch(() => undefined);
    }
  }

  /** A kept rendition, behind its own hash: what a disk has spoilt is made again, never published. */
  async function take(key: string): Promise<Encoded | null> {
    const file = await kept.read(key).catch(() => null);
    const bytes = file?.subarray(32);
    if (!file || !bytes || (await sha256(bytes)) !== Buffer.from(file.subarray(0, 32)).toString('hex')) return null;
    const { width, height } = await readHeader(bytes);
    return { bytes, type: fileKind(bytes) as Encoded['type'], width, height };
  }

  /** What was made long ago has been sent. */
  async function tidy(): Promise<void> {
    for (const entry of await readdir(out, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && (await stat(file)).mtimeMs < Date.now() - KEPT_MS) await rm(file, { force: true });
    }
  }

  /** One that cannot be kept is made again the next time: no reason to fail. */
  async function keep(key: string, bytes: Uint8Array): Promise<void> {
    const file = Buffer.concat([Buffer.from(await sha256(bytes), 'hex'), bytes]);
    await kept.write(key, file).catch(() => undefined);
    tidied ??= tidy().catch(() => undefined);
    await tidied;
  }

  return {
    rendition,
    renditionKey: async (hash: string, options: RenditionOptions) =>
      keyOf(hash, options, await textsFor(hash, options)),
    close: () => tags.end(),
  };
}

/** What the texts add to a file, at most: twice where IIM copies them, and the frame around them. */
const bytesOf = (texts: OutTexts): number => {
  const all = Object.values(texts).join('');
  return all === '' ? 0 : 3000 + 2 * Buffer.byteLength(all);
};

class NotWritten extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
