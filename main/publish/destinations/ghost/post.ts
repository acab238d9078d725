import type { RemoteState } from '../../../../preload/contract.ts';
import { htmlEscape } from '../../../../story/formats/escape.ts';
import type { GhostReadBack } from '../../../../story/formats/ghost/index.ts';
import { safeLink } from '../../../../story/text/link.ts';
import { z } from '../../../../story/zod.ts';
import { draftSlug, versionOf } from '../remote.ts';
import type { Remote } from '../site.ts';
import type { Outcome } from '../types.ts';
import type { Ghost } from './client.ts';

const text = z.string().nullable();
/** A post of the Admin API with `formats=html,lexical`; the fields this program writes or keeps. */
const postSchema = z.object({
  id: z.string(),
  url: z.string(),
  slug: z.string(),
  status: z.string(),
  title: z.string(),
  updated_at: z.string(),
  published_at: text,
  lexical: text,
  html: text,
  custom_excerpt: text,
  feature_image: text,
  feature_image_alt: text,
  feature_image_caption: text,
  meta_title: text,
  og_title: text,
  tags: z.array(z.object({ id: z.string(), name: z.string() })),
  authors: z.array(z.object({ id: z.string() })),
});
type Post = z.infer<typeof postSchema>;
const postsSchema = z.object({ posts: z.array(postSchema).length(1) });
const FORMATS = { formats: 'html,lexical' };

/** The remote story, and what else is compared or has to be sent along. */
export type GhostRemote = Remote & {
  there: GhostReadBack;
  updatedAt: string;
  publishedAt: string | null;
  authors: string[];
};

/** `sent` is a post that went out as a newsletter alone. */
const STATES: Readonly<Record<string, RemoteState>> = {
  published: 'published',
  scheduled: 'scheduled',
  sent: 'published',
};

/** A scheduled post whose hour has come is no other one. */
function postVersion(post: Post): string {
  const status = post.status === 'scheduled' ? 'published' : post.status;
  const ours = [status, post.slug, post.title, post.lexical, post.html, post.custom_excerpt, post.feature_image];
  return versionOf(post.updated_at, ours);
}

function toRemote(ghost: Ghost, post: Post): GhostRemote {
  const { id, slug, title, custom_excerpt, updated_at, published_at, tags, authors } = post;
  const html = post.html ?? '';
  return {
    ...{
      id,
      slug,
      version: postVersion(post),
      modifiedAt: updated_at,
      updatedAt: updated_at,
      publishedAt: published_at,
    },
    // A receipt's address is opened by a click: only one of the web's is believed.
    url: safeLink(post.url)?.startsWith('http') ? post.url : ghost.site.url,
    status: STATES[post.status] ?? 'draft',
    theirs: { title: htmlEscape.text(title), standfirst: htmlEscape.text(custom_excerpt ?? ''), html },
    there: { ...post, html, tags: tags.map(({ name }) => name) },
    authors: authors.map((author) => author.id),
  };
}

const outcome = (ghost: Ghost, answer: Outcome<z.infer<typeof postsSchema>>): Outcome<GhostRemote> =>
  answer.ok ? { ok: true, value: toRemote(ghost, answer.value.posts[0]!) } : answer;

async function lookUp(ghost: Ghost, path: string): Promise<Outcome<GhostRemote | null>> {
  const found = await ghost.read(path, postsSchema, FORMATS);
  return !found.ok && found.code === 'remoteGone' ? { ok: true, value: null } : outcome(ghost, found);
}

/** The post, or null where it is gone: Ghost has no bin. */
export const remoteOf = (ghost: Ghost, id: string): Promise<Outcome<GhostRemote | null>> =>
  lookUp(ghost, `posts/${encodeURIComponent(id)}/`);

/** The draft that one of these jobs made, whatever became of the answer. */
export async function lookUpDraft(ghost: Ghost, keys: readonly string[]): Promise<Outcome<GhostRemote | null>> {
  for (const key of keys) {
    const found = await lookUp(ghost, `posts/slug/${draftSlug(key)}/`);
    if (!found.ok || found.value) return found;
  }
  return { ok: true, value: null };
}

/** Ghost has no idempotency key, and gives a repeated slug a "-2". */
export const createDraft = async (ghost: Ghost, key: string, title: string): Promise<Outcome<GhostRemote>> =>
  outcome(
    ghost,
    await ghost.write(
      'POST',
      'posts/',
      postsSchema,
      { posts: [{ title, slug: draftSlug(key), status: 'draft' }] },
      FORMATS,
    ),
  );

/** `updated_at` of the version that is changed: Ghost refuses (409) where somebody has saved another one since. */
export const writePost = async (
  ghost: Ghost,
  { id, updatedAt }: Pick<GhostRemote, 'id' | 'updatedAt'>,
  body: Record<string, unknown>,
): Promise<Outcome<GhostRemote>> =>
  outcome(
    ghost,
    await ghost.write(
      'PUT',
      `posts/${encodeURIComponent(id)}/`,
      postsSchema,
      { posts: [{ ...body, updated_at: updatedAt }] },
      FORMATS,
    ),
  );
