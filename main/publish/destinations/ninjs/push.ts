import {
  compareNinjs,
  type NinjsItem,
  ninjsFingerprint,
  ninjsWords,
  parseNinjs,
} from '../../../../story/formats/ninjs/compare.ts';
import { photoKey } from '../../../../story/photo/recipe.ts';
import { renditionsOf } from '../../../../story/photo/renditions.ts';
import { storySlug } from '../../../../story/text/slug.ts';
import { untimely } from '../clocks.ts';
import { storyPhotos } from '../photos.ts';
import type { Outcome, Published, PublishRun, Standing, Trouble } from '../types.ts';
import { wordsOf } from '../words.ts';
import { isPage, isSuccess, type Receiver } from './client.ts';
import type { About, Config, Dialect, SentPhoto } from './dialect.ts';
import { isRefusal, troubleOf } from './errors.ts';
import { sendPhoto } from './photos.ts';
import { type Addresses, type Progress, parseProgress, parseVersion, versionText } from './progress.ts';
import { readItem, standingOf } from './readback.ts';
import { itemAddresses } from './said.ts';

export type Push = { config: Config; dialect: Dialect; receiver: Receiver };

/** The same at every receiver and for every machine that has the story. */
export const uriOf = (storyId: string): string => `urn:uuid:${storyId}`;

/**
 * One publication, from the start or from wherever an earlier run came: the photos, then the item, whole. Sending it again
 * after an answer that never came is harmless: it is the same item, of the same version, byte for byte.
 */
export async function pushStory(push: Push, run: PublishRun): Promise<Outcome<Published>> {
  const { dialect, receiver, config } = push;
  const { story, operation, at, previous } = run.publication;
  let progress = parseProgress(run.progress);
  if (!dialect.operations.includes(operation)) return { ok: false, code: 'notOffered', detail: operation, stop: true };
  const withdraws = operation === 'unpublish';
  if (withdraws && !previous) return { ok: false, code: 'notPublished', stop: true };
  const late = () => untimely(story, operation, at, { ours: run.now(), theirs: receiver.clock() });
  // What was sent already is finished.
  const early = progress.live ? null : late();
  if (early) return early;
  // Nothing was sent yet: a job may have waited for days.
  if (!progress.live || !progress.at) progress = { ...progress, at: new Date(run.now()).toISOString() };

  const figures = withdraws ? [] : storyPhotos(story);
  const address = dialect.mediaAddress(config);
  if (figures.length > 0 && !address) return { ok: false, code: 'noMediaAddress', stop: true };
  const photos = new Map<string, SentPhoto>();
  for (const figure of address ? figures : []) {
    await run.keep('photos', photos.size, progress);
    const sent = await sendPhoto({ receiver, dialect, address: address as string }, run, renditionsOf(config), figure);
    if (!sent.ok) return sent;
    photos.set(photoKey(figure), sent.value);
  }
  const about = aboutOf(run, progress);
  const item = withdraws ? dialect.canceled(about) : dialect.item(story, about, photos, at ?? undefined);

  let echo: NinjsItem | null = null;
  if (!progress.accepted) {
    await run.keep('update', photos.size, progress);
    const changed = withdraws || progress.live ? null : await changedThere(push, run, progress, about.uri);
    if (changed?.ok && changed.value) return conflict(run, progress, changed.value, item, photos.size);
    if (changed && !changed.ok) return changed;
    const nowEarly = progress.live ? null : late();
    if (nowEarly) return nowEarly;
    const sent = await sendItem(push, run, progress, item, about, photos.size);
    if (!sent.ok) return sent;
    echo = sent.value.echo;
    progress = { ...progress, live: true, accepted: sent.value.addresses };
  }
  await run.keep('readBack', photos.size + 1, progress);
  return receiptOf(push, run, progress.accepted ?? { readers: null, data: null }, item, about, echo);
}

/** The version grows from one publication to the next, whatever the clock does. */
function aboutOf({ publication: { story, previous } }: PublishRun, { at = '' }: Progress): About {
  const last = Number(parseVersion(previous?.remoteVersion ?? '').version);
  const version = String(Math.max(Date.parse(at), Number.isSafeInteger(last) ? last + 1 : 0));
  return { uri: uriOf(story.id), version, versionCreated: at };
}

/** What stands there where it is not what our last receipt left; null: nothing stands against ours, as far as one can know. */
async function changedThere(
  { receiver }: Push,
  run: PublishRun,
  { base, anew }: Progress,
  uri: string,
): Promise<Outcome<Standing | null>> {
  const last = run.publication.previous;
  const { address } = parseVersion(last?.remoteVersion ?? '');
  if (!last || address === '' || anew) return { ok: true, value: null };
  const read = await readItem(receiver, address, uri);
  if (!read.ok) return read;
  if (read.value === null && last.status !== 'withdrawn') return { ok: false, code: 'remoteGone', stop: true };
  if (read.value === null || read.value === 'unreadable') return { ok: true, value: null };
  const standing = standingOf(read.value, address, run.now());
  const known = [last.remoteVersion, base ?? ''].map((version) => parseVersion(version).fingerprint);
  return { ok: true, value: known.includes(parseVersion(standing.version).fingerprint) ? null : standing };
}

async function conflict(
  run: PublishRun,
  progress: Progress,
  { version, theirs, modifiedAt, status }: Standing,
  item: object,
  done: number,
): Promise<Trouble> {
  await run.keep('update', done, { ...progress, shown: version });
  const sides = { theirs: wordsOf(theirs), ours: wordsOf(ninjsWords(item as NinjsItem)), modifiedAt, version };
  return { ok: false, code: 'conflict', detail: `status: ${status}`, conflict: sides };
}

async function sendItem(
  { receiver, config: { url } }: Push,
  run: PublishRun,
  progress: Progress,
  item: object,
  { uri, version }: About,
  done: number,
): Promise<Outcome<{ addresses: Addresses; echo: NinjsItem | null }>> {
  await run.keep('update', done, { ...progress, live: true });
  const headers = { 'content-type': 'application/json', 'idempotency-key': `"${uri} ${version}"` };
  const answer = await receiver.ask({ method: 'POST', url, headers, body: JSON.stringify(item) });
  // 409 to a repetition: the first one arrived, its answer did not.
  const isTaken =
    answer.ok &&
    ((isSuccess(answer.value) && !isPage(answer.value)) || (answer.value.status === 409 && progress.live === true));
  if (answer.ok && isTaken)
    return {
      ok: true,
      value: { addresses: itemAddresses(answer.value, url), echo: parseNinjs(answer.value.json(), uri) },
    };
  const trouble = answer.ok ? troubleOf(answer.value) : answer;
  // A no to a repetition says nothing of the first one.
  if (isRefusal(trouble)) await run.keep('update', done, progress);
  return trouble;
}

async function receiptOf(
  { receiver }: Push,
  run: PublishRun,
  { readers, data }: Addresses,
  item: object,
  { uri, version }: About,
  echo: NinjsItem | null,
): Promise<Outcome<Published>> {
  const { story, operation, at, previous } = run.publication;
  const read: Outcome<NinjsItem | 'unreadable' | null> = data
    ? await readItem(receiver, data, uri)
    : { ok: true, value: echo ?? 'unreadable' };
  if (!read.ok) return read;
  const withdraws = operation === 'unpublish';
  // Gone is what was asked for, or else somebody's doing in these seconds.
  if (read.value === null && !withdraws) return { ok: false, code: 'remoteGone', stop: true };
  const there = read.value === 'unreadable' ? null : read.value;
  const fingerprint = there ? ninjsFingerprint(there) : '-';
  const isThere = there !== null;
  return {
    ok: true,
    value: {
      ...{ remoteId: uri, url: readers ?? data ?? '', slug: storySlug(story.fields) },
      remoteVersion: versionText({ version, fingerprint, address: isThere && data ? data : '' }),
      operation: withdraws ? 'withdrawn' : previous ? 'updated' : 'created',
      status: withdraws ? 'withdrawn' : operation === 'schedule' ? 'scheduled' : 'published',
      scheduledFor: operation === 'schedule' ? at : null,
      differences: there ? compareNinjs(item as NinjsItem, there) : [],
      ...(read.value === 'unreadable' ? { compared: [], notes: ['notReadBack'] } : { compared: ['data'] }),
    },
  };
}
