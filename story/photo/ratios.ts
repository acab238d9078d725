import type { Recipe, Size } from './recipe.ts';
import { drawnSize } from './recipe.ts';

/** Proportions a crop can be held to, width to height; `original` are the photo's own, `free` are any. */
export const RATIOS = ['free', 'original', '3:2', '4:3', '16:9', '1:1', '2:3', '3:4', '9:16'] as const;
export type Ratio = (typeof RATIOS)[number];

/** Width to height in pixels, of a turned photo of that size; null: any. */
export function ratioValue(ratio: Ratio, turned: Size): number | null {
  if (ratio === 'free') return null;
  if (ratio === 'original') return turned.width / turned.height;
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  return width / height;
}

/** The proportions a recipe's crop has, as far as they are one of ours. */
export function ratioOf(size: Size, recipe: Recipe): Ratio {
  if (!recipe.crop) return 'free';
  const { width, height } = drawnSize({ ...size, recipe });
  const { width: a, height: b } = drawnSize({ ...size, recipe: { ...(recipe.rotate && { rotate: recipe.rotate }) } });
  const found = RATIOS.find((ratio) => {
    const value = ratioValue(ratio, { width: a, height: b });
    return value !== null && Math.abs(width / height / value - 1) < 0.005;
  });
  return found ?? 'free';
}

/** The same proportions in a picture that was turned by a quarter. */
export function acrossRatio(ratio: Ratio): Ratio {
  const across = ratio.split(':').reverse().join(':');
  return RATIOS.find((one) => one === across) ?? ratio;
}
