import type { Figure, Story } from '../../../story/model.ts';

/** The figures whose photos a story publishes, each photo once, in the order of the page. */
export function storyPhotos(story: Story): Figure[] {
  const photos = new Map<string, Figure>();
  for (const block of story.body)
    if (block.type === 'figure' && !photos.has(block.photo)) photos.set(block.photo, block);
  return [...photos.values()];
}
