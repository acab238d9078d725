import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';
import { z } from '../zod.ts';

const fraction = z.number().min(0).max(1);
/** A rectangle, in fractions of a picture's width and height. */
const sides = { x: fraction, y: fraction, width: fraction, height: fraction };
const isInside = ({ x, y, width, height }: Rect): boolean =>
  width > 0 && height > 0 && x + width <= 1.0001 && y + height <= 1.0001;
const rect = z.strictObject(sides).refine(isInside);
export type Rect = { x: number; y: number; width: number; height: number };

/**
 * What is made of a photo for one use of it; the original stays as it is. In this order: areas are hidden, the picture is
 * turned, straightened, cropped. An empty recipe is none.
 */
export const recipeSchema = z.strictObject({
  /** Quarter turns, in degrees clockwise. */
  rotate: z.union([z.literal(90), z.literal(180), z.literal(270)]).optional(),
  /** Degrees clockwise. Of the turned picture the largest upright part of the same proportions stays. */
  straighten: z.number().min(-45).max(45).optional(),
  /** What stays, in fractions of the turned and straightened picture. */
  crop: rect.optional(),
  /** The point that every narrower cut keeps, in fractions of the upright original. */
  focal: z.strictObject({ x: fraction, y: fraction }).optional(),
  /** Areas nobody may recognise, in fractions of the upright original. */
  hide: z
    .array(z.strictObject({ ...sides, how: z.enum(['blur', 'pixelate']) }).refine(isInside))
    .min(1)
    .max(50)
    .optional(),
});
export type Recipe = z.infer<typeof recipeSchema>;

/** A recipe out of its JSON; undefined where it is none, whoever wrote it. */
export function recipeFromJson(json: string): Recipe | undefined {
  try {
    return recipeSchema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}

export type Size = { width: number; height: number };

/** Pixels of a picture of `size` (the upright original) after its recipe. */
export function drawnSize({ width, height, recipe }: Size & { recipe?: Recipe | undefined }): Size {
  const turned = recipe?.rotate === 90 || recipe?.rotate === 270 ? { width: height, height: width } : { width, height };
  const scale = straightenScale(turned, recipe?.straighten ?? 0);
  const crop = recipe?.crop ?? { width: 1, height: 1 };
  return {
    width: Math.max(1, Math.round(turned.width * scale * crop.width)),
    height: Math.max(1, Math.round(turned.height * scale * crop.height)),
  };
}

/** How much of each side stays when a picture is turned by some degrees and cut upright again in the same proportions. */
export function straightenScale({ width, height }: Size, degrees: number): number {
  const angle = (Math.abs(degrees) * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return Math.min(width / (width * cos + height * sin), height / (width * sin + height * cos));
}

/**
 * What a drawn picture is known by: the photo's hash, or with a recipe the SHA-256 of both (the recipe by RFC 8785). The
 * focal point alone changes no pixel.
 */
export function photoKey({ photo, recipe }: { photo: string; recipe?: Recipe | undefined }): string {
  const drawn = drawnPart(recipe);
  return drawn ? bytesToHex(sha256(utf8ToBytes(`${photo} ${canonicalize(drawn)}`))) : photo;
}

/** The parts of a recipe that change pixels; undefined: the photo is drawn as it is. */
export function drawnPart(recipe: Recipe | undefined): Recipe | undefined {
  const { focal: _, ...drawn } = recipe ?? {};
  return Object.keys(drawn).length > 0 ? drawn : undefined;
}
