import type { Failure } from '../../preload/contract.ts';
import type { Story } from '../../story/model.ts';
import { forbiddenBy } from '../../story/photo/terms.ts';
import type { Store } from '../store/api.ts';
import { storyPhotos } from './destinations/photos.ts';

/** The first of a story's photos whose terms forbid publishing it, with their words; null where none do. */
export async function forbiddenPhoto(store: Pick<Store, 'getPhoto'>, story: Story): Promise<Failure | null> {
  for (const { photo } of storyPhotos(story)) {
    const info = await store.getPhoto(photo);
    const against = info && forbiddenBy(info);
    if (against) return { ok: false, code: 'photoForbidden', detail: `${info.name}: ${against.words}` };
  }
  return null;
}
