import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Failure, Passage, Result } from '../../preload/contract.ts';
import { sha256Hex } from '../../story/canonical.ts';
import type { HandoffNote } from '../../story/formats/copydesk/manifest.ts';
import { packHandoff } from '../../story/formats/copydesk/pack.ts';
import { photosOf } from '../../story/formats/copydesk/unpack.ts';
import type { Story } from '../../story/model.ts';
import { diskFailure, replaceFile, syncFolder } from '../durable.ts';
import type { Media } from '../media/index.ts';
import type { PersonKeys } from '../person.ts';
import type { Store } from '../store/api.ts';
import { type LineageStore, outgoing } from './lineage.ts';
import { addPassage } from './passages.ts';

export type Needs = {
  store: LineageStore & Pick<Store, 'readStory' | 'createStory' | 'getPhoto'>;
  photos: { read: Media['readOriginal']; import: Media['importPhoto'] };
  person: PersonKeys;
};

/**
 * Writes the story as stored at `seq` into one `.copydesk` file, whole or not at all. `place` gives the file's path.
 * Failures: notFound, missingPhoto, diskFull, diskError, `place`'s and the store's.
 */
export async function sendHandoff(
  { store, photos, person }: Needs,
  storyId: string,
  seq: number,
  note: HandoffNote,
  place: (story: Story, at: string) => Promise<Result<string>>,
): Promise<Result<{ path: string }>> {
  const read = await store.readStory(storyId, seq);
  if (!read.ok) return read;
  const { story } = read.value;
  const originals = [];
  for (const hash of photosOf(story)) {
    const bytes = await photos.read(hash);
    if (!bytes.ok) return { ok: false, code: 'missingPhoto', detail: hash };
    originals.push({ hash, name: (await store.getPhoto(hash))?.name ?? hash, bytes: bytes.value });
  }
  const from = { name: person.person().name, publicKey: person.publicKey() };
  const at = new Date().toISOString();
  const { base, lineage, keep } = await outgoing(store, story);
  let id = '';
  const packed = packHandoff({ story, base, lineage, photos: originals, from, note, at }, (manifest: Uint8Array) => {
    id = sha256Hex(manifest);
    return person.sign(manifest);
  });
  const target = await place(story, at);
  if (!target.ok) return target;
  const kept = await keep();
  if (!kept.ok) return kept;
  const written = await writeWhole(target.value, packed);
  if (!written.ok) return written;
  const passage: Passage = {
    kind: 'sent',
    at,
    name: note.to,
    fingerprint: null,
    note: note.text,
    file: target.value,
    id,
  };
  const noted = await addPassage(store, storyId, passage);
  return noted.ok ? { ok: true, value: { path: target.value } } : noted;
}

/** A path as a person gave it, with the extension they may have left out. */
export const withExtension = (file: string): string =>
  file.toLowerCase().endsWith('.copydesk') ? file : `${file}.copydesk`;

/** By way of a hidden name in the same folder, which nobody takes for a story; durable when it returns. */
async function writeWhole(file: string, bytes: Uint8Array): Promise<{ ok: true } | Failure> {
  const folder = path.dirname(file);
  try {
    await replaceFile(file, bytes, path.join(folder, `.${path.basename(file)}.${randomUUID()}.part`), 0o644);
    await syncFolder(folder);
    return { ok: true };
  } catch (error) {
    return diskFailure(error);
  }
}
