import { sha256Hex } from '../../../../story/canonical.ts';
import type { GhostPhoto } from '../../../../story/formats/ghost/index.ts';
import type { Figure } from '../../../../story/model.ts';
import { drawnSize } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { z } from '../../../../story/zod.ts';
import { sha256 } from '../../../media/files.ts';
import { endingOf } from '../../../media/rendition.ts';
import { holdsTexts } from '../served-file.ts';
import type { Outcome, PublishRun, RemotePhoto, Trouble } from '../types.ts';
import type { Ghost } from './client.ts';

const imagesSchema = z.object({ images: z.array(z.object({ url: z.string() })).length(1) });

/** What stands in `id` of a photo that was sent while no answer has come: its address is where Ghost would have put it. */
const ASKED = 'asked';

/** Ghost keeps what it was sent beside the copy that it makes of it, under this name. */
const originalOf = (url: string): string => url.replace(/(\.\w+)$/, '_o$1');

/**
 * Sees to it that a photo is on the site once. Ghost has no search for photos: the address where one will stand is kept
 * before it is sent, under a name that no other file has, and looked at before it is sent again. What stands there byte by
 * byte as it was sent is that photo.
 */
export async function sendPhoto(
  ghost: Ghost,
  { photos, publication, now }: Pick<PublishRun, 'photos' | 'publication' | 'now'>,
  renditions: Renditions,
  figure: Figure,
  name: string,
): Promise<Outcome<GhostPhoto>> {
  const key = await photos.key(figure, renditions);
  const known = await photos.known(key);
  const isThere = isSent(known) ? await has(ghost, known.id) : false;
  if (isSent(known) && isThere && known.texts) return { ok: true, value: photoOf(figure, known) };
  let url = isSent(known) && isThere ? known.id : null;
  let hash = known?.sent;
  if (!url) {
    const rendition = await photos.rendition(figure, renditions);
    if (!rendition.ok) return { ...rendition, stop: true };
    const { bytes, type } = rendition.value;
    hash = await sha256(bytes);
    if (known?.id === ASKED) {
      const found = await arrived(ghost, known.url, bytes);
      if (!found.ok) return found;
      url = found.value;
    }
    if (!url) {
      // ASCII alone: Ghost mangles other names. The hash is of this destination and this file.
      const own = sha256Hex(`${publication.destinationId} ${key}`).slice(0, 16);
      const file = { name: `${name}-${own}.${endingOf(type)}`, bytes, type, ref: own };
      const month = new Date(ghost.clock() ?? now()).toISOString().slice(0, 7).replace('-', '/');
      await photos.remember(key, { id: ASKED, url: `${ghost.site.url}content/images/${month}/${file.name}` });
      const sent = await ghost.upload('images/upload/', imagesSchema, file);
      if (!sent.ok) return isRefused(sent) ? { ...sent, code: 'uploadRefused' } : sent;
      url = sent.value.images[0]!.url;
    }
    await photos.remember(key, { id: url, url, sent: hash });
  }
  const remote = { ...(await served(ghost, url)), sent: hash };
  if (remote.texts) await photos.remember(key, remote);
  return { ok: true, value: photoOf(figure, remote) };
}

const isRefused = ({ code, detail }: Trouble): boolean => code === 'badAnswer' && /^4\d\d /.test(detail ?? '');

/** Whether a file still stands there; where nobody can tell, it does. */
async function has(ghost: Ghost, url: string): Promise<boolean> {
  const there = await ghost.file(url, 'HEAD');
  return !there.ok || there.value !== null;
}

/** The address of a photo whose answer was lost; null where it never arrived. */
async function arrived(ghost: Ghost, url: string, bytes: Uint8Array): Promise<Outcome<string | null>> {
  for (const at of [originalOf(url), url]) {
    const there = await ghost.file(at);
    if (!there.ok) return there;
    if (there.value && Buffer.compare(there.value, bytes) === 0) return { ok: true, value: url };
  }
  return { ok: true, value: null };
}

/**
 * In which file readers find a photo's texts: Ghost makes its own copy, mostly without them, and keeps what it was sent. The
 * page is given that one, and no smaller copies of it. Where nobody can tell this time, Ghost's own.
 */
async function served(ghost: Ghost, url: string): Promise<RemotePhoto> {
  const holds = async (at: string): Promise<boolean | null> => {
    const file = await ghost.file(at);
    return file.ok ? file.value !== null && holdsTexts(file.value) : null;
  };
  const [copy, original] = [await holds(url), await holds(originalOf(url))];
  if (copy === null || original === null) return { id: url, url };
  if (original) return { id: url, url: originalOf(url), texts: 'full' };
  return { id: url, url, texts: copy ? 'full' : 'none' };
}

/** A photo as noted: `id` is the address of Ghost's own copy, `url` of the file that the page loads. */
export function photoOf(figure: Figure, { id, url, texts }: RemotePhoto): GhostPhoto {
  return { url, featured: id, ...drawnSize(figure), alone: texts === 'full' };
}

export const isSent = (known: RemotePhoto | null): known is RemotePhoto => known !== null && known.id !== ASKED;
