import { createHash } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../preload/contract.ts';
import { checkPlace } from '../disk/place.ts';
import { syncFolder } from '../durable.ts';
import { point } from '../points.ts';
import { openStore } from '../store/open.ts';
import { fileChunks, openIfThere, type Step } from './source.ts';
import { atLibrary, atPlace, outcome, Trouble } from './trouble.ts';
import { leaveMarker } from './whereabouts.ts';
import type { Steps } from './works.ts';

/** What the library's folder is called at a place that the person has chosen. */
export const FOLDER_NAME = 'Copydesk-library';
/** Derived, or only of use where the library is open: not copied. */
const LEFT_BEHIND = /^(renditions(\/|$)|library\.lock|photos\/incoming(\/|$)|moved\.json$)|\.tmp$/;

type File = { name: string; size: number };

/**
 * Where the library in `library` would go in the folder `chosen`. Failures: placeGone, placeReadOnly, networkDrive,
 * placeInside, placeTaken, placeFull.
 */
export const checkTarget = (library: string, chosen: string): Promise<Result<string>> =>
  outcome(async () => {
    const place = await checkPlace(chosen);
    if (!place.ok) {
      const code = { folderMissing: 'placeGone', folderReadOnly: 'placeReadOnly', diskError: 'placeFailed' } as const;
      throw new Trouble(code[place.code as keyof typeof code] ?? place.code, place.detail);
    }
    const inside = path.relative(library, chosen);
    if (inside === '' || !(inside.startsWith('..') || path.isAbsolute(inside)))
      throw new Trouble('placeInside', chosen);
    const target = path.join(chosen, FOLDER_NAME);
    const there = await atPlace(target, () =>
      readdir(target).catch((error) => (error.code === 'ENOENT' ? [] : Promise.reject(error))),
    );
    if (there.length > 0) throw new Trouble('placeTaken', target);
    const bytes = (await listAll(library)).reduce((sum, { size }) => sum + size, 0);
    // The database's log may grow until then.
    if (place.value.freeBytes < bytes * 1.01 + 8 * 1024 * 1024) throw new Trouble('placeFull', chosen);
    return target;
  });

/** The photos, which never change, while the library is still in use. Failures: place…, libraryUnreadable, cancelled. */
export const copyPhotos = (library: string, target: string, going: Steps): Promise<Result<null>> =>
  outcome(async () => {
    const files = (await listAll(library)).filter(({ name }) => name.startsWith('photos/'));
    await copyFiles(library, target, files, going);
    return null;
  });

/**
 * With the library closed: everything else, each copy read back; the copy opened as a library and closed again; and a
 * marker in the old folder, which stays as it is otherwise. Where it fails, the old one is the library, as before.
 */
export const finishMove = (
  library: string,
  target: string,
  carried: ReadonlyMap<string, Uint8Array>,
  going: Steps,
): Promise<Result<string>> =>
  outcome(async () => {
    const files: File[] = [];
    for (const file of await listAll(library)) if (!(await isCopied(target, file))) files.push(file);
    await copyFiles(library, target, files, going);
    const opened = await openStore(target);
    if (!opened.ok) throw new Trouble(opened.code, opened.detail);
    try {
      for (const [key, value] of carried) {
        const kept = await opened.value.putValue(key, value);
        if (!kept.ok) throw new Trouble(kept.code, kept.detail);
      }
    } finally {
      await opened.value.close();
    }
    point('move.copied');
    await atLibrary(() => leaveMarker(library, target));
    return target;
  });

/** A copy that was not finished, or is not wanted. Only what `checkTarget` has found free. */
export const removeTarget = (target: string): Promise<void> =>
  rm(target, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined);

async function listAll(library: string): Promise<File[]> {
  const found = await atLibrary(() => readdir(library, { recursive: true, withFileTypes: true }));
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(library, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .filter((name) => !LEFT_BEHIND.test(name));
  const files: File[] = [];
  for (const name of names) {
    const there = await stat(path.join(library, name)).catch(() => null);
    if (there) files.push({ name, size: there.size });
  }
  return files;
}

/** A photo of the first round: its name is its content. */
async function isCopied(target: string, { name, size }: File): Promise<boolean> {
  if (!name.startsWith('photos/')) return false;
  const there = await stat(path.join(target, name)).catch(() => null);
  return there?.size === size;
}

async function copyFiles(library: string, target: string, files: readonly File[], going: Steps): Promise<void> {
  const total = files.reduce((sum, { size }) => sum + 2 * size, 0);
  let done = 0;
  const step: Step = (bytes) => {
    going.signal.throwIfAborted();
    done += bytes;
    going.progress(Math.min(done, total), total);
  };
  const folders = new Set([target]);
  await atPlace(target, () => mkdir(target, { recursive: true }));
  for (const { name } of files) {
    const to = path.join(target, name);
    const folder = path.dirname(to);
    await atPlace(folder, () => mkdir(folder, { recursive: true }));
    for (let at = folder; at.length >= target.length; at = path.dirname(at)) folders.add(at);
    await copyOne(path.join(library, name), to, step);
  }
  for (const folder of [...folders, path.dirname(target)]) await atPlace(folder, () => syncFolder(folder));
}

/** One file, onto the disk and read back. One that has gone meanwhile is left out. */
async function copyOne(from: string, to: string, step: Step): Promise<void> {
  const source = await openIfThere(from);
  if (!source) return;
  try {
    const written = await atPlace(to, () => open(to, 'w+', 0o600));
    try {
      const wanted = createHash('sha256');
      for await (const chunk of fileChunks(source.handle, step)) {
        wanted.update(chunk);
        await atPlace(to, () => written.writeFile(chunk));
      }
      await atPlace(to, () => written.sync());
      if ((await hashOf(written, to, step)) !== wanted.digest('hex')) throw new Trouble('placeFailed', to);
    } finally {
      await written.close();
    }
  } finally {
    await source.handle.close();
  }
}

async function hashOf(file: FileHandle, name: string, step: Step): Promise<string> {
  const hash = createHash('sha256');
  const chunk = Buffer.alloc(1024 * 1024);
  for (let at = 0; ; ) {
    const { bytesRead } = await atPlace(name, () => file.read(chunk, 0, chunk.length, at));
    if (bytesRead === 0) return hash.digest('hex');
    hash.update(chunk.subarray(0, bytesRead));
    at += bytesRead;
    step(bytesRead);
  }
}
