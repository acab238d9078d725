import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256Hex } from '../../../../story/canonical.ts';
import { storyToHtml } from '../../../../story/formats/html/index.ts';
import { storyToNinjs } from '../../../../story/formats/ninjs/index.ts';
import { fromWordPress } from '../../../../story/formats/wordpress/index.ts';
import type { Story } from '../../../../story/model.ts';
import { photoKey } from '../../../../story/photo/recipe.ts';
import type { Renditions } from '../../../../story/photo/renditions.ts';
import { hasOwnSlug, storySlug } from '../../../../story/text/slug.ts';
import { syncFolder } from '../../../durable.ts';
import type { Rendition } from '../../../media/rendition.ts';
import { point } from '../../../points.ts';
import type { StoredReceipt } from '../../../store/api.ts';
import { storyPhotos } from '../photos.ts';
import type { Outcome, Published, PublishRun, Standing } from '../types.ts';
import { makeFolder, removeLeftovers, replaceFile } from './files.ts';
import { photoNames } from './names.ts';
import { MAX_NAME, NINJS, PAGE, storyFolder } from './place.ts';
import { type Progress, parseProgress, parseVersion, type Version, versionText } from './progress.ts';

type File = { name: string; bytes: Uint8Array };
type Photo = File & Rendition & { key: string };

/**
 * Writes a story into its own folder: photos first, then the page, then the ninjs that a watching system reads, so that
 * whatever is seen is whole. What is there from an earlier publication and was changed by somebody is a conflict.
 * Rejects with the system's error where the disk does not play along.
 */
export async function publishIntoFolder(
  root: string,
  renditions: Renditions,
  run: PublishRun,
  now: () => number,
): Promise<Outcome<Published>> {
  const { story, previous } = run.publication;
  let progress = parseProgress(run.progress);
  if (await makeFolder(root)) await syncFolder(path.dirname(root));
  const name = await storyFolder(root, story, progress.folder, previous?.remoteId);
  progress = { ...progress, folder: name, at: progress.at ?? new Date(now()).toISOString() };
  await run.keep('photos', 0, progress);
  const folder = path.join(root, name);
  const isNew = await makeFolder(folder);
  if (isNew) await syncFolder(root);
  point('folder.made');

  const photos: Photo[] = [];
  const names = await photoNames(folder, name);
  for (const figure of storyPhotos(story)) {
    const rendition = await run.photos.rendition(figure, renditions);
    if (!rendition.ok) return { ...rendition, stop: true };
    const { file, isThere } = await names.nameOf(rendition.value);
    // The same photo again would wake whoever watches the folder.
    if (!isThere) await replaceFile(path.join(folder, file), rendition.value.bytes);
    photos.push({ ...rendition.value, key: photoKey(figure), name: file });
    await run.keep('photos', photos.length, progress);
  }

  const operation = previous && name === previous.remoteId && !isNew ? 'updated' : 'created';
  const page: File = { name: PAGE, bytes: pageOf(story, photos, progress, operation) };
  const ninjs: File = { name: NINJS, bytes: ninjsOf(story, photos, progress, folder) };
  const writing = { page: sha256Hex(page.bytes), ninjs: sha256Hex(ninjs.bytes) };
  const changed = await changedThere(folder, run, progress, writing);
  if (changed) {
    await run.keep('update', photos.length, { ...progress, shown: changed.version });
    const [theirs, ours] = [plainText(changed.page ?? utf8('')), plainText(page.bytes)];
    const version = versionText({ page: changed.version.page ?? '', ninjs: changed.version.ninjs ?? '' });
    return { ok: false, code: 'conflict', detail: name, conflict: { theirs, ours, modifiedAt: changed.at, version } };
  }

  // Each step's names are on disk before the next: after a power cut, too, no item stands there without its photos.
  if (photos.length > 0) await syncFolder(folder);
  point('folder.photos');
  progress = { ...progress, writing };
  await run.keep('update', photos.length, progress);
  await replaceFile(path.join(folder, PAGE), page.bytes);
  await syncFolder(folder);
  point('folder.page');
  await replaceFile(path.join(folder, NINJS), ninjs.bytes);
  point('folder.ninjs');
  const files = [...photos, page, ninjs];
  await removeLeftovers(folder, names.pattern, new Set(files.map((file) => file.name)));
  await syncFolder(folder);
  point('folder.tidied');

  await run.keep('readBack', photos.length + 1, progress);
  const differences = await compare(folder, files);
  const slug = storySlug(story.fields, MAX_NAME);
  if (hasOwnSlug(story.fields) && slug !== name) differences.push({ where: 'slug', ours: slug, theirs: name });
  const url = pathToFileURL(path.join(folder, PAGE)).href;
  return {
    ok: true,
    value: {
      ...{ remoteId: name, url, slug: name, remoteVersion: versionText(writing), operation, differences },
      ...{ status: 'published', scheduledFor: null, compared: ['data', 'page', 'files'] },
    },
  };
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function pageOf(story: Story, photos: Photo[], { at }: Progress, operation: Published['operation']): Uint8Array {
  const hrefs = new Map(
    photos.map(({ key, name, width, height, texts }) => {
      return [key, { href: name, width, height, sourceType: texts.aiLabel }] as const;
    }),
  );
  const about = operation === 'created' ? { publishedAt: at } : { modifiedAt: at };
  return utf8(storyToHtml(story, { photos: hrefs, about }).html);
}

/** Absolute addresses, as ninjs wants them. */
function ninjsOf(story: Story, photos: Photo[], { at }: Progress, folder: string): Uint8Array {
  const renditions = photos.map(({ key, name, type, width, height, bytes, texts }) => {
    const href = pathToFileURL(path.join(folder, name)).href;
    const size = bytes.length;
    return [key, { href, contentType: type, width, height, size, sourceType: texts.aiLabel }] as const;
  });
  const options = { uri: `urn:uuid:${story.id}`, versionCreated: at ?? story.createdAt, photos: new Map(renditions) };
  return utf8(`${JSON.stringify(storyToNinjs(story, options).item, null, 2)}\n`);
}

/** What stands in a story's folder now. Rejects with the system's error. */
export async function lookIntoFolder(root: string, receipt: StoredReceipt): Promise<Outcome<Standing | 'same' | null>> {
  const folder = path.join(root, receipt.remoteId);
  const page = await readIfThere(path.join(folder, PAGE));
  const ninjs = await readIfThere(path.join(folder, NINJS));
  if (!page && !ninjs) return { ok: true, value: null };
  const version = versionText({ page: page ? sha256Hex(page) : '', ninjs: ninjs ? sha256Hex(ninjs) : '' });
  if (version === receipt.remoteVersion) return { ok: true, value: 'same' };
  const { mtime } = await stat(path.join(folder, page ? PAGE : NINJS));
  const theirs = { title: '', standfirst: '', html: bodyOf(page ?? utf8('')) };
  return { ok: true, value: { version, status: 'published', modifiedAt: mtime.toISOString(), theirs } };
}

/** What stands there, if it is neither what the last receipt left nor what one of our own runs was writing. */
async function changedThere(folder: string, run: PublishRun, progress: Progress, writing: Version) {
  const { previous } = run.publication;
  const known = [
    writing,
    progress.writing,
    progress.replace,
    ...run.abandoned.map((job) => parseProgress(job.progress).writing),
  ];
  if (previous) known.push(parseVersion(previous.remoteVersion));
  const page = await readIfThere(path.join(folder, PAGE));
  const ninjs = await readIfThere(path.join(folder, NINJS));
  const version = { page: page && sha256Hex(page), ninjs: ninjs && sha256Hex(ninjs) };
  const isOurs = (file: keyof Version) => !version[file] || known.some((one) => one?.[file] === version[file]);
  if (isOurs('page') && isOurs('ninjs')) return null;
  const { mtime } = await stat(path.join(folder, isOurs('page') ? NINJS : PAGE));
  return { version, page, at: mtime.toISOString() };
}

/** The page's words, as a reader meets them. */
const plainText = (page: Uint8Array): string => fromWordPress(bodyOf(page)).join('\n\n');

/** The page's body, without what is no text. */
function bodyOf(page: Uint8Array): string {
  const html = new TextDecoder().decode(page);
  return html.slice(Math.max(0, html.indexOf('<body'))).replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, '');
}

async function compare(folder: string, files: File[]): Promise<Published['differences']> {
  const differences: Published['differences'] = [];
  for (const { name, bytes } of files) {
    const ours = sha256Hex(bytes);
    const there = await readIfThere(path.join(folder, name));
    const theirs = there ? sha256Hex(there) : '';
    if (ours !== theirs) differences.push({ where: name, ours, theirs });
  }
  return differences;
}

async function readIfThere(file: string): Promise<Uint8Array | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
