import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { point } from '../points.ts';

/** Makes a folder's list of names durable. Windows has no such call: NTFS journals its names itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  withFile(folder, 'r', fsyncSync);
}

/** Makes a folder, and its parents; each new name is durable. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { recursive: true });
  syncFolder(dirname(folder));
}

/** Replaces a file whole or not at all: temporary file, fsync, rename, fsync of the folder. */
export function replaceFile(path: string, data: string): void {
  const temporary = `${path}.tmp`;
  withFile(temporary, 'w', (fd) => {
    writeFileSync(fd, data);
    fsyncSync(fd);
  });
  point('file.written');
  renameSync(temporary, path);
  point('file.renamed');
  syncFolder(dirname(path));
}

/** Copies a file; the copy's bytes are durable (its name is when the caller syncs the folder). */
export function copyFile(from: string, to: string): void {
  copyFileSync(from, to);
  withFile(to, 'r+', fsyncSync);
}

function withFile(path: string, flags: string, work: (fd: number) => void): void {
  const fd = openSync(path, flags);
  try {
    work(fd);
  } finally {
    closeSync(fd);
  }
}
