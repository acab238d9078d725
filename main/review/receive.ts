import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Handoff, Passage, Result } from '../../preload/contract.ts';
import { MAX_HANDOFF_BYTES } from '../../story/formats/copydesk/manifest.ts';
import { versionOf } from '../../story/formats/copydesk/pack.ts';
import { type Received, unpackHandoff } from '../../story/formats/copydesk/unpack.ts';
import type { Story } from '../../story/model.ts';
import { diskFailure } from '../durable.ts';
import { readWhole } from '../files.ts';
import { fingerprintOf, verifySignature } from '../person.ts';
import { keepLastMerge } from './lastMerge.ts';
import { baseFor, incomingOf, type LineageStore, lineageOf, noteIncoming, takeAsCommon } from './lineage.ts';
import { addPassage } from './passages.ts';
import type { Needs } from './send.ts';
import { addTaken } from './taken.ts';

/**
 * Reads and checks a `.copydesk` file to its last photo; takes nothing in. Failures: notFound, fileTooLarge,
 * changedPhoto, those of HandoffProblem and the disk's.
 */
export async function readHandoff(file: string): Promise<Result<Received>> {
  // A file that is not there is said by its name.
  const there = await stat(file).catch(diskFailure);
  if ('ok' in there)
    return there.detail === 'ENOENT' ? { ok: false, code: 'notFound', detail: path.basename(file) } : there;
  const bytes = await readWhole(file, MAX_HANDOFF_BYTES, 'notAHandoff');
  if (!bytes.ok) return bytes;
  const unpacked = unpackHandoff(bytes.value, verifySignature);
  if (!unpacked.ok) return unpacked;
  const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const changed = unpacked.value.photos.find((photo) => hashOf(photo.bytes) !== photo.hash);
  return changed ? { ok: false, code: 'changedPhoto', detail: changed.name } : unpacked;
}

/**
 * Takes a hand-off's photos in. A story that is not here yet is added; one that is here is left as it is: the window merges
 * it into what is open. Failures: the photos' and the store's.
 */
export async function takeIn({ store, photos }: Needs, received: Received): Promise<Result<Handoff>> {
  const { story, from, note } = received;
  for (const photo of received.photos) {
    const taken = await photos.import(photo.name, photo.bytes);
    if (!taken.ok) return { ...taken, detail: photo.name };
  }
  const here = await store.readStory(story.id);
  if (!here.ok && here.code !== 'notFound') return here;
  const fingerprint = fingerprintOf(from.publicKey);
  const passage: Passage = {
    kind: 'came',
    at: new Date().toISOString(),
    name: from.name,
    fingerprint,
    note: note.text,
    file: null,
    id: received.id,
  };
  const base = here.ok ? await baseFor(store, here.value.story, received) : story;
  if (here.ok) {
    const noted = await noteIncoming(store, versionOf(story), { lineage: [...received.lineage], passage });
    if (!noted.ok) return noted;
    const merge = { id: received.id, name: from.name, base, ours: here.value.story, theirs: story };
    const kept = await keepLastMerge(store, merge);
    if (!kept.ok) return kept;
  } else {
    const added = await addStory(store, received, passage);
    if (!added.ok) return added;
  }
  return {
    ok: true,
    value: {
      storyId: story.id,
      isNew: !here.ok,
      base,
      theirs: story,
      from: { name: from.name, fingerprint },
      note,
    },
  };
}

/**
 * The window has merged what came in, and that is on disk: it is the version both sides have in common now. What was
 * merged, sent or added before is no base: the other side may never have had it. Failures: badRequest (nothing such came
 * in) and the store's.
 */
export async function handoffMerged(store: LineageStore, storyId: string, theirs: Story): Promise<Result<null>> {
  const version = versionOf(theirs);
  const incoming = await incomingOf(store, version);
  if (theirs.id !== storyId || !incoming) return { ok: false, code: 'badRequest' };
  const isKnown = (await lineageOf(store, storyId)).includes(version);
  const kept = isKnown ? null : await takeAsCommon(store, theirs, [...incoming.lineage, version]);
  return kept && !kept.ok ? kept : noteTaken(store, storyId, incoming.passage);
}

async function addStory(store: Needs['store'], { story, lineage }: Received, passage: Passage): Promise<Result<null>> {
  const created = await store.createStory(story, passage.fingerprint ?? '');
  if (!created.ok) return created;
  const kept = await takeAsCommon(store, story, [...lineage, versionOf(story)]);
  return kept.ok ? noteTaken(store, story.id, passage) : kept;
}

async function noteTaken(store: LineageStore, storyId: string, passage: Passage): Promise<Result<null>> {
  const noted = await addPassage(store, storyId, passage);
  return noted.ok ? addTaken(store, passage.id) : noted;
}
