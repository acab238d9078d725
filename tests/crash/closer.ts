// Restores a library from its backup, or moves it, in a process that is killed at a named point: ROOT restore|move POINT.
import { join } from 'node:path';
import { copyPhotos, finishMove } from '../../main/backup/move.ts';
import { openBackup } from '../../main/backup/opened.ts';
import { unpackLibrary } from '../../main/backup/restore.ts';
import { keptFolder, restoringFolder, swap } from '../../main/backup/swap.ts';
import type { Point } from '../../main/points.ts';
import { killAt } from './kills/at-point.ts';

const [root = '', what, name] = process.argv.slice(2);
killAt({ name: name as Point, nth: 1 });
const library = join(root, 'library');
const { signal } = new AbortController();
const progress = () => undefined;
const must = <T>(result: { ok: true; value: T } | { ok: false; code: string; detail?: string }): T => {
  if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
  return result.value;
};

if (what === 'restore') {
  const at = new Date();
  const fresh = restoringFolder(library, at);
  const opened = must(await openBackup(join(root, 'backup'), library, progress, signal, async () => 1));
  must(await unpackLibrary(opened, fresh, new Map(), progress, signal));
  must(await swap(library, fresh, keptFolder(library, at)));
} else {
  const target = join(root, 'elsewhere', 'library');
  must(await copyPhotos(library, target, { progress, signal }));
  must(await finishMove(library, target, new Map(), { progress, signal }));
}
console.log('END');
process.exit(0);
