import { holdsTexts } from '../served-file.ts';
import type { RemotePhoto } from '../types.ts';
import type { WordPress } from './client.ts';

type Item = { source_url: string; media_details: { sizes?: Record<string, { source_url: string; width: number }> } };
export type Served = NonNullable<RemotePhoto['texts']>;

/**
 * In which files of a photo readers still find its texts: WordPress makes smaller copies, with Imagick, which keeps them, or
 * with GD, which does not; and plug-ins that shrink files may take them out of ours, too. Looked at as a reader gets them.
 * null: could not be told this time.
 */
export async function servedTexts(site: WordPress, { source_url: own, media_details }: Item): Promise<Served | null> {
  const smallest = Object.values(media_details.sizes ?? {})
    .filter((copy) => copy.source_url !== own && isBeside(copy.source_url, own))
    .sort((a, b) => a.width - b.width)[0];
  const full = await holds(site, own);
  if (full === null) return null;
  if (!full) return 'none';
  const small = smallest ? await holds(site, smallest.source_url) : true;
  return small === null ? null : small ? 'all' : 'full';
}

async function holds(site: WordPress, url: string): Promise<boolean | null> {
  const file = await site.file(url);
  return file.ok ? holdsTexts(file.value) : null;
}

/** What a site names is asked for only where the photo itself is. */
const isBeside = (url: string, own: string): boolean => URL.parse(url)?.origin === URL.parse(own)?.origin;
