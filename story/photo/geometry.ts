import { drawnSize, type Recipe, type Rect, type Size, straightenScale } from './recipe.ts';

export type Point = { x: number; y: number };

/** Degrees clockwise that a recipe turns a picture by, the straightening included. */
export const turnOf = ({ rotate, straighten }: Recipe): number => (rotate ?? 0) + (straighten ?? 0);

/** A vector turned clockwise by some degrees (y points down). Quarter turns are exact. */
function turned({ x, y }: Point, degrees: number): Point {
  const quarters = Math.round(degrees / 90);
  const rest = ((degrees - quarters * 90) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(rest), Math.cos(rest)];
  let point = { x: x * cos - y * sin, y: x * sin + y * cos };
  for (let turn = ((quarters % 4) + 4) % 4; turn > 0; turn--) point = { x: -point.y, y: point.x };
  return point;
}

/** Pixels (not rounded) of the picture turned and straightened, before it is cropped: what `crop` is a part of. */
export function frameOf({ width, height }: Size, { rotate, straighten = 0 }: Recipe): Size {
  const side = rotate === 90 || rotate === 270 ? { width: height, height: width } : { width, height };
  const scale = straightenScale(side, straighten);
  return { width: side.width * scale, height: side.height * scale };
}

/** Where a point of the upright original (in fractions) comes to lie in the turned and straightened picture. */
export function toFrame(size: Size, recipe: Recipe, { x, y }: Point): Point {
  const frame = frameOf(size, recipe);
  const at = turned({ x: (x - 0.5) * size.width, y: (y - 0.5) * size.height }, turnOf(recipe));
  return { x: at.x / frame.width + 0.5, y: at.y / frame.height + 0.5 };
}

/** The other way: the point of the upright original that is seen there. */
export function fromFrame(size: Size, recipe: Recipe, { x, y }: Point): Point {
  const frame = frameOf(size, recipe);
  const at = turned({ x: (x - 0.5) * frame.width, y: (y - 0.5) * frame.height }, -turnOf(recipe));
  return { x: at.x / size.width + 0.5, y: at.y / size.height + 0.5 };
}

/** The smallest upright part of the original, in fractions, that holds all that a recipe leaves to see; centred on it. */
export function sourcePart(size: Size, recipe: Recipe): Rect {
  const frame = frameOf(size, recipe);
  const crop = recipe.crop ?? WHOLE;
  const centre = fromFrame(size, recipe, { x: crop.x + crop.width / 2, y: crop.y + crop.height / 2 });
  const [a, b] = [crop.width * frame.width, crop.height * frame.height];
  const corners = [turned({ x: a, y: b }, -turnOf(recipe)), turned({ x: a, y: -b }, -turnOf(recipe))];
  const width = Math.min(1, Math.max(...corners.map(({ x }) => Math.abs(x))) / size.width);
  const height = Math.min(1, Math.max(...corners.map(({ y }) => Math.abs(y))) / size.height);
  const within = (start: number, length: number) => Math.min(Math.max(0, start), 1 - length);
  return { x: within(centre.x - width / 2, width), y: within(centre.y - height / 2, height), width, height };
}

export const WHOLE: Rect = { x: 0, y: 0, width: 1, height: 1 };

/** Where the recipe's focal point lies in what is drawn, in fractions; the middle where it has none or it is cut off. */
export function drawnFocal({ recipe, ...size }: Size & { recipe?: Recipe | undefined }): Point {
  if (!recipe?.focal) return { x: 0.5, y: 0.5 };
  const crop = recipe.crop ?? WHOLE;
  const at = toFrame(size, recipe, recipe.focal);
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  return { x: inside((at.x - crop.x) / crop.width), y: inside((at.y - crop.y) / crop.height) };
}

/** The largest part of a drawn picture with this ratio (width to height) that has the recipe's focal point in its middle, or as near as may be. */
export function focalCut(figure: Size & { recipe?: Recipe | undefined }, ratio: number): Rect {
  return largest(ratio, drawnSize(figure), drawnFocal(figure));
}

/** The largest part of a picture with a ratio (width to height, in pixels), its middle as near to `at` as it can be. */
export function largest(ratio: number, { width, height }: Size, at: Point): Rect {
  const wanted = ratio / (width / height);
  const size = { width: Math.min(1, wanted), height: Math.min(1, 1 / wanted) };
  return placed({ x: at.x - size.width / 2, y: at.y - size.height / 2, ...size });
}

/** The same rectangle, moved inside the picture; nothing of it is wider or higher than the picture. */
export function placed({ x, y, width, height }: Rect): Rect {
  const [w, h] = [Math.min(1, width), Math.min(1, height)];
  return { x: Math.min(Math.max(0, x), 1 - w), y: Math.min(Math.max(0, y), 1 - h), width: w, height: h };
}

/** A recipe with the picture turned on by a quarter; what was cropped out of it turns with it. */
export function quarterTurn(recipe: Recipe, way: 'left' | 'right'): Recipe {
  const { rotate: was, crop, ...rest } = recipe;
  const rotate = ((was ?? 0) + (way === 'right' ? 90 : 270)) % 360;
  return {
    ...rest,
    ...(rotate !== 0 && { rotate: rotate as 90 | 180 | 270 }),
    ...(crop && { crop: way === 'right' ? turnedRight(crop) : turnedRight(turnedRight(turnedRight(crop))) }),
  };
}

const turnedRight = ({ x, y, width, height }: Rect): Rect => ({
  x: 1 - y - height,
  y: x,
  width: height,
  height: width,
});

/** Pixels a photo wants across to fill the page, and a card on social networks. */
export const PAGE_PIXELS = 1200;

/** Whether what is made of a photo has fewer pixels than the page wants, and its original has enough. */
export const isCroppedSmall = (figure: Size & { recipe?: Recipe | undefined }): boolean =>
  figure.recipe !== undefined && figure.width >= PAGE_PIXELS && drawnSize(figure).width < PAGE_PIXELS;
