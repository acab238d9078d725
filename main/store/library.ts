import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorCode, Failure, Result } from '../../preload/contract.ts';
import type { Store } from './api.ts';
import { Compaction } from './compaction.ts';
import { Database } from './database.ts';
import { removeDeletedCopies } from './deletion.ts';
import { listDestinations, putDestination, removeDestination } from './destinations.ts';
import { attempt, failure, failureOf } from './failures.ts';
import { makeFolder } from './files.ts';
import { Entries } from './find/entries.ts';
import { Finder } from './find/find.ts';
import { historyMethods } from './historyMethods.ts';
import { Hold } from './hold.ts';
import { noteStart } from './incidents.ts';
import type { SnapshotLimits } from './limits.ts';
import { lockFolder } from './lock.ts';
import { migrate, schemaState } from './migrations/index.ts';
import { NotesTable } from './notes.ts';
import { Outbox } from './outbox.ts';
import { describePhoto, getPhoto, getRemotePhoto, photosOfSizes, putPhoto, putRemotePhoto } from './photos.ts';
import { acceptedVersion, acceptVersion, getPlacement, setPlacement } from './placement.ts';
import { getReceipt, listReceipts } from './receipts.ts';
import { recoveryMethods } from './recovery-methods.ts';
import { salvage, unfinished } from './salvage.ts';
import { keepSchema } from './schema-copy.ts';
import { checkTables } from './sealed.ts';
import { shelfMethods } from './shelf-methods.ts';
import { Stories } from './stories.ts';
import { clearSuspicion, wantsFullCheck } from './suspicion.ts';
import { getCommon, getValue, putValue, setCommon } from './values.ts';
import { logIsDamaged } from './wal.ts';

/** The store's methods as the worker runs them, one after the other, each to its end. */
export type StoreMethods = { [K in keyof Store]: (...args: Parameters<Store[K]>) => Awaited<ReturnType<Store[K]>> };
export type Library = {
  problem: ErrorCode | null;
  methods: StoreMethods;
  /** A little work for when nobody asks for anything; false: there is none for now. Never throws what the disk says. */
  tidy(): boolean;
};

/** Opens or makes the library in `folder`; see OpenStore in api.ts for the failures. */
export function openLibrary(folder: string, limits: SnapshotLimits): Result<Library> {
  const opened = attempt(() => {
    makeFolder(folder);
    const lock = lockFolder(folder);
    try {
      const sound = openSound(folder);
      if (!sound.ok) {
        lock.close();
        return sound;
      }
      const { db, salvaged } = sound.value;
      attempt(() => keepSchema(db, folder)); // what a full disk refuses, the next start does
      return { ok: true, value: assemble(db, folder, limits, salvaged, () => lock.close()) } as const;
    } catch (error) {
      lock.close();
      throw error;
    }
  });
  return opened.ok ? opened.value : opened;
}

/** The database, checked; a damaged one is salvaged first. */
function openSound(folder: string): Result<{ db: Database; salvaged: string | null }> {
  if (unfinished(folder).length === 0) {
    const checked = openChecked(folder);
    if (checked.ok) return { ok: true, value: { db: checked.value, salvaged: null } };
    if (checked.code !== 'damaged') return checked;
  }
  const salvaged = salvage(folder);
  const again = openChecked(folder);
  return again.ok ? { ok: true, value: { db: again.value, salvaged } } : again;
}

function openChecked(folder: string): Result<Database> {
  const path = join(folder, 'library.db');
  const log = `${path}-wal`;
  if (!existsSync(path) && existsSync(log) && statSync(log).size > 0)
    return failure('damaged', 'library.db is missing');
  if (logIsDamaged(log)) return failure('damaged', 'library.db-wal');
  const db = new Database(path);
  try {
    const bad = check(db, folder);
    if (bad) db.close();
    return bad ?? { ok: true, value: db };
  } catch (error) {
    attempt(() => db.close());
    const known = failureOf(error);
    // SQLITE_ERROR here: the schema's own text is damaged, and a column or table is not found.
    if (!known && (error as { errcode?: number }).errcode === 1) return failure('damaged', String(error));
    if (!known) throw error;
    return known;
  }
}

/** Makes a sound database ready; null, or what is wrong with it. */
function check(db: Database, folder: string): Failure | null {
  db.exec('PRAGMA locking_mode=EXCLUSIVE');
  const state = schemaState(db);
  if (state === 'newer') return failure('newerSchema', 'library.db');
  if (state === 'damaged') return failure('damaged', 'the schema');
  if (wantsFullCheck(folder)) {
    // The full check, not quick_check: it also compares the indexes.
    const [verdict] = db.all('PRAGMA integrity_check(1)');
    if (verdict?.integrity_check !== 'ok') return failure('damaged', String(verdict?.integrity_check));
    clearSuspicion(folder);
  }
  db.prepareToWrite();
  migrate(db);
  return null;
}

function assemble(
  db: Database,
  folder: string,
  limits: SnapshotLimits,
  salvaged: string | null,
  unlock: () => void,
): Library {
  const stories = new Stories(db, folder, limits);
  const outbox = new Outbox(db);
  const notes = new NotesTable(db, folder);
  const shelf = shelfMethods(db, folder, stories, notes);
  const hold = new Hold(db, folder);
  const compaction = new Compaction(db);
  const entries = new Entries(db);
  // A full disk may refuse these; what there is can be read all the same, and the next start tries again.
  attempt(() => stories.refreshRows(entries.load()));
  attempt(() => removeDeletedCopies(db, folder));
  const restored = attempt(() => stories.restore(salvaged !== null));
  const aside = attempt(() => checkTables(db) + outbox.mend());
  const notesRestored = attempt(() => notes.restore(salvaged !== null));
  attempt(() => noteStart(db, folder, salvaged, aside.ok ? aside.value : 0));
  const finder = new Finder(db, folder, stories, entries);
  const found = [restored, aside, notesRestored].some((step) => (step.ok ? step.value > 0 : step.code === 'damaged'));
  return {
    problem: salvaged !== null || found ? 'damaged' : null,
    tidy: () => {
      const step = attempt(() => compaction.step());
      return step.ok && step.value;
    },
    methods: {
      listStories: () => finder.list(),
      findStories: (find) => finder.find(find),
      createStory: (story, author) => stories.create(story, author),
      openStory: (id) => stories.open(id),
      readStory: (id, seq) => stories.read(id, seq),
      appendRecord: (id, expectedSeq, change, author, unanswered) =>
        stories.append(id, expectedSeq, change, author, unanswered),
      checkpoint: (id) => stories.checkpoint(id),
      ...shelf,
      ...historyMethods(db, stories),
      putPhoto: (info) => putPhoto(db, info),
      getPhoto: (hash) => getPhoto(db, hash),
      describePhoto: (hash, field, edit) => describePhoto(db, hash, field, edit),
      photosOfSizes: (sizes) => photosOfSizes(db, sizes),
      findPhotos: (find) => finder.findPhotos(find),
      photoUses: (hash) => finder.photoUses(hash),
      getCommon: (storyId) => getCommon(db, storyId),
      setCommon: (storyId, story) => setCommon(db, storyId, story),
      listDestinations: () => listDestinations(db),
      putDestination: (destination) => putDestination(db, destination),
      removeDestination: (id) => removeDestination(db, id),
      enqueue: (input) => {
        attempt(() => stories.checkpoint(input.story.id)); // what goes out is a version of its own
        return outbox.enqueue(input);
      },
      getPublication: (id) => outbox.getPublication(id),
      getJob: (id) => outbox.getJob(id),
      listJobs: (filter) => outbox.listJobs(filter),
      updateJob: (id, patch) => outbox.updateJob(id, patch),
      completeJob: (jobId, receipt) => outbox.completeJob(jobId, receipt),
      listReceipts: (storyId) => listReceipts(db, storyId),
      findReceipts: (find) => finder.findReceipts(find),
      getReceipt: (id) => getReceipt(db, id),
      getRemotePhoto: (destinationId, hash) => getRemotePhoto(db, destinationId, hash),
      putRemotePhoto: (destinationId, hash, remote) => putRemotePhoto(db, destinationId, hash, remote),
      getPlacement: (storyId, destinationId) => getPlacement(db, storyId, destinationId),
      setPlacement: (storyId, destinationId, placement) => setPlacement(db, storyId, destinationId, placement),
      acceptedVersion: (storyId, destinationId) => acceptedVersion(db, storyId, destinationId),
      acceptVersion: (storyId, destinationId, version) => acceptVersion(db, storyId, destinationId, version),
      getValue: (key) => getValue(db, key),
      putValue: (key, value) => putValue(db, key, value),
      holdDatabase: () => hold.begin(),
      releaseDatabase: (token) => hold.end(token),
      ...recoveryMethods(db, folder, stories, hold),
      close: () => {
        stories.close();
        notes.close();
        finder.close();
        db.close();
        hold.close();
        unlock();
      },
    },
  };
}
