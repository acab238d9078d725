import type { Sharp } from 'sharp';
import { sourcePart, turnOf } from '../../story/photo/geometry.ts';
import { drawnSize, type Recipe, type Rect } from '../../story/photo/recipe.ts';
import { loadSharp } from './sharp.ts';

type Size = { width: number; height: number };
/** A picture in memory, sRGB, 8 bits a channel. */
type Raw = { data: Buffer; width: number; height: number; channels: 1 | 2 | 3 | 4 };

/** Cells at most over the longer side of a hidden area: of what was there, these few colours are all that is left. */
const CELLS = 8;
/** Pixels around a hidden area that are hidden, too: scaling has mixed its edge into them. */
const RIM = 2;

/**
 * A photo after its recipe, its longer side at most `side` pixels, never enlarged. Only the part that stays is taken out
 * of the original, at the size it is wanted in, so that memory goes by `side`.
 * @param upright the original, upright, yet to be decoded; taken once
 */
export async function drawRecipe(upright: Sharp, size: Size, recipe: Recipe, side: number): Promise<Sharp> {
  const whole = drawnSize({ ...size, recipe });
  const scale = Math.min(1, side / Math.max(whole.width, whole.height));
  const target = { width: atLeastOne(whole.width * scale), height: atLeastOne(whole.height * scale) };
  const part = sourcePart(size, recipe);
  const region = pixelsOf(part, size);
  const work = await raw(
    upright
      .extract({ left: region.x, top: region.y, width: region.width, height: region.height })
      .resize({ width: atLeastOne(region.width * scale), height: atLeastOne(region.height * scale), fit: 'fill' })
      .toColourspace('srgb'),
  );
  for (const area of recipe.hide ?? []) await hide(work, inRegion(area, size, region), area.how);
  const sharp = await loadSharp();
  const { data, ...shape } = work;
  const image = sharp(data, { raw: shape });
  if (!recipe.straighten)
    return sharp((await raw(image.rotate(recipe.rotate ?? 0))).data, { raw: turnedShape(shape, recipe) }).resize({
      ...target,
      fit: 'fill',
    });
  const turned = await raw(image.rotate(turnOf(recipe), { background: '#000000' }));
  // Turned about its middle, which is the middle of what stays; at the very edge the background shines through.
  const inner = { width: inside(target.width, turned.width), height: inside(target.height, turned.height) };
  return sharp(turned.data, { raw: { width: turned.width, height: turned.height, channels: turned.channels } })
    .extract({
      left: Math.round((turned.width - inner.width) / 2),
      top: Math.round((turned.height - inner.height) / 2),
      ...inner,
    })
    .resize({ ...target, fit: 'fill' });
}

const atLeastOne = (value: number): number => Math.max(1, Math.round(value));
const inside = (wanted: number, there: number): number => Math.max(1, Math.min(wanted - 2, there));
const turnedShape = ({ width, height, ...rest }: Omit<Raw, 'data'>, { rotate }: Recipe): Omit<Raw, 'data'> =>
  rotate === 90 || rotate === 270 ? { width: height, height: width, ...rest } : { width, height, ...rest };

async function raw(image: Sharp): Promise<Raw> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raw['channels'] };
}

/** Whole pixels around a part of the original. */
function pixelsOf({ x, y, width, height }: Rect, size: Size): Rect {
  const [left, top] = [
    Math.min(size.width - 1, Math.round(x * size.width)),
    Math.min(size.height - 1, Math.round(y * size.height)),
  ];
  return {
    x: left,
    y: top,
    width: Math.min(size.width - left, atLeastOne(width * size.width)),
    height: Math.min(size.height - top, atLeastOne(height * size.height)),
  };
}

/** An area of the original in fractions of the region that was taken out of it; it may reach beyond. */
const inRegion = (area: Rect, size: Size, region: Rect): Rect => ({
  x: (area.x * size.width - region.x) / region.width,
  y: (area.y * size.height - region.y) / region.height,
  width: (area.width * size.width) / region.width,
  height: (area.height * size.height) / region.height,
});

/** Burns an area in, for good: it is drawn anew from a few colours, in squares or as a soft cloud. */
async function hide(work: Raw, area: Rect, how: 'blur' | 'pixelate'): Promise<void> {
  const left = Math.max(0, Math.floor(area.x * work.width) - RIM);
  const top = Math.max(0, Math.floor(area.y * work.height) - RIM);
  const width = Math.min(work.width, Math.ceil((area.x + area.width) * work.width) + RIM) - left;
  const height = Math.min(work.height, Math.ceil((area.y + area.height) * work.height) + RIM) - top;
  if (width <= 0 || height <= 0) return;
  // By the whole area, also where a crop cuts through it.
  const cell = Math.max(width, height, area.width * work.width, area.height * work.height) / CELLS;
  const { data, ...shape } = work;
  const sharp = await loadSharp();
  const few = await raw(
    sharp(data, { raw: shape })
      .extract({ left, top, width, height })
      .resize({
        width: Math.max(1, Math.floor(width / cell)),
        height: Math.max(1, Math.floor(height / cell)),
        fit: 'fill',
      }),
  );
  const kernel = how === 'pixelate' ? 'nearest' : 'cubic';
  const patch = await raw(
    sharp(few.data, { raw: { width: few.width, height: few.height, channels: few.channels } }).resize({
      width,
      height,
      fit: 'fill',
      kernel,
    }),
  );
  // Row by row: a composition would let through what lies under a half transparent pixel.
  const bytes = width * work.channels;
  for (let row = 0; row < height; row++)
    patch.data.copy(work.data, ((top + row) * work.width + left) * work.channels, row * bytes, (row + 1) * bytes);
}
