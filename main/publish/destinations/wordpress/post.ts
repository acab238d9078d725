import { sha256Hex } from '../../../../story/canonical.ts';
import { z } from '../../../../story/zod.ts';
import type { Outcome } from '../types.ts';
import type { WordPress } from './client.ts';

const text = z.object({ raw: z.string() });
/** A post as context=edit gives it; the fields this program writes or keeps. */
export const postSchema = z.object({
  id: z.number().int().positive(),
  link: z.string(),
  slug: z.string(),
  status: z.string(),
  modified_gmt: z.string(),
  title: text,
  content: text,
  excerpt: text,
  featured_media: z.number(),
});
export type Post = z.infer<typeof postSchema>;

/**
 * The slug of a job's draft: no stranger's story has it, so whatever a look-up finds by it is this job's own.
 * WordPress has no idempotency key, and gives a repeated slug a "-2".
 */
export const draftSlug = (key: string): string => `copydesk-${sha256Hex(key).slice(0, 32)}`;

/**
 * What an update of ours would overwrite, and when it last changed. Only the hash is compared: `modified_gmt` counts
 * whole seconds (a change in the same second would be lost) and moves with every new category or tag, which we keep.
 */
export function postVersion(post: Post): string {
  const ours = [post.status, post.slug, post.title.raw, post.content.raw, post.excerpt.raw, post.featured_media];
  return `${post.modified_gmt} ${sha256Hex(JSON.stringify(ours))}`;
}
export const sameVersion = (a: string | undefined, b: string): boolean => a?.split(' ')[1] === b.split(' ')[1];

/**
 * Whether a post that is not as our last update left it is somebody else's altogether: of the same number, but on another
 * host and with another slug. The destination was given another site's address then.
 */
export const isStrangers = (post: Post, last: { url: string; slug: string } | null): boolean =>
  last !== null && post.slug !== last.slug && URL.parse(post.link)?.host !== URL.parse(last.url)?.host;

/** The post, or null where it is gone or in the bin. */
export async function readPost(site: WordPress, id: number): Promise<Outcome<Post | null>> {
  const post = await site.read(`wp/v2/posts/${id}`, postSchema);
  if (post.ok) return post.value.status === 'trash' ? { ok: true, value: null } : post;
  return post.code === 'remoteGone' ? { ok: true, value: null } : post;
}

/** The draft that one of these jobs made, whatever became of the answer. */
export async function lookUpDraft(site: WordPress, keys: readonly string[]): Promise<Outcome<Post | null>> {
  const slug = keys.map(draftSlug).join(',');
  const found = await site.read('wp/v2/posts', z.array(postSchema), {
    slug,
    status: 'any',
    orderby: 'id',
    order: 'asc',
  });
  return found.ok ? { ok: true, value: found.value[0] ?? null } : found;
}

export const createDraft = (site: WordPress, key: string, title: string): Promise<Outcome<Post>> =>
  site.write('wp/v2/posts', postSchema, { title, status: 'draft', slug: draftSlug(key) });
