import type { Renditions } from '../../../../story/photo/renditions.ts';
import { readAsReaders, sentFiles } from '../readers.ts';
import type { Readers, Remote } from '../site.ts';
import type { PublishRun } from '../types.ts';
import type { WordPress } from './client.ts';
import type { Photo, Sent } from './site.ts';

/** A post and its photos as the site's readers get them, held against what was sent. */
export async function wordPressReaders(
  wp: WordPress,
  renditions: Renditions,
  run: PublishRun,
  remote: Remote,
  { title, content }: Sent,
  sent: ReadonlyMap<string, Photo>,
): Promise<Readers> {
  const files = await sentFiles(run, renditions, sent, ({ photo }) => photo.url);
  return readAsReaders(wp, remote.url, { title, content }, files);
}
