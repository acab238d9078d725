import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ErrorCode, Result } from '../preload/contract.ts';
import { diskFailure, replaceFile, syncFolder } from './durable.ts';

/** The names in a folder that end so, in their order, at most so many; none where there is no folder. */
export async function namesIn(folder: string, extension: string, most: number): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((one) => one.endsWith(extension))
    .sort()
    .slice(0, most);
}

/** A file's bytes, at most so many. Failures: `notOne` (no file), fileTooLarge, the disk's. */
export async function readWhole(file: string, most: number, notOne: ErrorCode): Promise<Result<Uint8Array>> {
  try {
    const info = await stat(file);
    if (!info.isFile()) return { ok: false, code: notOne };
    if (info.size > most) return { ok: false, code: 'fileTooLarge' };
    return { ok: true, value: new Uint8Array(await readFile(file)) };
  } catch (error) {
    return diskFailure(error);
  }
}

/** Writes a file whole or not at all; its name is durable when it returns. Failures: diskFull, diskError. */
export async function writeFileWhole(file: string, text: string): Promise<Result<null>> {
  const folder = path.dirname(file);
  try {
    if (await mkdir(folder, { recursive: true })) await syncFolder(path.dirname(folder));
    await replaceFile(file, new Uint8Array(Buffer.from(text)), `${file}.${randomUUID()}.part`);
    await syncFolder(folder);
    return { ok: true, value: null };
  } catch (error) {
    return diskFailure(error);
  }
}

/** Failures: diskError. */
export async function removeFile(file: string): Promise<Result<null>> {
  try {
    await rm(file, { force: true });
    await syncFolder(path.dirname(file));
    return { ok: true, value: null };
  } catch (error) {
    return diskFailure(error);
  }
}

/** Writes a file of the person's choice, which gets its extension where they left it out. Failures: the disk's. */
export async function giveFile(file: string, extension: string, text: string): Promise<Result<{ path: string }>> {
  const target = file.toLowerCase().endsWith(extension) ? file : `${file}${extension}`;
  const written = await writeFileWhole(target, text);
  return written.ok ? { ok: true, value: { path: target } } : written;
}

/** Work on one file, one after the other: each sees what the one before it wrote. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
}
