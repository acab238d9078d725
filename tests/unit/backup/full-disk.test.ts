// A stick of the test's own, of a size of its own: mounting takes root.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { backupName, makeBackup } from '../../../main/backup/make.ts';
import { checkTarget, finishMove } from '../../../main/backup/move.ts';
import { followMoves } from '../../../main/backup/whereabouts.ts';
import { good, makeFolder } from '../store/make.ts';
import { backupsOf } from './desk.ts';
import { backUp, makeLibrary, noise, type TestLibrary } from './make.ts';

const mount = (...args: string[]): boolean => spawnSync('mount', args).status === 0;
const canMount = (() => {
  const probe = makeFolder();
  const mounted = mount('-t', 'tmpfs', 'tmpfs', probe);
  if (mounted) spawnSync('umount', [probe]);
  return mounted;
})();

const mounted: string[] = [];
afterEach(() => {
  for (const stick of mounted.splice(0)) spawnSync('umount', ['-l', stick]);
});

function plugIn(stick: string, size: string): void {
  mkdirSync(stick, { recursive: true });
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', stick);
  mounted.push(stick);
}
/** Leaves not one byte. */
function fill(disk: string): void {
  for (const size of [1_048_576, 65_536, 4096])
    try {
      for (let at = 0; ; at++) writeFileSync(path.join(disk, `filler-${size}-${at}`), Buffer.alloc(size));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
}
/** Takes the room away once so many bytes are done: the check beforehand must not be what saves us. */
const filledUpAt = (library: TestLibrary, bytes: number) => {
  let filled = false;
  return makeBackup(
    library.needs,
    { folder: library.place, name: backupName(new Date()) },
    (done) => {
      if (filled || done < bytes) return;
      filled = true;
      fill(library.place);
    },
    new AbortController().signal,
  );
};
const withoutFiller = (folder: string) => readdirSync(folder).filter((name) => !name.startsWith('filler'));

test.skipIf(!canMount)('too little room is told before anything is written', async () => {
  const library = await makeLibrary(1);
  plugIn(library.place, '100k');
  expect(await backUp(library)).toMatchObject({ ok: false, code: 'placeFull' });
  expect(readdirSync(library.place)).toEqual([]);
});

test.skipIf(!canMount)(
  'a disk that fills up at any point: placeFull, nothing half is left, the library goes on',
  async () => {
    const library = await makeLibrary(2);
    const photos = path.join(library.folder, 'photos', 'aa');
    mkdirSync(photos, { recursive: true });
    for (const digit of ['1', '2', '3']) writeFileSync(path.join(photos, `aa${digit.repeat(62)}`), noise(1_500_000));
    plugIn(library.place, '12m');
    const kept = readFileSync(good(await backUp(library)).path);
    for (const bytes of [1, 20_000, 200_000, 1_000_000, 2_000_000, 3_000_000]) {
      const made = await filledUpAt(library, bytes);
      expect(made, `full at ${bytes}`).toMatchObject({ ok: false, code: 'placeFull' });
      const [only, ...others] = withoutFiller(library.place);
      expect(others).toEqual([]);
      expect(readFileSync(path.join(library.place, only!))).toEqual(kept);
      spawnSync('sh', ['-c', `rm -f ${library.place}/filler-*`]);
    }
    good(await library.store.checkpoint((await library.store.listStories())[0]!.id));
  },
);

test.skipIf(!canMount)('a stick that cannot be written to', async () => {
  const library = await makeLibrary(1);
  plugIn(library.place, '4m');
  mount('-o', 'remount,ro', library.place);
  expect(await backUp(library)).toMatchObject({ ok: false, code: 'placeReadOnly' });
});

test.skipIf(!canMount)('an export that fills its disk leaves nothing there', async () => {
  const library = await makeLibrary(3);
  const desk = backupsOf(library);
  plugIn(library.place, '24k');
  desk.folder = library.place;
  expect(await desk.backups.exportAll()).toMatchObject({ ok: false, code: 'placeFull' });
  expect(readdirSync(library.place)).toEqual([]);
});

test.skipIf(!canMount)('a move that fills its disk leaves the library where it was, and nothing there', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  plugIn(library.place, '20m');
  desk.folder = library.place;
  const target = good(await checkTarget(library.folder, library.place));
  writeFileSync(path.join(library.place, 'filler'), Buffer.alloc(20 * 1024 * 1024 - 120_000));
  const going = { signal: new AbortController().signal, progress: () => undefined };
  expect(await finishMove(library.folder, target, new Map(), going)).toMatchObject({ ok: false, code: 'placeFull' });
  expect(await desk.backups.move()).toMatchObject({ ok: false });
  expect(desk.library).toBe(library.folder);
  expect(await followMoves(library.folder)).toBe(library.folder);
  expect(await desk.store.listStories()).toHaveLength(2);
});

test.skipIf(!canMount)('a restore for which there is no room leaves the library as it is', async () => {
  const root = makeFolder();
  plugIn(root, '40m');
  const library = await makeLibrary(2, root);
  const desk = backupsOf(library);
  desk.folder = makeFolder();
  desk.file = good(await desk.backups.make()).path;
  good(await desk.backups.openFile());
  fill(root);
  expect(await desk.backups.restore()).toMatchObject({ ok: false, code: 'placeFull' });
  await desk.backups.closeFile();
  expect(readdirSync(root).filter((name) => name.startsWith('library.'))).toEqual([]);
  expect(await desk.store.listStories()).toHaveLength(2);
});
