import { canonicalJson } from '../../../story/canonical.ts';
import { photoKey } from '../../../story/photo/recipe.ts';
import { hasOwnSlug, storySlug } from '../../../story/text/slug.ts';
import { untimely } from './clocks.ts';
import { isStrangers, ownStory, type Reached } from './own.ts';
import { storyPhotos } from './photos.ts';
import { type Progress, parseProgress } from './progress.ts';
import { sameVersion } from './remote.ts';
import type { Remote, Site, Wanted } from './site.ts';
import type { Outcome, Published, PublishRun, Trouble } from './types.ts';
import { withdrawStory } from './withdraw.ts';
import { wordsOf } from './words.ts';

/**
 * One publication, from the start or from wherever an earlier run came: photos, then a draft under the job's own slug,
 * then one update that is safe to repeat, then the story read back. Whatever was asked without a clear answer is looked
 * up before it is asked again.
 */
export async function publishStory<Sent extends { slug: string }, Photo>(
  site: Site<Sent, Photo>,
  run: PublishRun,
): Promise<Outcome<Published>> {
  const { story, operation, at } = run.publication;
  const progress = parseProgress(run.progress);
  if (operation === 'unpublish') return withdrawStory(site, run, progress);
  const same = await unchanged(site, run);
  if (!same.ok || same.value) return same as Outcome<Published>;
  const figures = storyPhotos(story);
  const may = await site.may(operation, figures.length > 0);
  if (!may.ok) return may;
  const late = () => untimely(story, operation, at, { ours: run.now(), theirs: site.clock() });
  // What was sent already is finished.
  const early = progress.live ? null : late();
  if (early) return early;

  let done = 0;
  const photos = new Map<string, Photo>();
  const name = storySlug(story.fields, 60);
  for (const figure of figures) {
    await run.keep('photos', done, progress);
    const sent = await site.upload(figure, `${name}-${done + 1}`);
    if (!sent.ok) return sent;
    photos.set(photoKey(figure), sent.value);
    done += 1;
  }
  const settled = await site.settle?.();
  if (settled && !settled.ok) return settled;
  const sent = site.compose(photos);
  if (!sent.ok) return sent;

  // Asked for by an earlier run, and no answer kept: the server may be late with it.
  const asking: Progress = { ...progress, asked: true, ...(progress.asked && !progress.remoteId && { lost: true }) };
  await run.keep('draft', done, asking);
  const found = await ownStory(site, run, asking, sent.value);
  if (!found.ok) return found;
  done += 1;
  await run.keep('update', done, found.value);
  const updated = await update(site, run, found.value, sent.value, done, late);
  if (!updated.ok) return updated;
  done += 1;
  await run.keep('readBack', done, updated.value);
  const tidied = updated.value.lost ? await site.tidy?.(run.publication.key, updated.value.remoteId) : undefined;
  if (tidied && !tidied.ok && !isRefusal(tidied)) return tidied;
  return readBack(site, run, updated.value, sent.value, photos);
}

const wantedOf = ({ publication }: PublishRun, isNew: boolean): Wanted => {
  const { operation, at, story } = publication;
  const status = operation === 'schedule' ? 'scheduled' : operation;
  return {
    status: status === 'publish' || status === 'correct' || status === 'unpublish' ? 'published' : status,
    at,
    // A published story keeps its address, whatever becomes of its headline, until somebody gives it one.
    giveSlug: isNew || hasOwnSlug(story.fields),
  };
};

/**
 * Where nothing has changed on either side since the last receipt, one look is enough: null where there is more to do. A look
 * that fails ends the run: the next steps would fail as well.
 */
async function unchanged<Sent extends { slug: string }, Photo>(
  site: Site<Sent, Photo>,
  run: PublishRun,
): Promise<Outcome<Published | null>> {
  const { previous, hash, placement, story } = run.publication;
  const nothing = { ok: true, value: null } as const;
  const wanted = wantedOf(run, false);
  if (!previous || canonicalJson(run.progress ?? {}) !== '{}') return nothing;
  const isSame = previous.hash === hash && canonicalJson(previous.placement) === canonicalJson(placement);
  if (!isSame || previous.status !== wanted.status || wanted.status === 'scheduled') return nothing;
  const photos = new Map<string, Photo>();
  for (const figure of storyPhotos(story)) {
    const photo = await site.known(figure);
    if (!photo) return nothing;
    photos.set(photoKey(figure), photo);
  }
  const sent = site.compose(photos);
  if (!sent.ok) return nothing;
  const remote = await site.read(previous.remoteId);
  if (!remote.ok) return remote;
  if (!remote.value || !sameVersion(previous.remoteVersion, remote.value.version)) return nothing;
  if (site.differences(sent.value, remote.value, wanted).length > 0) return nothing;
  const { id: remoteId, url, slug } = remote.value;
  const { status, remoteVersion } = previous;
  const there = { remoteId, url, slug, remoteVersion, status, scheduledFor: null, operation: 'unchanged' } as const;
  return { ok: true, value: { ...there, differences: [], compared: ['data'] } };
}

async function update<Sent extends { slug: string }, Photo>(
  site: Site<Sent, Photo>,
  run: PublishRun,
  progress: Reached,
  sent: Sent,
  done: number,
  late: () => Trouble | null,
): Promise<Outcome<Reached>> {
  const now = await site.read(progress.remoteId);
  if (!now.ok) return now;
  if (!now.value) return { ok: false, code: 'remoteGone', stop: true };
  const { version } = now.value;
  const wanted = wantedOf(run, progress.operation === 'created');
  // Our own update, its answer lost.
  if (progress.live && site.differences(sent, now.value, wanted).length === 0)
    return { ok: true, value: { ...progress, base: version } };
  const last = progress.operation === 'updated' ? run.publication.previous : null;
  const isSame = sameVersion(progress.base, version);
  if (!isSame && isStrangers(now.value, last)) return { ok: false, code: 'remoteGone', stop: true };
  if (!isSame) return conflict(site, run, progress, now.value, sent, done);
  const early = late();
  if (early && !progress.live) return early;
  const live: Reached = { ...progress, live: true };
  await run.keep('update', done, live);
  const answer = await site.update(now.value, sent, wanted);
  if (answer.ok) return { ok: true, value: { ...live, base: answer.value.version } };
  if (isRefusal(answer)) await run.keep('update', done, progress);
  return answer;
}

const REFUSALS: ReadonlySet<Trouble['code']> = new Set([
  ...(['notAllowed', 'wrongPassword', 'remoteGone', 'redirected', 'conflict'] as const),
  ...(['refused', 'notFoundHost', 'certificate', 'insecureAddress'] as const),
]);
/** A clear no, or a request that never reached the server: nothing was changed. */
const isRefusal = ({ code, stop }: Trouble): boolean => stop === true || REFUSALS.has(code);

async function conflict<Sent extends { slug: string }>(
  site: Site<Sent, unknown>,
  run: PublishRun,
  progress: Progress,
  { version, status, theirs, modifiedAt }: Remote,
  sent: Sent,
  done: number,
): Promise<Trouble> {
  await run.keep('update', done, { ...progress, shown: version });
  const sides = { theirs: wordsOf(theirs), ours: wordsOf(site.ours(sent)), modifiedAt, version };
  return { ok: false, code: 'conflict', detail: `status: ${status}`, conflict: sides };
}

async function readBack<Sent extends { slug: string }, Photo>(
  site: Site<Sent, Photo>,
  run: PublishRun,
  progress: Reached,
  sent: Sent,
  photos: ReadonlyMap<string, Photo>,
): Promise<Outcome<Published>> {
  const read = await site.read(progress.remoteId);
  if (!read.ok) return read;
  if (!read.value) return { ok: false, code: 'remoteGone', stop: true };
  const remote = read.value;
  const { operation, base: remoteVersion = '' } = progress;
  const wanted = wantedOf(run, operation === 'created');
  const differences = site.differences(sent, remote, wanted);
  if (wanted.giveSlug && remote.slug !== sent.slug)
    differences.push({ where: 'slug', ours: sent.slug, theirs: remote.slug });
  const readers = wanted.status === 'published' ? await site.readers?.(remote, sent, photos) : undefined;
  const notes = [...site.notes(), ...(readers?.notes ?? [])];
  return {
    ok: true,
    value: {
      ...{ remoteId: remote.id, url: remote.url, slug: remote.slug, operation },
      // The version that our own update left: whatever changed it since is somebody's, and a conflict the next time.
      remoteVersion,
      ...{ status: wanted.status, scheduledFor: wanted.status === 'scheduled' ? wanted.at : null },
      // What is stored otherwise is shown otherwise: the place is told once.
      differences: [
        ...differences,
        ...(readers?.differences ?? []).filter(
          ({ where }) => !differences.some((one) => where === `page:${one.where}`),
        ),
      ],
      compared: ['data', ...(readers?.compared ?? [])],
      ...(notes.length > 0 && { notes }),
    },
  };
}
