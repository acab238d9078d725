import type { Sharp } from 'sharp';
import type { PhotoInfo } from '../../preload/contract.ts';
import type { Recipe } from '../../story/photo/recipe.ts';
import type { Renditions } from '../../story/photo/renditions.ts';
import { isTransparent, jpeg, pixels, readHeader, sourceOf } from './render.ts';
import { loadSharp } from './sharp.ts';
import { inTurn } from './turns.ts';

export type RenditionFormat = Renditions['format'];
export type Encoded = {
  bytes: Uint8Array;
  type: 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif';
  width: number;
  height: number;
};

/** The quality that a search for a size stays within; the best of it is also what is taken where no size is asked for. */
const WORST = 40;
const BEST = 90;
/** Where nobody asks for a size. */
const USUAL = 86;
/** Encodings at most, and the share of the size wanted that is good enough. */
const TRIES = 7;
const NEAR = 0.96;

type Wanted = {
  /** Longer side in pixels, at most. */
  side: number;
  format: RenditionFormat;
  recipe?: Recipe | undefined;
  /** Bytes at most, if quality 40 can keep them. */
  targetBytes?: number | undefined;
  signal?: AbortSignal | undefined;
};

/**
 * A photo for readers, drawn once and encoded as often as it takes to find the best quality (40 to 90) within
 * `targetBytes`: at most seven times. What is transparent, or a GIF, is PNG where JPEG was wanted, and of no bounded size.
 * Rejects on a broken file, and when `signal` fires.
 */
export async function encodePhoto(bytes: Uint8Array, type: PhotoInfo['type'], wanted: Wanted): Promise<Encoded> {
  const header = await readHeader(bytes);
  return inTurn(header.width * header.height, async () => {
    const { side, format, recipe, targetBytes, signal } = wanted;
    const source = await sourceOf(bytes, header, type);
    const drawn = await pixels(source, side, recipe);
    if (format === 'jpeg' && (type === 'image/gif' || (await isTransparent(source)))) {
      const { data, info } = await drawn.png().toBuffer({ resolveWithObject: true });
      return { bytes: data, type: 'image/png', width: info.width, height: info.height };
    }
    // Decoding and scaling take longer than encoding: they are done once.
    const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true });
    const sharp = await loadSharp();
    const { width, height, channels } = info;
    const at = (quality: number): Promise<Uint8Array> => {
      signal?.throwIfAborted();
      return encoder(sharp(data, { raw: { width, height, channels } }), type, format, quality).toBuffer();
    };
    const found = targetBytes === undefined ? await at(USUAL) : await bestWithin(at, targetBytes);
    return { bytes: found, type: `image/${format}`, width, height };
  });
}

function encoder(image: Sharp, type: PhotoInfo['type'], format: RenditionFormat, quality: number): Sharp {
  if (format === 'jpeg') return jpeg(image, type, quality);
  if (format === 'webp') return image.webp({ quality });
  // The least effort: a search encodes several times, and each step more takes twice as long for a few bytes.
  return image.avif({ quality, effort: 2 });
}

/** The bytes of the best quality that keeps within `target`, or nearly; of the worst one where none does. */
async function bestWithin(at: (quality: number) => Promise<Uint8Array>, target: number): Promise<Uint8Array> {
  const best = await at(BEST);
  if (best.length <= target) return best;
  let found = await at(WORST);
  if (found.length > target) return found;
  let [fits, exceeds, tooMany] = [WORST, BEST, best.length];
  for (let tries = 2; tries < TRIES && exceeds - fits > 1 && found.length < target * NEAR; tries++) {
    // Between two qualities the size grows about as a power: the next guess is nearer than the middle.
    const share = Math.log(target / found.length) / Math.log(tooMany / found.length);
    const guess = Math.min(exceeds - 1, Math.max(fits + 1, Math.floor(fits + share * (exceeds - fits))));
    const tried = await at(guess);
    if (tried.length <= target) [fits, found] = [guess, tried];
    else [exceeds, tooMany] = [guess, tried.length];
  }
  return found;
}
