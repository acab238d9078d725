import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readBackup } from '../../../main/backup/reader.ts';
import type { Ledger } from './ledger.ts';

/** Whatever has a backup's name is one, whole; and those that were said to be there are. */
export async function checkBackups(folder: string, ledger: Ledger, wrong: (what: string) => void): Promise<void> {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  const there = new Set(names.map((name) => join(folder, name)));
  for (const path of ledger.backups) if (!there.has(path)) wrong(`the backup ${path} is gone`);
  for (const path of [...there].slice(-2))
    await readBackup(path, { step: () => undefined }).catch((error) => wrong(`the backup ${path}: ${error}`));
}
