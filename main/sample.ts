import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../preload/contract.ts';
import { newId } from '../story/ids.ts';
import { storySchema } from '../story/model.ts';
import type { Media } from './media/index.ts';
import type { Store } from './store/api.ts';

/**
 * Puts the sample story and its photo into a library that has no story yet, so that the first window shows what a story
 * is. `resources` is the program's folder of that name; `author` the person's fingerprint. The story gets an id of its
 * own in each library. Gives its id, or null where there were stories. Failures: the photo's and the store's.
 */
export async function addSample(
  {
    store,
    media,
    resources,
  }: {
    store: { listStories(): Promise<readonly unknown[]>; createStory: Store['createStory'] };
    media: Pick<Media, 'importPhoto'>;
    resources: string;
  },
  author: string,
): Promise<Result<{ id: string } | null>> {
  if ((await store.listStories()).length > 0) return { ok: true, value: null };
  const folder = path.join(resources, 'sample');
  const sample = storySchema.parse(JSON.parse(await readFile(path.join(folder, 'story.json'), 'utf8')));
  const photo = await media.importPhoto('photo.jpg', await readFile(path.join(folder, 'photo.jpg')));
  if (!photo.ok) return photo;
  const story = { ...sample, id: newId(), createdAt: new Date().toISOString() };
  const created = await store.createStory(story, author);
  return created.ok ? { ok: true, value: { id: story.id } } : created;
}
