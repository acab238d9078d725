import { canonicalJson } from '../../story/canonical.ts';
import type { Figure } from '../../story/model.ts';
import { drawnPart } from '../../story/photo/recipe.ts';

/** Where the window finds a photo as it is shown in its story: upright, after its recipe, at most 1600 pixels a side. */
export function photoAddress({ photo, recipe }: Pick<Figure, 'photo' | 'recipe'>): string {
  const drawn = drawnPart(recipe);
  return drawn ? `media/${photo}?recipe=${encodeURIComponent(canonicalJson(drawn))}` : `media/${photo}`;
}

/** The whole photo, small: for a grid of many. */
export const thumbnailAddress = (hash: string): string => `media/${hash}?small`;
