import type { Sharp } from 'sharp';
import { sourcePart, turnOf } from '../../story/photo/geometry.ts';
import { drawnSize, type Recipe, type Rect } from '../../story/photo/recipe.ts';
import { isAcross, storedPart, upright } from './orientation.ts';
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
 * of the original, at the size it is wanted in, and turned upright only then: memory goes by `side`.
 * @param stored the original as it is stored, yet to be decoded; taken once
 * @param size the upright original, in pixels
 * @param orientation EXIF's, 1 to 8
 */
export async function drawRecipe(
  stored: Sharp,
  size: Size,
  orientation: number,
  recipe: Recipe,
  side: number,
): Promise<Sharp> {
  const whole = drawnSize({ ...size, recipe });
  const scale = Math.min(1, side / Math.max(whole.width, whole.height));
  const target = {
    width: atLeastOne(whole.width * scale),
    height: atLeastOne(whole.height * scale),
    fit: 'fill',
  } as const;
  const region = pixelsOf(sourcePart(size, recipe), size);
  const work = await taken(stored, size, orientation, region, scale);
  for (const area of recipe.hide ?? []) await hide(work, inRegion(area, size, region), area.how);
  const turned = await raw((await open(work)).rotate(turnOf(recipe), { background: '#000000' }));
  const image = await open(turned);
  if (!recipe.straighten) return image.resize(target);
  // Turned about its middle, which is the middle of what stays; at the very edge the background shines through.
  const [width, height] = [inside(target.width, turned.width), inside(target.height, turned.height)];
  const [left, top] = [Math.round((turned.width - width) / 2), Math.round((turned.height - height) / 2)];
  return image.extract({ left, top, width, height }).resize(target);
}

/** A region of the upright original, scaled and upright. */
async function taken(stored: Sharp, size: Size, orientation: number, region: Rect, scale: number): Promise<Raw> {
  const across = isAcross(orientation);
  const there = across ? { width: size.height, height: size.width } : size;
  const part = storedPart(scaled(region, 1 / size.width, 1 / size.height), orientation);
  const at = scaled(part, there.width, there.height);
  const [width, height] = [atLeastOne(at.width * scale), atLeastOne(at.height * scale)];
  const small = await raw(
    stored
      .extract({
        left: Math.round(at.x),
        top: Math.round(at.y),
        width: Math.round(at.width),
        height: Math.round(at.height),
      })
      .resize({ width, height, fit: 'fill' })
      .toColourspace('srgb'),
  );
  const { turned, mirror } = upright(await open(small), orientation);
  const made = orientation > 1 ? await raw(turned) : small;
  return mirror ? raw((await open(made)).flop()) : made;
}

const atLeastOne = (value: number): number => Math.max(1, Math.round(value));
const inside = (wanted: number, there: number): number => Math.max(1, Math.min(wanted - 2, there));
const scaled = ({ x, y, width, height }: Rect, across: number, down: number): Rect => ({
  x: x * across,
  y: y * down,
  width: width * across,
  height: height * down,
});

async function open({ data, ...shape }: Raw): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(data, { raw: shape });
}

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
const inRegion = (area: Rect, size: Size, region: Rect): Rect => {
  const { x, y, width, height } = scaled(area, size.width, size.height);
  return scaled({ x: x - region.x, y: y - region.y, width, height }, 1 / region.width, 1 / region.height);
};

/** Burns an area in, for good: it is drawn anew from a few colours, in squares or as a soft cloud. */
async function hide(work: Raw, area: Rect, how: 'blur' | 'pixelate'): Promise<void> {
  const left = Math.max(0, Math.floor(area.x * work.width) - RIM);
  const top = Math.max(0, Math.floor(area.y * work.height) - RIM);
  const width = Math.min(work.width, Math.ceil((area.x + area.width) * work.width) + RIM) - left;
  const height = Math.min(work.height, Math.ceil((area.y + area.height) * work.height) + RIM) - top;
  if (width <= 0 || height <= 0) return;
  // By the whole area, also where a crop cuts through it.
  const cell = Math.max(width, height, area.width * work.width, area.height * work.height) / CELLS;
  const few = await raw(
    (await open(work)).extract({ left, top, width, height }).resize({
      width: Math.max(1, Math.floor(width / cell)),
      height: Math.max(1, Math.floor(height / cell)),
      fit: 'fill',
    }),
  );
  const kernel = how === 'pixelate' ? 'nearest' : 'cubic';
  const patch = await raw((await open(few)).resize({ width, height, fit: 'fill', kernel }));
  // Row by row: a composition would let through what lies under a half transparent pixel.
  const bytes = width * work.channels;
  for (let row = 0; row < height; row++)
    patch.data.copy(work.data, ((top + row) * work.width + left) * work.channels, row * bytes, (row + 1) * bytes);
}
