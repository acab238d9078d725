import {
  compareWordPress,
  fromWordPress,
  storyToWordPress,
  type WordPressPhoto,
  type WordPressPost,
} from '../../../../story/formats/wordpress/index.ts';
import { photoKey } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { safeLink } from '../../../../story/text/link.ts';
import { hasOwnSlug, storySlug } from '../../../../story/text/slug.ts';
import { storyPhotos } from '../photos.ts';
import type { Outcome, Published, PublishRun, Trouble } from '../types.ts';
import { account } from './account.ts';
import type { WordPress } from './client.ts';
import { type SentPhoto, sendPhoto } from './photos.ts';
import {
  createDraft,
  isStrangers,
  lookUpDraft,
  type Post,
  postSchema,
  postVersion,
  readPost,
  sameVersion,
} from './post.ts';
import { type Progress, parseProgress } from './progress.ts';

/**
 * One publication, from the start or from wherever an earlier run came: photos, then a draft under the job's own slug,
 * then one update that is safe to repeat, then the post read back. Whatever was asked without a clear answer is looked
 * up before it is asked again.
 */
export async function publishPost(
  site: WordPress,
  renditions: Renditions,
  run: PublishRun,
): Promise<Outcome<Published>> {
  const progress = parseProgress(run.progress);
  const figures = storyPhotos(run.publication.story);
  const rights = await account(site);
  if (!rights.ok) return rights;
  if (!rights.value.canPublish || (figures.length > 0 && !rights.value.canUpload))
    return { ok: false, code: 'notAllowed', detail: rights.value.name };

  let done = 0;
  const remotes = new Map<string, WordPressPhoto>();
  const served: SentPhoto['served'][] = [];
  const name = storySlug(run.publication.story.fields, 60);
  for (const figure of figures) {
    await run.keep('photos', done, progress);
    const sent = await sendPhoto(site, run, renditions, figure, `${name}-${done + 1}`);
    if (!sent.ok) return sent;
    remotes.set(photoKey(figure), sent.value.photo);
    served.push(sent.value.served);
    done += 1;
  }
  const { title, content, excerpt, slug } = storyToWordPress(run.publication.story, { photos: remotes });
  const featured = remotes.values().next().value?.id ?? 0;
  const isOwnSlug = hasOwnSlug(run.publication.story.fields);
  const post: Sent = { title, content, excerpt, slug, isOwnSlug, featured_media: featured };

  await run.keep('draft', done, progress);
  const found = await ownPost(site, run, progress, title);
  if (!found.ok) return found;
  done += 1;
  await run.keep('update', done, found.value);
  const updated = await updatePost(site, run, found.value, post, done);
  if (!updated.ok) return updated;
  done += 1;
  await run.keep('readBack', done, updated.value);
  const there = await readBack(site, updated.value, post);
  const notes = notesOf(served);
  return there.ok && notes.length > 0 ? { ok: true, value: { ...there.value, notes } } : there;
}

/** The first photo is also the one that themes and lists show, in copies of the site's own making. */
function notesOf([first, ...others]: readonly SentPhoto['served'][]): Published['notes'] & {} {
  if (first === 'none' || others.includes('none')) return ['photosBare'];
  return first === 'full' ? ['smallPhotosBare'] : [];
}

type Sent = WordPressPost & { featured_media: number; isOwnSlug: boolean };
type Reached = Progress & Required<Pick<Progress, 'postId' | 'operation'>>;

/** The one post of this story: the job's, the last receipt's, a lost or cancelled job's, or else a new draft. */
async function ownPost(site: WordPress, run: PublishRun, progress: Progress, title: string): Promise<Outcome<Reached>> {
  const { postId, operation } = progress;
  if (postId && operation) return { ok: true, value: { ...progress, postId, operation } };
  const { previous, key } = run.publication;
  if (previous && !progress.anew) {
    const id = Number(previous.remoteId);
    return { ok: true, value: { ...progress, postId: id, operation: 'updated', base: previous.remoteVersion } };
  }
  const made = (post: Post, base?: string): Outcome<Reached> => ({
    ok: true,
    value: { ...progress, postId: post.id, operation: 'created', base },
  });
  for (const { progress: stored } of run.abandoned) {
    const earlier = parseProgress(stored);
    if (!earlier.postId || earlier.operation !== 'created') continue;
    const post = await readPost(site, earlier.postId);
    if (!post.ok) return post;
    // Nobody knows who wrote what is already live there: with no base, a person is asked.
    if (post.value) return made(post.value, post.value.status === 'draft' ? postVersion(post.value) : earlier.base);
  }
  // A lost answer may have left a draft: asking again without looking would make a second one.
  const found = await lookUpDraft(site, [key, ...run.abandoned.map((job) => job.key)]);
  if (!found.ok) return found;
  if (found.value) return made(found.value, postVersion(found.value));
  const created = await createDraft(site, key, title);
  return created.ok ? made(created.value, postVersion(created.value)) : created;
}

async function updatePost(
  site: WordPress,
  run: PublishRun,
  progress: Reached,
  sent: Sent,
  done: number,
): Promise<Outcome<Reached>> {
  const now = await readPost(site, progress.postId);
  if (!now.ok) return now;
  if (!now.value) return { ok: false, code: 'remoteGone', stop: true };
  const version = postVersion(now.value);
  // Our own update, its answer lost.
  if (progress.live && differencesOf(sent, now.value).length === 0)
    return { ok: true, value: { ...progress, base: version } };
  const isSame = sameVersion(progress.base, version);
  const last = progress.operation === 'updated' ? run.publication.previous : null;
  if (!isSame && isStrangers(now.value, last)) return { ok: false, code: 'remoteGone', stop: true };
  if (!isSame) return conflict(run, progress, now.value, sent, done);
  const live: Reached = { ...progress, live: true };
  await run.keep('update', done, live);
  const { slug, isOwnSlug: _, ...rest } = sent;
  const body = { ...rest, status: 'publish', ...(givesAddress(progress, sent) && { slug }) };
  const answer = await site.write(`wp/v2/posts/${progress.postId}`, postSchema, body);
  if (answer.ok) return { ok: true, value: { ...live, base: postVersion(answer.value) } };
  if (isRefusal(answer)) await run.keep('update', done, progress);
  return answer;
}

/**
 * A published story keeps its address, whatever becomes of its headline; a slug that somebody gave it is its address from then
 * on (WordPress leads readers from the old one). Where the slug is taken, WordPress adds a number.
 */
const givesAddress = ({ operation }: Reached, { isOwnSlug }: Sent): boolean => operation === 'created' || isOwnSlug;

/** What the post says otherwise than what was sent; empty is proof of equality. */
function differencesOf(sent: Sent, post: Post): Published['differences'] {
  const { title, excerpt, content } = post;
  const differences = compareWordPress(sent, { title: title.raw, excerpt: excerpt.raw, content: content.raw });
  if (post.status !== 'publish') differences.push({ where: 'status', ours: 'publish', theirs: post.status });
  if (post.featured_media !== sent.featured_media)
    differences.push({ where: 'photo', ours: String(sent.featured_media), theirs: String(post.featured_media) });
  return differences;
}

const REFUSALS: ReadonlySet<Trouble['code']> = new Set([
  ...(['notAllowed', 'wrongPassword', 'remoteGone', 'redirected'] as const),
  ...(['refused', 'notFoundHost', 'certificate', 'insecureAddress'] as const),
]);
/** A clear no, or a request that never reached WordPress: nothing was changed. */
const isRefusal = ({ code, stop }: Trouble): boolean => stop === true || REFUSALS.has(code);

async function conflict(run: PublishRun, progress: Reached, post: Post, sent: Sent, done: number): Promise<Trouble> {
  await run.keep('update', done, { ...progress, shown: postVersion(post) });
  return {
    ok: false,
    code: 'conflict',
    detail: `status: ${post.status}`,
    conflict: {
      theirs: plainText(post.title.raw, post.content.raw),
      ours: plainText(sent.title, sent.content),
      modifiedAt: `${post.modified_gmt}.000Z`,
    },
  };
}

const plainText = (title: string, content: string): string =>
  [...fromWordPress(title), ...fromWordPress(content)].join('\n\n');

async function readBack(site: WordPress, progress: Reached, sent: Sent): Promise<Outcome<Published>> {
  const post = await readPost(site, progress.postId);
  if (!post.ok) return post;
  if (!post.value) return { ok: false, code: 'remoteGone', stop: true };
  const { id, link, slug } = post.value;
  // A receipt's address is opened by a click: only one of the web's is believed.
  const url = safeLink(link)?.startsWith('http') ? link : `${site.root.site}?p=${id}`;
  // The version that our own update left: whatever changed it since is somebody's, and a conflict the next time.
  const { operation, base: remoteVersion = '' } = progress;
  const differences = differencesOf(sent, post.value);
  if (givesAddress(progress, sent) && slug !== sent.slug)
    differences.push({ where: 'slug', ours: sent.slug, theirs: slug });
  return { ok: true, value: { remoteId: String(id), url, slug, remoteVersion, operation, differences } };
}
