import { createHash } from 'node:crypto';
import type { Result } from '../../../../preload/contract.ts';
import { sha256Hex } from '../../../../story/canonical.ts';
import { photoFields, type WordPressPhoto } from '../../../../story/formats/wordpress/index.ts';
import type { Figure } from '../../../../story/model.ts';
import { drawnSize } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { z } from '../../../../story/zod.ts';
import type { Encoded } from '../../../media/encode.ts';
import { sha256 } from '../../../media/files.ts';
import { endingOf } from '../../../media/rendition.ts';
import { stillAtWork } from '../own.ts';
import type { Outcome, PublishRun, RemotePhoto } from '../types.ts';
import type { WordPress } from './client.ts';
import { type Served, servedTexts } from './served.ts';

const text = z.object({ raw: z.string() });
const mediaSchema = z.object({
  id: z.number().int().positive(),
  source_url: z.string(),
  title: text,
  caption: text,
  description: text,
  alt_text: z.string(),
  // Absent where the server has no image library.
  media_details: z
    .object({
      width: z.number().optional(),
      height: z.number().optional(),
      /** The smaller copies that the site has made, by name. */
      sizes: z.record(z.string(), z.object({ source_url: z.string(), width: z.number() })).catch({}),
    })
    .catch({ sizes: {} }),
});
type Media = z.infer<typeof mediaSchema>;

/** Of this destination and this file alone: what has it is ours, and no colleague's upload is taken for it. */
const mediaSlug = (destinationId: string, key: string): string =>
  `photo-${sha256Hex(`${destinationId} ${key}`).slice(0, 32)}`;

export type SentPhoto = { photo: WordPressPhoto; served: Served | null };

/**
 * Sees to it that a photo is in the media library once, with its texts. A photo is found again by our own note of it,
 * else by its slug: an upload whose answer was lost may have been stored.
 */
export async function sendPhoto(
  site: WordPress,
  { photos, publication }: Pick<PublishRun, 'photos' | 'publication'>,
  renditions: Renditions,
  figure: Figure,
  name: string,
): Promise<Outcome<SentPhoto>> {
  const key = await photos.key(figure, renditions);
  const slug = mediaSlug(publication.destinationId, key);
  const known = await photos.known(key);
  let media: Outcome<Media | null> = { ok: true, value: null };
  let hash = known?.sent;
  if (known) media = await readMedia(site, known);
  if (media.ok && !media.value) media = await lookUpMedia(site, slug);
  if (media.ok && !media.value) {
    const rendition = await photos.rendition(figure, renditions);
    if (rendition.ok) hash = await sha256(rendition.value.bytes);
    media = await upload(site, rendition, name, slug);
  }
  if (!media.ok) return media;
  const item = media.value as Media;
  const remote: RemotePhoto = { id: String(item.id), url: item.source_url, ...(hash && { sent: hash }) };
  const isSame = known?.id === remote.id && known.url === remote.url;
  // Kept before anything else is asked.
  if (!isSame) await photos.remember(key, remote);
  const texts = photoFields(figure);
  const same =
    item.alt_text === texts.alt_text &&
    (['title', 'caption', 'description'] as const).every((field) => item[field].raw === texts[field]);
  if (!same) {
    const written = await site.write(`wp/v2/media/${item.id}`, mediaSchema, texts);
    if (!written.ok) return written;
  }
  const served = (isSame && known.texts) || (await servedTexts(site, item));
  if (served && !(isSame && known.texts)) await photos.remember(key, { ...remote, texts: served });
  const drawn = drawnSize(figure);
  const { width = drawn.width, height = drawn.height } = item.media_details;
  // Where it cannot be told the page loads the file that we sent.
  const photo = { id: item.id, url: item.source_url, width, height, alone: served !== 'all' };
  return { ok: true, value: { photo, served } };
}

/** The photo as we noted it. One of that number at another address is another one: the destination moved. */
async function readMedia(site: WordPress, { id, url }: RemotePhoto): Promise<Outcome<Media | null>> {
  const media = await site.read(`wp/v2/media/${encodeURIComponent(id)}`, mediaSchema);
  if (!media.ok) return media.code === 'remoteGone' ? { ok: true, value: null } : media;
  return media.value.source_url === url ? media : { ok: true, value: null };
}

async function lookUpMedia(site: WordPress, slug: string): Promise<Outcome<Media | null>> {
  const found = await site.read('wp/v2/media', z.array(mediaSchema), { slug });
  return found.ok ? { ok: true, value: found.value[0] ?? null } : found;
}

/** Raw bytes: multipart misreports what is too large. The MD5 makes WordPress refuse (412) what arrived cut short. */
async function upload(
  site: WordPress,
  rendition: Result<Encoded>,
  name: string,
  slug: string,
): Promise<Outcome<Media>> {
  if (!rendition.ok) return { ...rendition, stop: true };
  const { bytes, type } = rendition.value;
  // Where the name is taken WordPress adds a number: what finds the photo again is the slug.
  const filename = `${name}.${endingOf(type)}`;
  const headers = {
    'content-disposition': `attachment; filename="${filename}"`,
    'content-md5': createHash('md5').update(bytes).digest('hex'),
  };
  const sent = await site.write('wp/v2/media', mediaSchema, { bytes, type, headers }, { slug });
  return sent.ok ? sent : stillAtWork(sent);
}
