import { read } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { isEntryName, isUnfinished } from './manifest.ts';
import { atLibrary } from './trouble.ts';

const CHUNK = 1024 * 1024;
/**
 * SQLite's locks are on this byte, and it keeps nothing in that page (https://www.sqlite.org/fileformat.html#the_lock_byte_page).
 * Windows refuses to read locked bytes.
 */
const LOCK_BYTE = 0x40000000;
const LOCK_PAGE = 4096;
const readAt = promisify(read);

/** Called with the bytes that were done; throws AbortError where the person has cancelled. */
export type Step = (bytes: number) => void;

/** The bytes of a held library.db, by the worker's own open file. */
export async function* databaseChunks(fd: number, bytes: number, step: Step): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes; ) {
    const size = Math.min(at === LOCK_BYTE ? LOCK_PAGE : CHUNK, bytes - at);
    const chunk = Buffer.alloc(size);
    const got = at === LOCK_BYTE ? size : (await atLibrary(() => readAt(fd, chunk, 0, size, at))).bytesRead;
    if (got === 0) return;
    yield chunk.subarray(0, got);
    at += got;
    step(got);
  }
}

/** The bytes of a file of the library. */
export async function* fileChunks(handle: FileHandle, step: Step): AsyncGenerator<Buffer> {
  for (;;) {
    const chunk = Buffer.alloc(CHUNK);
    const { bytesRead } = await atLibrary(() => handle.read(chunk, 0, CHUNK));
    if (bytesRead === 0) return;
    yield chunk.subarray(0, bytesRead);
    step(bytesRead);
  }
}

/**
 * Opens one of the library's files and gives it with its size: what is read then is one whole state of it, also where it is
 * replaced meanwhile. null: it has gone since it was listed.
 */
export async function openIfThere(file: string): Promise<{ handle: FileHandle; size: number } | null> {
  return atLibrary(async () => {
    let handle: FileHandle;
    try {
      handle = await open(file, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    const { size } = await handle.stat();
    return { handle, size };
  });
}

/**
 * The files below one folder of the library that go into a backup, by their names there, in order. Unfinished files have
 * names that no backup takes; `leftOut` counts the others that it cannot take.
 */
export async function listEntries(library: string, folder: string): Promise<{ names: string[]; leftOut: string[] }> {
  const found = await atLibrary(() =>
    readdir(path.join(library, folder), { recursive: true, withFileTypes: true }).catch((error) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    }),
  );
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(library, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return {
    names: names.filter(isEntryName),
    leftOut: names.filter((name) => !isEntryName(name) && !isUnfinished(name)),
  };
}
