import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { roomAt } from '../disk/place.ts';
import { syncFolder } from '../durable.ts';
import { point } from '../points.ts';
import type { Store } from '../store/api.ts';
import { ask } from './ask.ts';
import { DATABASE, END, endMark, FOLDERS, FORMAT_VERSION, MANIFEST, type Manifest } from './manifest.ts';
import { readBackup } from './reader.ts';
import { databaseChunks, fileChunks, listEntries, openIfThere, type Step } from './source.ts';
import { atPlace, outcome, Trouble } from './trouble.ts';
import { Writer } from './writer.ts';

export type HeldStore = Pick<Store, 'holdDatabase' | 'releaseDatabase'>;
export type BackupNeeds = {
  store: HeldStore;
  /** The library's folder. */
  library: string;
  /** The program's version. */
  program: string;
};
/** A backup that was written and read back. `leftOut`: files whose names no backup takes. */
export type Made = {
  path: string;
  bytes: number;
  at: string;
  stories: number;
  photos: number;
  damagedPhotos: number;
  damagedRows: number;
  leftOut: string[];
};
/** Bytes done and in all; writing and reading back count alike. */
export type Progress = (done: number, total: number) => void;

const EXTENSION = '.copydesk-backup';
const TEMPORARY = /^\.copydesk-backup-[0-9a-f-]{36}\.(part|db)$/;
const OLD_MS = 24 * 60 * 60_000;

/**
 * Writes the whole library into one new file in `folder`, named `name` (without extension; a number behind it where the
 * name is taken): under a temporary name, read back and checked as a whole, then renamed. Nothing but a whole and checked
 * backup ever has the final name. Failures: placeGone, placeReadOnly, placeFull, placeTooSmall, placeFailed,
 * placeInside, libraryUnreadable, libraryUnsound, damagedBackup (it came back otherwise than it was written), cancelled.
 */
export const makeBackup = (
  needs: BackupNeeds,
  { folder, name }: { folder: string; name: string },
  progress: Progress,
  signal: AbortSignal,
): Promise<Result<Made>> =>
  outcome(async () => {
    await checkFolder(needs.library, folder);
    await removeLeftovers(folder);
    const temporary = path.join(folder, `.copydesk-backup-${randomUUID()}`);
    const part = `${temporary}.part`;
    try {
      const total = await librarySize(needs.library);
      await checkRoom(folder, total);
      let done = 0;
      const step: Step = (bytes) => {
        signal.throwIfAborted();
        done += bytes;
        progress(Math.min(done, 2 * total), 2 * total);
      };
      const written = await write(needs, part, `${temporary}.db`, step, signal);
      point('backup.written');
      const read = await readBackup(part, { step });
      signal.throwIfAborted();
      point('backup.verified');
      const file = await giveName(part, folder, name);
      const { manifest, bytes, damagedPhotos } = read;
      const { at, stories, photos } = manifest;
      return { path: file, bytes, at, stories, photos, damagedPhotos: damagedPhotos.length, ...written };
    } finally {
      for (const end of ['.part', '.db']) await rm(`${temporary}${end}`, { force: true }).catch(() => undefined);
    }
  });

/** A backup's name by the clock on the wall: `Copydesk-2026-11-27-0830`. */
export function backupName(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `Copydesk-${day}-${two(at.getHours())}${two(at.getMinutes())}`;
}

async function checkFolder(library: string, folder: string): Promise<void> {
  const there = await atPlace(folder, () => stat(folder));
  if (!there.isDirectory()) throw new Trouble('placeGone', folder);
  const inside = path.relative(library, folder);
  if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside))) throw new Trouble('placeInside', folder);
}

/** What a crash left there. Those of today may be another computer's that is writing now. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = await atPlace(folder, () => readdir(folder));
  for (const name of names.filter((one) => TEMPORARY.test(one))) {
    const file = path.join(folder, name);
    const { mtimeMs } = await atPlace(file, () => lstat(file));
    if (Date.now() - mtimeMs > OLD_MS) await rm(file, { force: true }).catch(() => undefined);
  }
}

/** Bytes of all that goes into a backup. */
export async function librarySize(library: string): Promise<number> {
  const lists = await Promise.all(FOLDERS.map((folder) => listEntries(library, folder)));
  let bytes = 0;
  for (const name of [DATABASE, ...lists.flatMap(({ names }) => names)]) {
    const there = await stat(path.join(library, name)).catch(() => null);
    bytes += there?.size ?? 0;
  }
  return bytes;
}

/** Asked beforehand, so that nobody waits an hour to hear of a full disk. What the system cannot tell counts as room. */
async function checkRoom(folder: string, bytes: number): Promise<void> {
  const room = await roomAt(folder).catch(() => null);
  if (room && room.totalBytes > 0 && room.freeBytes < bytes) throw new Trouble('placeFull', folder);
}

type Written = Pick<Made, 'damagedRows' | 'leftOut'>;

/** The file as it will be, under its temporary name and on the disk. `copy`: a scratch copy of the database, to be checked. */
async function write(
  needs: BackupNeeds,
  part: string,
  copy: string,
  step: Step,
  signal: AbortSignal,
): Promise<Written> {
  const { library, program } = needs;
  const file = await atPlace(part, () => open(part, 'wx', 0o600));
  try {
    const now = new Date();
    const writer = new Writer(file, part, now.getTime());
    const leftOut: string[] = [];
    const addFolder = async (folder: string) => {
      const listed = await listEntries(library, folder);
      leftOut.push(...listed.leftOut);
      for (const name of listed.names) await addFile(writer, library, name, step);
      return listed.names.length;
    };
    // Before the database: a recovery copy must not reach further than it.
    await addFolder('recovery');
    const at = await addDatabase(needs, writer, copy, step);
    const inspected = await ask({ ask: 'inspect', path: copy }, signal);
    if (!inspected.ok) throw new Trouble('libraryUnsound', inspected.detail);
    await rm(copy, { force: true });
    const photos = await addFolder('photos');
    await addFolder('templates');
    const { schema, stories, damagedRows } = inspected.value;
    const head = { format: 'copydesk-backup', version: FORMAT_VERSION, at, program, schema, stories, photos } as const;
    const manifest: Manifest = { ...head, entries: [...writer.entries] };
    const bytes = Buffer.from(JSON.stringify(manifest));
    await writer.add(MANIFEST, bytes.length, [bytes]);
    const end = Buffer.from(endMark(createHash('sha256').update(bytes).digest('hex')));
    await writer.add(END, end.length, [end]);
    await writer.end();
    return { damagedRows, leftOut };
  } finally {
    await file.close();
  }
}

async function addFile(writer: Writer, library: string, name: string, step: Step): Promise<void> {
  const opened = await openIfThere(path.join(library, name));
  if (!opened) return;
  try {
    await writer.add(name, opened.size, fileChunks(opened.handle, step));
  } finally {
    await opened.handle.close();
  }
}

/** The database as it is now, also into `copy`; gives the instant. Writing goes on meanwhile. */
async function addDatabase({ store }: BackupNeeds, writer: Writer, copy: string, step: Step): Promise<string> {
  const scratch = await atPlace(copy, () => open(copy, 'wx', 0o600));
  try {
    const held = await store.holdDatabase();
    if (!held.ok) throw new Trouble('libraryUnreadable', held.detail);
    const { fd, bytes, at, token } = held.value;
    point('backup.held');
    const added = await writer.add(DATABASE, bytes, both(databaseChunks(fd, bytes, step), scratch, copy)).then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const released = await store.releaseDatabase(token);
    if (added) throw added.error;
    if (!released.ok) throw new Trouble('libraryUnreadable', released.detail);
    return at;
  } finally {
    await scratch.close();
  }
}

async function* both(chunks: AsyncIterable<Buffer>, scratch: FileHandle, copy: string): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    await atPlace(copy, () => scratch.writeFile(chunk));
    yield chunk;
  }
}

/** The final name, of which there was none before; durable when it resolves. */
async function giveName(part: string, folder: string, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const file = path.join(folder, `${name}${number === 1 ? '' : `-${number}`}${EXTENSION}`);
    const taken = await atPlace(file, () =>
      lstat(file).catch((error) => (error.code === 'ENOENT' ? null : Promise.reject(error))),
    );
    if (taken) continue;
    await atPlace(file, () => rename(part, file));
    point('backup.renamed');
    await syncNames(folder);
    return file;
  }
}

/** A network drive may refuse to sync a folder: it answers for its names itself. */
async function syncNames(folder: string): Promise<void> {
  await syncFolder(folder).catch((error: NodeJS.ErrnoException) => {
    if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EACCES', 'EBADF'].includes(error.code ?? '')) throw error;
  });
}
