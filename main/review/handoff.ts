import { createHash, randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failure, Handoff, Result } from '../../preload/contract.ts';
import { MAX_HANDOFF_BYTES } from '../../story/formats/copydesk/manifest.ts';
import { type HandoffParts, packHandoff, versionOf } from '../../story/formats/copydesk/pack.ts';
import { photosOf, unpackHandoff } from '../../story/formats/copydesk/unpack.ts';
import type { Story } from '../../story/model.ts';
import { diskFailure, replaceFile, syncFolder } from '../durable.ts';
import type { Media } from '../media/index.ts';
import { fingerprintOf, type PersonKeys, verifySignature } from '../person.ts';
import type { Store } from '../store/api.ts';
import {
  addToLineage,
  baseFor,
  incomingLineage,
  type LineageStore,
  lineageOf,
  noteIncoming,
  takeAsCommon,
} from './lineage.ts';

type Needs = {
  store: LineageStore & Pick<Store, 'readStory' | 'createStory' | 'getPhoto'>;
  photos: { read: Media['readOriginal']; import: Media['importPhoto'] };
  person: PersonKeys;
};

/**
 * Writes the story as stored at `seq` into one `.copydesk` file, whole or not at all. Its base is a version that whoever
 * has this story surely comes from: the one that last came in, or went out first; what was only sent since may never
 * have arrived.
 * Failures: notFound, missingPhoto, diskFull, diskError, and the store's.
 */
export async function sendHandoff(
  { store, photos, person }: Needs,
  storyId: string,
  seq: number,
  file: string,
): Promise<Result<{ path: string }>> {
  const read = await store.readStory(storyId, seq);
  if (!read.ok) return read;
  const { story } = read.value;
  const common = await store.getCommon(storyId);
  const base = common ?? story;
  const originals = [];
  for (const hash of photosOf(story)) {
    const bytes = await photos.read(hash);
    if (!bytes.ok) return { ok: false, code: 'missingPhoto', detail: hash };
    originals.push({ hash, name: (await store.getPhoto(hash))?.name ?? hash, bytes: bytes.value });
  }
  const from = { name: person.person().name, publicKey: person.publicKey() };
  const at = new Date().toISOString();
  const lineage = [...(await lineageOf(store, storyId)), versionOf(story)];
  const packed = packHandoff({ story, base, lineage, photos: originals, from, at }, person.sign);
  const target = file.toLowerCase().endsWith('.copydesk') ? file : `${file}.copydesk`;
  const kept = common ? await addToLineage(store, storyId, lineage) : await takeAsCommon(store, story, lineage);
  if (!kept.ok) return kept;
  const written = await writeWhole(target, packed);
  if (!written.ok) return written;
  return { ok: true, value: { path: target } };
}

/**
 * Reads and checks a `.copydesk` file and takes its photos in. A story that is not here yet is added; one that is here
 * is left as it is: the window merges it into what is open. Failures: notFound, fileTooLarge, notAHandoff,
 * damagedHandoff, newerHandoff, badSignature, missingPhoto, the photos' and the store's.
 */
export async function receiveHandoff({ store, photos, person }: Needs, file: string): Promise<Result<Handoff>> {
  const bytes = await readWhole(file);
  if (!bytes.ok) return bytes;
  const unpacked = unpackHandoff(bytes.value, verifySignature);
  if (!unpacked.ok) return unpacked;
  const { story, from } = unpacked.value;
  for (const photo of unpacked.value.photos) {
    const hash = createHash('sha256').update(photo.bytes).digest('hex');
    if (hash !== photo.hash) return { ok: false, code: 'damagedHandoff', detail: photo.name };
    const taken = await photos.import(photo.name, photo.bytes);
    if (!taken.ok) return { ...taken, detail: photo.name };
  }
  const fingerprint = fingerprintOf(from.publicKey);
  const here = await store.readStory(story.id);
  if (!here.ok && here.code !== 'notFound') return here;
  const added = here.ok
    ? await noteIncoming(store, unpacked.value)
    : await addStory(store, unpacked.value, fingerprint);
  if (!added.ok) return added;
  const known = fingerprint === person.person().fingerprint || (await isKnown(store, fingerprint, from.name));
  return {
    ok: true,
    value: {
      storyId: story.id,
      isNew: !here.ok,
      base: here.ok ? await baseFor(store, here.value.story, unpacked.value) : story,
      theirs: story,
      from: { name: from.name, fingerprint },
      signature: known ? 'known' : 'valid',
    },
  };
}

/**
 * The window has merged what came in, and that is on disk: it is the version both sides have in common now. What was
 * merged, sent or added before changes nothing: the other side may never have had it, so it is no base. Failures:
 * badRequest (nothing such came in) and the store's.
 */
export async function handoffMerged(
  { store }: { store: LineageStore },
  storyId: string,
  theirs: Story,
): Promise<Result<null>> {
  const version = versionOf(theirs);
  if ((await lineageOf(store, storyId)).includes(version)) return { ok: true, value: null };
  const lineage = await incomingLineage(store, version);
  if (theirs.id !== storyId || !lineage) return { ok: false, code: 'badRequest' };
  return takeAsCommon(store, theirs, [...lineage, version]);
}

async function addStory(store: Needs['store'], parts: HandoffParts, author: string): Promise<Result<null>> {
  const created = await store.createStory(parts.story, author);
  return created.ok ? takeAsCommon(store, parts.story, [...parts.lineage, versionOf(parts.story)]) : created;
}

/** Whether this key came under this name before; from now on it has. */
async function isKnown(store: Needs['store'], fingerprint: string, name: string): Promise<boolean> {
  const key = `known.${fingerprint}`;
  const before = await store.getValue(key);
  if (before && Buffer.from(before).toString('utf8') === name) return true;
  await store.putValue(key, new Uint8Array(Buffer.from(name)));
  return false;
}

async function readWhole(file: string): Promise<Result<Uint8Array>> {
  try {
    if ((await stat(file)).size > MAX_HANDOFF_BYTES) return { ok: false, code: 'fileTooLarge' };
    return { ok: true, value: new Uint8Array(await readFile(file)) };
  } catch (error) {
    const failure = diskFailure(error);
    return failure.detail === 'ENOENT' ? { ok: false, code: 'notFound', detail: path.basename(file) } : failure;
  }
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<{ ok: true } | Failure> {
  try {
    await replaceFile(file, bytes, `${file}.${randomUUID()}.part`);
    await syncFolder(path.dirname(file));
    return { ok: true };
  } catch (error) {
    return diskFailure(error);
  }
}
