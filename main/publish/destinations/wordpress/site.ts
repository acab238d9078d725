import type { Receipt } from '../../../../preload/contract.ts';
import {
  compareWordPress,
  storyToWordPress,
  type WordPressPhoto,
  type WordPressPost,
} from '../../../../story/formats/wordpress/index.ts';
import { drawnSize } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { standingDifferences } from '../remote.ts';
import type { Remote, Site, Wanted } from '../site.ts';
import type { PublishRun } from '../types.ts';
import { account } from './account.ts';
import type { WordPress } from './client.ts';
import { createFiling } from './filing.ts';
import { type SentPhoto, sendPhoto } from './photos.ts';
import { binDrafts, createDraft, lookUpDraft, remoteOf, type WordPressRemote, WP_STATUS, writePost } from './post.ts';
import { wordPressReaders } from './readers.ts';

export type Sent = WordPressPost & { featured_media: number };
export type Photo = SentPhoto & { photo: WordPressPhoto };

/** A WordPress as the way of a publication sees it. */
export function wordPressSite(wp: WordPress, renditions: Renditions, run: PublishRun): Site<Sent, Photo> {
  const served: SentPhoto['served'][] = [];
  const filing = createFiling(wp, run);
  return {
    clock: wp.clock,
    async may(operation, hasPhotos) {
      const rights = await account(wp);
      if (!rights.ok) return rights;
      const { id, name, canUpload, operations, forOthers } = rights.value;
      const author = run.publication.placement.authors?.[0];
      const isOwn = !author || forOthers || author.id === String(id);
      if (!operations.includes(operation) || !isOwn) return { ok: false, code: 'notAllowed', detail: name };
      return canUpload || !hasPhotos ? { ok: true, value: null } : { ok: false, code: 'mayNotUpload', detail: name };
    },
    settle: filing.settle,
    async upload(figure, name) {
      const sent = await sendPhoto(wp, run, renditions, figure, name);
      if (sent.ok) served.push(sent.value.served);
      return sent;
    },
    async known(figure) {
      const known = await run.photos.known(await run.photos.key(figure, renditions));
      if (!known?.texts) return null;
      const photo = { id: Number(known.id), url: known.url, ...drawnSize(figure), alone: known.texts !== 'all' };
      return { photo, served: known.texts };
    },
    compose(photos) {
      const remotes = new Map([...photos].map(([key, { photo }]) => [key, photo]));
      const { title, content, excerpt, slug } = storyToWordPress(run.publication.story, { photos: remotes });
      const featured_media = remotes.values().next().value?.id ?? 0;
      return { ok: true, value: { title, content, excerpt, slug, featured_media } };
    },
    find: (keys) => lookUpDraft(wp, keys),
    read: (id) => remoteOf(wp, id),
    create: (key, { title }) => createDraft(wp, key, title),
    tidy: (key, kept) => binDrafts(wp, key, kept),
    update(remote, { slug, ...rest }, { status, at, giveSlug }) {
      const date = dateFor(remote, { status, at }, wp.clock() ?? run.now());
      const filed = filing.over(remote as WordPressRemote);
      const body = { ...rest, ...filed, ...date, ...(giveSlug && { slug }), status: WP_STATUS[status] };
      return writePost(wp, remote.id, body);
    },
    withdraw: ({ id }) => writePost(wp, id, { status: 'draft' }),
    differences: (sent, remote, wanted) => [
      ...differencesOf(sent, remote as WordPressRemote, wanted, wp.clock() ?? run.now()),
      ...filing.differences(remote as WordPressRemote),
    ],
    ours: ({ title, excerpt, content }) => ({ title, standfirst: excerpt, html: content }),
    readers: (remote, sent, photos) => wordPressReaders(wp, renditions, run, remote, sent, photos),
    notes: () => notesOf(served),
  };
}

/** WordPress keeps what is due later as scheduled, whatever is said of its status: a date of ours decides. */
function dateFor(remote: Remote, { status, at }: Pick<Wanted, 'status' | 'at'>, now: number): { date_gmt?: string } {
  const gmt = (instant: string) => ({ date_gmt: instant.replace(/\.\d+Z$/, '') });
  if (status === 'scheduled' && at !== null) return gmt(at);
  return status === 'published' && remote.status === 'scheduled' ? gmt(new Date(now).toISOString()) : {};
}

/** What the post says otherwise than what was sent; empty is proof of equality. */
function differencesOf(sent: Sent, remote: WordPressRemote, wanted: Wanted, now: number): Receipt['differences'] {
  const { title, standfirst, html } = remote.theirs;
  const { featured, scheduledFor } = remote;
  const differences = compareWordPress(sent, { title, excerpt: standfirst, content: html });
  if (featured !== sent.featured_media)
    differences.push({ where: 'photo', ours: String(sent.featured_media), theirs: String(featured) });
  return [...differences, ...standingDifferences(remote, scheduledFor, wanted, now, (state) => WP_STATUS[state])];
}

/** The first photo is also the one that themes and lists show, in copies of the site's own making. */
function notesOf([first, ...others]: readonly SentPhoto['served'][]): Receipt['notes'] & {} {
  if (first === 'none' || others.includes('none')) return ['photosBare'];
  return first === 'full' ? ['smallPhotosBare'] : [];
}
