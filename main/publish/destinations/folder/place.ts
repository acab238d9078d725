import type { Story } from '../../../../story/model.ts';
import { storySlug } from '../../../../story/text/slug.ts';
import type { Files } from './files.ts';

/** Characters of a folder's name: systems limit whole paths. */
export const MAX_NAME = 60;
export const PAGE = 'index.html';
export const NINJS = 'story.ninjs.json';

/**
 * The name of a story's folder: the one it has, else its slug, else its slug and a part of its id where the slug is
 * taken. A folder is the story's when its ninjs names the story, or when this job has made it.
 */
export async function storyFolder(
  files: Files,
  story: Story,
  made: string | undefined,
  had: string | undefined,
): Promise<string> {
  const slug = storySlug(story.fields, MAX_NAME);
  const names = [made, had, slug, `${slug}-${story.id.slice(-8)}`].filter((name) => name !== undefined);
  for (const name of names) {
    const owner = await ownerOf(files, name, story.id);
    if (owner === 'nobody' || owner === 'story' || (owner === 'unknown' && name === made)) return name;
  }
  return `${slug}-${story.id}`;
}

async function ownerOf(
  files: Files,
  folder: string,
  storyId: string,
): Promise<'nobody' | 'story' | 'other' | 'unknown'> {
  const names = await files.list(folder);
  if (!names) return 'nobody';
  if (!names.includes(NINJS)) return 'unknown';
  const ninjs = new TextDecoder().decode((await files.read(`${folder}/${NINJS}`)) ?? new Uint8Array());
  return ninjs.includes(storyId) ? 'story' : 'other';
}
