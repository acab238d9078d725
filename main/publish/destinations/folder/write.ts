import { storyToHtml } from '../../../../story/formats/html/index.ts';
import { canceledNinjs, storyToNinjs } from '../../../../story/formats/ninjs/index.ts';
import type { Story } from '../../../../story/model.ts';
import type { Rendition } from '../../../media/rendition.ts';
import type { Published } from '../types.ts';
import type { File } from './manifest.ts';
import { NINJS, PAGE } from './place.ts';

export type Photo = File & Rendition & { key: string };
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The story as an article page, its photos beside it. `at`: the instant it carries. */
export function pageFile(story: Story, photos: Photo[], at: string, operation: Published['operation']): File {
  const hrefs = new Map(
    photos.map(({ key, name, width, height, texts }) => {
      return [key, { href: name, width, height, sourceType: texts.aiLabel }] as const;
    }),
  );
  const about = operation === 'created' ? { publishedAt: at } : { modifiedAt: at };
  return { name: PAGE, bytes: utf8(storyToHtml(story, { photos: hrefs, about }).html) };
}

/** The story as ninjs, with absolute addresses, as ninjs wants them. */
export function ninjsFile(story: Story, photos: Photo[], at: string, url: (name: string) => string): File {
  const renditions = photos.map(({ key, name, type, width, height, bytes, texts }) => {
    const size = bytes.length;
    return [key, { href: url(name), contentType: type, width, height, size, sourceType: texts.aiLabel }] as const;
  });
  const options = { uri: `urn:uuid:${story.id}`, versionCreated: at, photos: new Map(renditions) };
  return { name: NINJS, bytes: utf8(`${JSON.stringify(storyToNinjs(story, options).item, null, 2)}\n`) };
}

/** What tells a watcher that the story was taken back. `version`: of the story that was published. */
export function canceledFile(story: Story, version: string, at: string): File {
  const item = canceledNinjs({ uri: `urn:uuid:${story.id}`, versionCreated: at, version });
  return { name: NINJS, bytes: utf8(`${JSON.stringify(item, null, 2)}\n`) };
}
