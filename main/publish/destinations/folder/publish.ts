import { photoKey } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { hasOwnSlug, storySlug } from '../../../../story/text/slug.ts';
import { point } from '../../../points.ts';
import { storyPhotos } from '../photos.ts';
import type { Outcome, Published, PublishRun } from '../types.ts';
import { changedThere, conflictOf } from './changed.ts';
import { type Files, hashOf, removeLeftovers } from './files.ts';
import { type File, manifestOf } from './manifest.ts';
import { photoNames, photosOf } from './names.ts';
import { MAX_NAME, PAGE, storyFolder } from './place.ts';
import { parseProgress, versionText } from './progress.ts';
import { canceledFile, ninjsFile, type Photo, pageFile, utf8 } from './write.ts';

/**
 * Writes a story into its own folder: photos first, then the page, then the ninjs, the manifest that a watching system waits
 * for last, so that whatever is seen is whole. What is there from an earlier publication and was changed by somebody is a
 * conflict. Rejects with the place's error where that does not play along.
 */
export async function publishIntoFolder(
  files: Files,
  renditions: Renditions,
  run: PublishRun,
): Promise<Outcome<Published>> {
  const { story, previous, hash } = run.publication;
  let progress = parseProgress(run.progress);
  if (await files.makeFolder('')) await files.sync('..');
  const folder = await storyFolder(files, story, progress.folder, previous?.remoteId);
  const at = progress.at ?? new Date(run.now()).toISOString();
  progress = { ...progress, folder, at };
  await run.keep('photos', 0, progress);
  const isNew = await files.makeFolder(folder);
  if (isNew) await files.sync('');
  point('folder.made');

  const photos: Photo[] = [];
  const names = await photoNames(files, folder);
  for (const figure of storyPhotos(story)) {
    const rendition = await run.photos.rendition(figure, renditions);
    if (!rendition.ok) return { ...rendition, stop: true };
    const { file, isThere } = await names.nameOf(rendition.value);
    // The same photo again would wake whoever watches the folder.
    if (!isThere) await files.replace(`${folder}/${file}`, rendition.value.bytes);
    photos.push({ ...rendition.value, key: photoKey(figure), name: file });
    await run.keep('photos', photos.length, progress);
  }

  const operation = previous && folder === previous.remoteId && !isNew ? 'updated' : 'created';
  const page = pageFile(story, photos, at, operation);
  const ninjs = ninjsFile(story, photos, at, (name) => files.url(`${folder}/${name}`));
  const manifest = manifestOf({ story: story.id, version: hash, status: 'published', at }, [...photos, page, ninjs]);
  const writing = { page: hashOf(page.bytes), ninjs: hashOf(ninjs.bytes) };
  const changed = await changedThere(files, folder, run, progress, writing);
  if (changed) {
    await run.keep('update', photos.length, { ...progress, shown: changed.version });
    return conflictOf(folder, changed, page.bytes);
  }

  // Each step's names are on disk before the next: after a power cut, too, no item stands there without its photos.
  if (photos.length > 0) await files.sync(folder);
  point('folder.photos');
  progress = { ...progress, writing };
  await run.keep('update', photos.length, progress);
  const put = async ({ name, bytes }: File) => {
    await files.replace(`${folder}/${name}`, bytes);
    await files.sync(folder);
  };
  await put(page);
  point('folder.page');
  await put(ninjs);
  point('folder.ninjs');
  await put(manifest);
  point('folder.manifest');
  const written = [...photos, page, ninjs, manifest];
  await removeLeftovers(files, folder, names.pattern, new Set(written.map(({ name }) => name)));
  await files.sync(folder);
  point('folder.tidied');

  await run.keep('readBack', photos.length + 1, progress);
  const differences = await compare(files, folder, written);
  const slug = storySlug(story.fields, MAX_NAME);
  if (hasOwnSlug(story.fields) && slug !== folder) differences.push({ where: 'slug', ours: slug, theirs: folder });
  const remote = {
    remoteId: folder,
    url: files.url(`${folder}/${PAGE}`),
    slug: folder,
    remoteVersion: versionText(writing),
  };
  const compared: Published['compared'] = photos.length > 0 ? ['data', 'page', 'files'] : ['data', 'page'];
  return { ok: true, value: { ...remote, operation, differences, status: 'published', scheduledFor: null, compared } };
}

/**
 * Takes a story back: the page and its photos go, the ninjs says `canceled`, and the manifest, last again, lists it alone: a
 * watcher has to hear of it. What somebody changed there is a conflict.
 */
export async function withdrawFromFolder(files: Files, run: PublishRun): Promise<Outcome<Published>> {
  const { story, previous, hash } = run.publication;
  if (!previous) return { ok: false, code: 'notPublished', stop: true };
  const folder = previous.remoteId;
  const before = parseProgress(run.progress);
  const at = before.at ?? new Date(run.now()).toISOString();
  const ninjs = canceledFile(story, hash, at);
  const writing = { page: '', ninjs: hashOf(ninjs.bytes) };
  let progress = { ...before, folder, at };
  const remote = {
    remoteId: folder,
    url: files.url(`${folder}/${PAGE}`),
    slug: folder,
    remoteVersion: versionText(writing),
  };
  const states = { operation: 'withdrawn', status: 'withdrawn', scheduledFor: null, compared: ['data'] } as const;
  const there = await files.list(folder);
  if (!there) return { ok: true, value: { ...remote, ...states, compared: ['data'], differences: [] } };
  const changed = await changedThere(files, folder, run, progress, writing);
  if (changed) {
    await run.keep('update', 0, { ...progress, shown: changed.version });
    return conflictOf(folder, changed, utf8(''));
  }
  progress = { ...progress, writing };
  await run.keep('update', 0, progress);
  const manifest = manifestOf({ story: story.id, version: hash, status: 'withdrawn', at }, [ninjs]);
  for (const file of [ninjs, manifest]) await files.replace(`${folder}/${file.name}`, file.bytes);
  await files.sync(folder);
  await files.remove(`${folder}/${PAGE}`);
  await removeLeftovers(files, folder, photosOf(folder), new Set());
  await files.sync(folder);
  await run.keep('readBack', 1, progress);
  const differences = await compare(files, folder, [ninjs, manifest]);
  for (const name of (await files.list(folder)) ?? [])
    if (name === PAGE || photosOf(folder).test(name)) differences.push({ where: name, ours: '', theirs: name });
  return { ok: true, value: { ...remote, ...states, compared: ['data'], differences } };
}

async function compare(files: Files, folder: string, written: File[]): Promise<Published['differences']> {
  const differences: Published['differences'] = [];
  for (const { name, bytes } of written) {
    const ours = hashOf(bytes);
    const there = await files.read(`${folder}/${name}`);
    const theirs = there ? hashOf(there) : '';
    if (ours !== theirs) differences.push({ where: name, ours, theirs });
  }
  return differences;
}
