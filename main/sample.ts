import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../preload/contract.ts';
import { newId } from '../story/ids.ts';
import { parseStory } from '../story/migrate.ts';
import type { Media } from './media/index.ts';
import type { Store } from './store/api.ts';

/** A library that was emptied by hand is no first start. */
const BEGUN = 'sample.begun';

type Needs = {
  store: Pick<Store, 'createStory' | 'getValue' | 'putValue'> & { listStories(): Promise<readonly unknown[]> };
  media: Pick<Media, 'importPhoto'>;
  resources: string;
};

/**
 * Puts the sample story and its photo into a library that has never had a story, so that the first window shows what a story
 * is. `resources` is the program's folder of that name; `author` the person's fingerprint. The story gets an id of its
 * own in each library. Gives its id, or null where there were stories. Failures: the photo's and the store's.
 */
export async function addSample(
  { store, media, resources }: Needs,
  author: string,
): Promise<Result<{ id: string } | null>> {
  if (await store.getValue(BEGUN)) return { ok: true, value: null };
  const isNew = (await store.listStories()).length === 0;
  const added = isNew ? await add({ store, media, resources }, author) : { ok: true as const, value: null };
  if (added.ok) await store.putValue(BEGUN, new Uint8Array([1]));
  return added;
}

async function add({ store, media, resources }: Needs, author: string): Promise<Result<{ id: string }>> {
  const folder = path.join(resources, 'sample');
  // Kept in the schema it was written in: the migrations bring it to today's.
  const parsed = parseStory(JSON.parse(await readFile(path.join(folder, 'story.json'), 'utf8')));
  if (parsed.kind !== 'story') throw new Error('the sample story cannot be read');
  const photo = await media.importPhoto('photo.jpg', await readFile(path.join(folder, 'photo.jpg')));
  if (!photo.ok) return photo;
  const story = { ...parsed.story, id: newId(), createdAt: new Date().toISOString() };
  const created = await store.createStory(story, author);
  return created.ok ? { ok: true, value: { id: story.id } } : created;
}
