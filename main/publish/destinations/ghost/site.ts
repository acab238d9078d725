import type { Receipt } from '../../../../preload/contract.ts';
import { htmlEscape } from '../../../../story/formats/escape.ts';
import {
  compareGhost,
  type GhostPhoto,
  type GhostPost,
  storyToGhost,
  tooLongForGhost,
} from '../../../../story/formats/ghost/index.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { standingDifferences } from '../remote.ts';
import type { Site, Wanted } from '../site.ts';
import type { PublishRun } from '../types.ts';
import { account } from './account.ts';
import type { Ghost } from './client.ts';
import { isSent, photoOf, sendPhoto } from './photos.ts';
import { createDraft, type GhostRemote, lookUpDraft, remoteOf, writePost } from './post.ts';
import { ghostReaders } from './readers.ts';
import { tagIds } from './tags.ts';

/** `tagIds`: chosen by a person there; without them the names in `tags` are looked up. `authors`: null leaves them be. */
export type Sent = GhostPost & { tagIds: string[] | null; authors: string[] | null };

/** A Ghost as the way of a publication sees it. */
export function ghostSite(ghost: Ghost, renditions: Renditions, run: PublishRun): Site<Sent, GhostPhoto> {
  const shown: GhostPhoto[] = [];
  const now = () => ghost.clock() ?? run.now();
  return {
    clock: ghost.clock,
    async may(operation, hasPhotos) {
      const rights = await account(ghost);
      if (!rights.ok) return rights;
      const { name, canUpload, operations } = rights.value;
      if (!operations.includes(operation) || (hasPhotos && !canUpload))
        return { ok: false, code: 'notAllowed', detail: name };
      const long = operation === 'unpublish' ? null : tooLongForGhost(run.publication.story);
      return long
        ? { ok: false, code: 'tooLongForServer', stop: true, detail: `${long.part}: ${long.length} > ${long.most}` }
        : { ok: true, value: null };
    },
    async upload(figure, name) {
      const sent = await sendPhoto(ghost, run, renditions, figure, name);
      if (sent.ok) shown.push(sent.value);
      return sent;
    },
    async known(figure) {
      const known = await run.photos.known(await run.photos.key(figure, renditions));
      return isSent(known) && known.texts ? photoOf(figure, known) : null;
    },
    compose(photos) {
      const { story, placement } = run.publication;
      const { warnings: _, ...post } = storyToGhost(story, { photos });
      const chosen = placement.tags;
      const authors = placement.authors?.map(({ id }) => id).filter((id) => id !== '') ?? [];
      // One that was typed, not chosen, is looked up like those of the story.
      const areIds = chosen?.every(({ id }) => id !== '') ?? false;
      return {
        ok: true,
        value: {
          ...post,
          ...(chosen && { tags: chosen.map(({ name }) => name) }),
          tagIds: chosen && areIds ? chosen.map(({ id }) => id) : null,
          authors: authors.length > 0 ? authors : null,
        },
      };
    },
    find: (keys) => lookUpDraft(ghost, keys),
    read: (id) => remoteOf(ghost, id),
    create: (key, { title }) => createDraft(ghost, key, title),
    async update(remote, sent, { status, at, giveSlug }) {
      const { html: _, tags, slug, tagIds: chosen, authors, ...fields } = sent;
      const found = chosen ? null : await tagIds(ghost, tags);
      if (found && !found.ok) return { ...found, stop: found.stop ?? false };
      const ids = chosen ?? found?.value.map(({ id }) => id) ?? [];
      return writePost(ghost, remote as GhostRemote, {
        ...fields,
        tags: ids.map((id) => ({ id })),
        ...(authors && { authors: authors.map((id) => ({ id })) }),
        ...(giveSlug && { slug }),
        status,
        ...dateFor(remote as GhostRemote, { status, at }, now()),
      });
    },
    withdraw: (remote) => writePost(ghost, remote as GhostRemote, { status: 'draft' }),
    differences: (sent, remote, wanted) => differencesOf(sent, remote as GhostRemote, wanted, now()),
    ours: ({ title, custom_excerpt, html }) => ({
      title: htmlEscape.text(title),
      standfirst: htmlEscape.text(custom_excerpt ?? ''),
      html,
    }),
    readers: (remote, sent, photos) => ghostReaders(ghost, renditions, run, remote, sent, photos),
    notes: () => notesOf(shown),
  };
}

/** What Ghost is told of the hour: it refuses to publish a post at once whose hour it has in the future. */
function dateFor(
  { publishedAt }: GhostRemote,
  { status, at }: Pick<Wanted, 'status' | 'at'>,
  now: number,
): { published_at?: string } {
  if (status === 'scheduled' && at !== null) return { published_at: at };
  const isAhead = publishedAt !== null && Date.parse(publishedAt) > now;
  return status === 'published' && isAhead ? { published_at: new Date(now).toISOString() } : {};
}

/** What the post says otherwise than what was sent; empty is proof of equality. */
function differencesOf(sent: Sent, remote: GhostRemote, wanted: Wanted, now: number): Receipt['differences'] {
  const differences = compareGhost(sent, { ...remote.there, tags: spelled(sent.tags, remote.there.tags) });
  differences.push(...standingDifferences(remote, remote.publishedAt ?? '', wanted, now));
  if (sent.authors && sent.authors.join() !== remote.authors.join())
    differences.push({ where: 'author', ours: sent.authors.join(', '), theirs: remote.authors.join(', ') });
  return differences;
}

/** A tag that the site spells with other capitals is the same tag. */
const spelled = (ours: readonly string[], theirs: readonly string[]): string[] =>
  theirs.map((tag, at) => (ours[at]?.toLocaleLowerCase('vi') === tag.toLocaleLowerCase('vi') ? ours[at] : tag));

/** Lists and cards show copies of Ghost's own making, which hold no texts; the page itself our file where it can. */
function notesOf(photos: readonly GhostPhoto[]): Receipt['notes'] & {} {
  if (photos.some(({ alone }) => !alone)) return ['photosBare'];
  return photos.length > 0 ? ['smallPhotosBare'] : [];
}
