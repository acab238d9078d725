import { placed } from './geometry.ts';
import type { Recipe, Rect } from './recipe.ts';

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

/** A rectangle in four decimals (a tenth of a pixel in a thousand), still inside the picture. */
function roundedRect(rect: Rect): Rect {
  const { x, y, width, height } = placed(rect);
  const [left, top] = [rounded(x), rounded(y)];
  return { x: left, y: top, width: rounded(Math.min(width, 1 - left)), height: rounded(Math.min(height, 1 - top)) };
}

/** A recipe in its one form: four decimals, and nothing in it that changes nothing; null: the photo stays as it was taken. */
export function tidyRecipe({ rotate, straighten, crop, focal, hide }: Recipe): Recipe | null {
  const angle = straighten === undefined ? 0 : Math.round(straighten * 10) / 10;
  const cut = crop && roundedRect(crop);
  const isWhole = !cut || (cut.width >= 0.999 && cut.height >= 0.999);
  const areas = (hide ?? []).map(({ how, ...area }) => ({ ...roundedRect(area), how }));
  const tidy: Recipe = {
    ...(rotate && { rotate }),
    ...(angle !== 0 && { straighten: angle }),
    ...(cut && !isWhole && { crop: cut }),
    ...(focal && { focal: { x: rounded(focal.x), y: rounded(focal.y) } }),
    ...(areas.length > 0 && { hide: areas }),
  };
  return Object.keys(tidy).length > 0 ? tidy : null;
}
