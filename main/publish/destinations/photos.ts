import type { Figure, Story } from '../../../story/model.ts';
import { photoKey } from '../../../story/photo/recipe.ts';

/** The figures whose photos a story publishes, each photo once as it is drawn (by photoKey), in the order of the page. */
export function storyPhotos(story: Story): Figure[] {
  const photos = new Map<string, Figure>();
  for (const block of story.body)
    if (block.type === 'figure' && !photos.has(photoKey(block))) photos.set(photoKey(block), block);
  return [...photos.values()];
}
