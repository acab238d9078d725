import { availableParallelism } from 'node:os';
import type { Sharp } from 'sharp';
import type { PhotoInfo } from '../../preload/contract.ts';
import { loadSharp } from './sharp.ts';

/** Pixels of an original at most: 100 megapixels. */
export const MAX_PIXELS = 100_000_000;

// Half of the cores, so that typing never waits for pixels.
const SLOTS = Math.max(1, Math.floor(availableParallelism() / 2));
const waiting: (() => void)[] = [];
let running = 0;

/** Runs `work` when a core is free for pixels. */
export async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < SLOTS) running++;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

export type Header = {
  /** Pixels, upright. */
  width: number;
  height: number;
  /** A raw file, or a format inside a known container, that only looks like a type we take. */
  unsupported: boolean;
  xmp: Uint8Array | undefined;
  exif: Uint8Array | undefined;
};

/** What the file's header says; no pixel is decoded. Rejects on a header that cannot be read. */
export const readHeader = (bytes: Uint8Array): Promise<Header> =>
  inTurn(async () => {
    const sharp = await loadSharp();
    const found = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { width, height } = found.autoOrient;
    // DNG, NEF and ARW are TIFF files whose first picture is a thumbnail, with the raw data in a sub-directory.
    const raw = found.format === 'tiff' && (found.subifds ?? 0) > 0;
    const hevc = found.format === 'heif' && found.compression !== 'av1';
    return { width, height, unsupported: raw || hevc, xmp: found.xmp, exif: found.exif };
  });

export type Drawn = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/**
 * Decodes a photo whole and draws it upright, in sRGB, its longer side at most `side` pixels (never enlarged), without any
 * metadata: JPEG at `quality` (1 to 100), or PNG where something is transparent or the original is a GIF. Of an animation,
 * the first picture. Rejects on a broken or truncated file.
 */
export const draw = (bytes: Uint8Array, type: PhotoInfo['type'], side: number, quality: number): Promise<Drawn> =>
  inTurn(async () => {
    const asPng = type === 'image/gif' || (await isTransparent(bytes));
    const image = await pixels(bytes, side);
    const { data, info } = await (asPng ? image.png() : jpeg(image, type, quality)).toBuffer({
      resolveWithObject: true,
    });
    return { bytes: data, type: asPng ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
  });

/** The picture upright, in sRGB, its longer side at most `side` pixels: decoded when it is asked for its bytes. */
export async function pixels(bytes: Uint8Array, side: number): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PIXELS, autoOrient: true })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb');
}

/** A JPEG of a picture. Drawings arrive as PNG: their thin coloured lines want full colour resolution. */
export const jpeg = (image: Sharp, type: PhotoInfo['type'], quality: number): Sharp =>
  image
    .flatten({ background: '#ffffff' })
    .jpeg({ quality, progressive: true, chromaSubsampling: type === 'image/png' ? '4:4:4' : '4:2:0' });

export async function isTransparent(bytes: Uint8Array): Promise<boolean> {
  const sharp = await loadSharp();
  const image = sharp(bytes, { limitInputPixels: MAX_PIXELS });
  return (await image.metadata()).hasAlpha && !(await image.stats()).isOpaque;
}
