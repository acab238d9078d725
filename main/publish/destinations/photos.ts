import type { Figure, Story } from '../../../story/model.ts';
import { photoKey } from '../../../story/photo/recipe.ts';

/**
 * The figures whose photos a story publishes, in the order of the page: each drawn picture once, with the texts of its
 * first use.
 */
export function storyPhotos(story: Story): Figure[] {
  const photos = new Map<string, Figure>();
  for (const block of story.body)
    if (block.type === 'figure' && !photos.has(photoKey(block))) photos.set(photoKey(block), block);
  return [...photos.values()];
}
