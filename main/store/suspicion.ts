import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from './failures.ts';

// When a start reads the whole database before it uses it. SQLite's check takes milliseconds for a small library and, from
// a cold disk, half a minute for one of 10,000 stories with their journals: a large one is checked beside the work, and only
// where that check was alarmed is the next start slow.

/** Bytes up to which the check at the start is not noticed. */
const SMALL = 32 * 1024 * 1024;
const markOf = (folder: string): string => join(folder, 'library.suspect');

export const isSuspect = (folder: string): boolean => existsSync(markOf(folder));

export function wantsFullCheck(folder: string): boolean {
  return isSuspect(folder) || statSync(join(folder, 'library.db')).size <= SMALL;
}

/** The next start checks the whole database, and salvages it where it is damaged. */
export const raiseSuspicion = (folder: string, why: string): void =>
  void attempt(() => writeFileSync(markOf(folder), why));

export const clearSuspicion = (folder: string): void => rmSync(markOf(folder), { force: true });
