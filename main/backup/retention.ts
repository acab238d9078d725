import { lstat, rm } from 'node:fs/promises';
import path from 'node:path';
import { type MadeBackup, type Memory, outlivedBackups } from './plan.ts';

/**
 * Removes the schedule's old backups; gives the memory without them. Only a file that it made itself, whose name and length
 * are as they were; where in doubt, a file stays. What the disk refuses stays, too, and in the memory.
 */
export async function removeOutlived(memory: Memory): Promise<Memory> {
  const there = new Set<MadeBackup>();
  for (const backup of memory.made) if (await isAsMade(backup)) there.add(backup);
  const removed = new Set<MadeBackup>();
  for (const backup of outlivedBackups(memory, (one) => there.has(one), path.dirname)) {
    const done = await rm(backup.path).then(
      () => true,
      () => false,
    );
    if (done) removed.add(backup);
  }
  return { ...memory, made: memory.made.filter((backup) => !removed.has(backup)) };
}

async function isAsMade({ path: file, bytes }: MadeBackup): Promise<boolean> {
  const found = await lstat(file).catch(() => null);
  return found?.isFile() === true && found.size === bytes && file.endsWith('.copydesk-backup');
}
