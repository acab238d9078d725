import { photoKey } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { storyPhotos } from '../photos.ts';
import { readAsReaders } from '../readers.ts';
import type { Readers, Remote } from '../site.ts';
import type { PublishRun } from '../types.ts';
import type { WordPress } from './client.ts';
import type { Photo, Sent } from './site.ts';

/** A post and its photos as the site's readers get them, held against what was sent. */
export async function wordPressReaders(
  wp: WordPress,
  renditions: Renditions,
  { publication, photos }: PublishRun,
  remote: Remote,
  { title, content }: Sent,
  sent: ReadonlyMap<string, Photo>,
): Promise<Readers> {
  const files = storyPhotos(publication.story).flatMap((figure) => {
    const photo = sent.get(photoKey(figure))?.photo;
    return photo ? [{ figure, url: photo.url }] : [];
  });
  const known = await Promise.all(
    files.map(async ({ figure, url }) => ({
      url,
      sent: (await photos.known(await photos.key(figure, renditions)))?.sent,
      rendition: () => photos.rendition(figure, renditions),
    })),
  );
  return readAsReaders(wp, remote.url, { title, content }, known);
}
