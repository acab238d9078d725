import type { Sharp } from 'sharp';
import type { PhotoInfo } from '../../preload/contract.ts';
import { drawnPart, type Recipe } from '../../story/photo/recipe.ts';
import { decodeHeic } from './heic/decode.ts';
import { drawRecipe } from './recipe.ts';
import { loadSharp } from './sharp.ts';
import { inTurn } from './turns.ts';

/** Pixels of an original at most: 100 megapixels. */
export const MAX_PIXELS = 100_000_000;
/** The longer side of what the window shows, in pixels. */
export const PREVIEW_SIDE = 1600;
/** Seconds after which a picture is given up. */
const PATIENCE = 60;

export type Header = {
  /** Pixels, upright. */
  width: number;
  height: number;
  /** A raw file, or a format inside a known container, that only looks like a type we take. */
  unsupported: boolean;
  xmp: Uint8Array | undefined;
  exif: Uint8Array | undefined;
  /** The colour profile its numbers are meant in. */
  profile: Uint8Array | undefined;
};

/** What the file's header says; no pixel is decoded. Rejects on a header that cannot be read. */
export async function readHeader(bytes: Uint8Array): Promise<Header> {
  const sharp = await loadSharp();
  const found = await sharp(bytes, { limitInputPixels: false }).metadata();
  const { width, height } = found.autoOrient;
  // DNG, NEF and ARW are TIFF files whose first picture is a thumbnail, with the raw data in a sub-directory.
  const raw = found.format === 'tiff' && (found.subifds ?? 0) > 0;
  const strange = found.format === 'heif' && found.compression !== 'av1' && found.compression !== 'hevc';
  return { width, height, unsupported: raw || strange, xmp: found.xmp, exif: found.exif, profile: found.icc };
}

export type Drawn = { bytes: Uint8Array; type: 'image/jpeg' | 'image/png'; width: number; height: number };

/**
 * Decodes a photo whole and draws it upright, in sRGB, its longer side at most `side` pixels (never enlarged), without any
 * metadata: JPEG at `quality` (1 to 100), or PNG where something is transparent or the original is a GIF. Of an animation,
 * the first picture. Rejects on a broken or truncated file.
 */
export const draw = (
  bytes: Uint8Array,
  header: Pick<Header, 'width' | 'height' | 'profile'>,
  type: PhotoInfo['type'],
  side: number,
  quality: number,
  recipe?: Recipe,
): Promise<Drawn> =>
  inTurn(header.width * header.height, async () => {
    const source = await sourceOf(bytes, header, type);
    const asPng = type === 'image/gif' || (await isTransparent(source));
    const image = await pixels(source, side, recipe);
    const { data, info } = await (asPng ? image.png() : jpeg(image, type, quality)).toBuffer({
      resolveWithObject: true,
    });
    return { bytes: data, type: asPng ? 'image/png' : 'image/jpeg', width: info.width, height: info.height };
  });

/** What sharp can decode: a HEIC's pixels, any other file as it is. */
export const sourceOf = async (
  bytes: Uint8Array,
  { profile }: Pick<Header, 'profile'>,
  type: PhotoInfo['type'],
): Promise<Uint8Array> => (type === 'image/heic' ? decodeHeic(bytes, profile ?? null) : bytes);

/** The picture upright and after its recipe, in sRGB, its longer side at most `side` pixels: decoded when it is asked for its bytes. */
export async function pixels(bytes: Uint8Array, side: number, recipe?: Recipe): Promise<Sharp> {
  const sharp = await loadSharp();
  const options = { failOn: 'error', limitInputPixels: MAX_PIXELS } as const;
  const drawn = drawnPart(recipe);
  if (drawn) {
    const { autoOrient, orientation = 1 } = await sharp(bytes, options).metadata();
    const stored = sharp(bytes, options).timeout({ seconds: PATIENCE });
    return drawRecipe(stored, autoOrient, orientation, drawn, side);
  }
  const upright = sharp(bytes, { ...options, autoOrient: true }).timeout({ seconds: PATIENCE });
  return upright.resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true }).toColourspace('srgb');
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
