import type { RemoteState } from '../../../../preload/contract.ts';
import { safeLink } from '../../../../story/text/link.ts';
import { z } from '../../../../story/zod.ts';
import { draftSlug, versionOf } from '../remote.ts';
import type { Remote, Wanted } from '../site.ts';
import type { Outcome } from '../types.ts';
import type { WordPress } from './client.ts';

const text = z.object({ raw: z.string() });
/** A post as context=edit gives it; the fields this program writes or keeps. */
const postSchema = z.object({
  id: z.number().int().positive(),
  link: z.string(),
  slug: z.string(),
  status: z.string(),
  modified_gmt: z.string(),
  date_gmt: z.string().nullish(),
  title: text,
  content: text,
  excerpt: text,
  featured_media: z.number(),
  author: z.number(),
  // A site may have taken them from its posts.
  categories: z.array(z.number()).catch([]),
  tags: z.array(z.number()).catch([]),
});
type Post = z.infer<typeof postSchema>;

/** The remote story, and what else is compared. */
export type WordPressRemote = Remote & {
  featured: number;
  scheduledFor: string;
  author: number;
  categories: number[];
  tags: number[];
};

export const WP_STATUS: Record<Wanted['status'], string> = {
  published: 'publish',
  scheduled: 'future',
  pending: 'pending',
  private: 'private',
  draft: 'draft',
};
const stateOf = (status: string): RemoteState =>
  (Object.keys(WP_STATUS) as Wanted['status'][]).find((state) => WP_STATUS[state] === status) ?? 'draft';

/** A scheduled post whose hour has come is no other one. */
function postVersion(post: Post): string {
  const status = post.status === WP_STATUS.scheduled ? WP_STATUS.published : post.status;
  const ours = [status, post.slug, post.title.raw, post.content.raw, post.excerpt.raw, post.featured_media];
  return versionOf(post.modified_gmt, ours);
}

function toRemote(wp: WordPress, post: Post): WordPressRemote {
  const { id, link, slug, title, content, excerpt, author, categories, tags } = post;
  return {
    id: String(id),
    // A receipt's address is opened by a click: only one of the web's is believed.
    url: safeLink(link)?.startsWith('http') ? link : `${wp.root.site}?p=${id}`,
    slug,
    status: stateOf(post.status),
    version: postVersion(post),
    modifiedAt: instantOf(post.modified_gmt),
    theirs: { title: title.raw, standfirst: excerpt.raw, html: content.raw },
    ...{ author, categories, tags },
    featured: post.featured_media,
    scheduledFor: instantOf(post.date_gmt ?? ''),
  };
}

/** WordPress writes UTC without saying so. */
const instantOf = (gmt: string): string => (gmt === '' || gmt.endsWith('Z') ? gmt : `${gmt}.000Z`);

const outcome = (wp: WordPress, post: Outcome<Post>): Outcome<WordPressRemote> =>
  post.ok ? { ok: true, value: toRemote(wp, post.value) } : post;

/** The post, or null where it is gone or in the bin. */
export async function remoteOf(wp: WordPress, id: string): Promise<Outcome<WordPressRemote | null>> {
  const post = await wp.read(`wp/v2/posts/${encodeURIComponent(id)}`, postSchema);
  if (post.ok && post.value.status === 'trash') return { ok: true, value: null };
  return !post.ok && post.code === 'remoteGone' ? { ok: true, value: null } : outcome(wp, post);
}

/** The draft that one of these jobs made, whatever became of the answer. */
export async function lookUpDraft(wp: WordPress, keys: readonly string[]): Promise<Outcome<WordPressRemote | null>> {
  const slug = keys.map(draftSlug).join(',');
  const query = { slug, status: 'any', orderby: 'id', order: 'asc' };
  const found = await wp.read('wp/v2/posts', z.array(postSchema), query);
  if (!found.ok) return found;
  const [first] = found.value;
  return { ok: true, value: first ? toRemote(wp, first) : null };
}

/** WordPress has no idempotency key, and gives a repeated slug a "-2". */
export const createDraft = async (wp: WordPress, key: string, title: string): Promise<Outcome<WordPressRemote>> =>
  outcome(wp, await wp.write('wp/v2/posts', postSchema, { title, status: 'draft', slug: draftSlug(key) }));

/** Only what is as `createDraft` left it: a text that somebody has put into one is theirs. */
export async function binDrafts(wp: WordPress, key: string, kept: string): Promise<Outcome<null>> {
  const slug = draftSlug(key);
  const slugs = [slug, ...[2, 3, 4, 5].map((number) => `${slug}-${number}`)].join(',');
  const found = await wp.read('wp/v2/posts', z.array(postSchema), { slug: slugs, status: 'draft' });
  if (!found.ok) return found;
  for (const { id, content } of found.value) {
    if (String(id) === kept || content.raw !== '') continue;
    const binned = await wp.write(`wp/v2/posts/${id}`, z.object({ id: z.number() }), {}, { _method: 'DELETE' });
    if (!binned.ok && binned.code !== 'remoteGone') return binned;
  }
  return { ok: true, value: null };
}

export const writePost = async (
  wp: WordPress,
  id: string,
  body: Record<string, unknown>,
): Promise<Outcome<WordPressRemote>> =>
  outcome(wp, await wp.write(`wp/v2/posts/${encodeURIComponent(id)}`, postSchema, body));
