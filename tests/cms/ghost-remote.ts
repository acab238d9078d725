import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { GhostSite } from './ghost.ts';

export type GhostPost = {
  id: string;
  url: string;
  slug: string;
  status: string;
  title: string;
  html: string;
  lexical: string;
  custom_excerpt: string | null;
  feature_image: string | null;
  feature_image_alt: string | null;
  feature_image_caption: string | null;
  meta_title: string | null;
  og_title: string | null;
  updated_at: string;
  published_at: string | null;
  tags: { id: string; name: string }[];
};

/** Every post there is, whatever its status. */
export const ghostPosts = async (site: GhostSite): Promise<GhostPost[]> =>
  ((await site.api('posts/?formats=html,lexical&limit=100')) as { posts: GhostPost[] }).posts;

/** The photos that were sent, by the names of the files that Ghost kept as they came. */
export const ghostPhotos = (site: GhostSite): string[] =>
  readdirSync(path.join(site.dir, 'content/images'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /_o\.\w+$/.test(name) && !name.startsWith('size'))
    .sort();

/** As a colleague does it in Ghost's own editor. */
export async function changePost(site: GhostSite, change: Record<string, unknown>): Promise<GhostPost> {
  const [post] = await ghostPosts(site);
  const body = { posts: [{ ...change, updated_at: post!.updated_at }] };
  const { posts } = (await site.api(`posts/${post!.id}/`, { method: 'PUT', body })) as { posts: GhostPost[] };
  return posts[0]!;
}
