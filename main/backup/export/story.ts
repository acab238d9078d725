import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { photosOf } from '../../../story/formats/copydesk/unpack.ts';
import { type HtmlPhoto, storyToHtml } from '../../../story/formats/html/index.ts';
import type { Figure, Story } from '../../../story/model.ts';
import { photoKey } from '../../../story/photo/recipe.ts';
import type { Media } from '../../media/index.ts';
import type { Store } from '../../store/api.ts';
import { atPlace } from '../trouble.ts';
import { Names, photoName } from './names.ts';

/** The longer side of what is drawn of a photo, in pixels. */
const MAX_SIDE = 6000;

export type StoryNeeds = {
  store: Pick<Store, 'getNotes' | 'getPhoto'>;
  media: Pick<Media, 'readOriginal' | 'rendition'>;
};

/**
 * Writes one story as plain files into the new folder `folder`: `story.html` (the page, for any browser), `story.json` (all
 * of it), `notes.txt` where there are notes, `photos/` with the originals (and with what is made of them where they are
 * cropped, turned or have hidden areas: that is what the page shows) and `photos.json`. Gives the photos (their hashes)
 * whose original could not be read. Rejects with Trouble: place….
 */
export async function exportStory({ store, media }: StoryNeeds, story: Story, folder: string): Promise<string[]> {
  const write = (name: string, data: string | Uint8Array) =>
    atPlace(folder, () => writeFile(path.join(folder, name), data, { flag: 'wx' }));
  await atPlace(folder, () => mkdir(folder));
  const missing: string[] = [];
  const names = new Names();
  const files = new Map<string, HtmlPhoto>();
  for (const hash of photosOf(story)) {
    const bytes = await media.readOriginal(hash);
    if (!bytes.ok) {
      missing.push(hash);
      continue;
    }
    if (files.size === 0) await atPlace(folder, () => mkdir(path.join(folder, 'photos')));
    const info = await store.getPhoto(hash);
    const href = `photos/${photoName(names, info?.name ?? hash, info?.type ?? '')}`;
    await write(href, bytes.value);
    const figure = story.body.find((block): block is Figure => block.type === 'figure' && block.photo === hash);
    files.set(hash, { href, width: info?.width ?? figure?.width ?? 1, height: info?.height ?? figure?.height ?? 1 });
  }
  for (const figure of story.body) {
    if (figure.type !== 'figure' || !files.has(figure.photo) || files.has(photoKey(figure))) continue;
    const drawn = await media.rendition(figure.photo, { maxPixels: MAX_SIDE, recipe: figure.recipe });
    if (!drawn.ok) {
      missing.push(figure.photo);
      continue;
    }
    const { bytes, type, width, height } = drawn.value;
    const href = `photos/${photoName(names, (await store.getPhoto(figure.photo))?.name ?? figure.photo, type)}`;
    await write(href, bytes);
    files.set(photoKey(figure), { href, width, height });
  }
  await write('story.html', storyToHtml(story, { photos: files }).html);
  await write('story.json', `${JSON.stringify(story, null, 2)}\n`);
  if (files.size > 0) await write('photos.json', `${JSON.stringify(photoTexts(story, files), null, 2)}\n`);
  const notes = await store.getNotes(story.id);
  if (notes && notes.text.trim() !== '') await write('notes.txt', `${notes.text}\n`);
  return missing;
}

/** What stands with each photo in the story, by the file it is in here. */
const photoTexts = (story: Story, files: ReadonlyMap<string, HtmlPhoto>) =>
  story.body.flatMap((block) => {
    const file = block.type === 'figure' && files.get(photoKey(block));
    if (!file) return [];
    const { caption, credit, copyright, alt, photo } = block as Figure;
    return [{ file: file.href, caption, credit, copyright, alt, sha256: photo }];
  });
