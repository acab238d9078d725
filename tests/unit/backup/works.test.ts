import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createWorks } from '../../../main/backup/works.ts';
import type { Work } from '../../../preload/contract.ts';
import { good } from '../store/make.ts';
import { backupsOf } from './desk.ts';
import { makeLibrary } from './make.ts';

test('one work at a time; what cannot be stopped half-way is neither cancelled nor waited for', async () => {
  const told: (Work | null)[] = [];
  const works = createWorks((work) => told.push(work));
  let finish = () => {};
  const running = works.run('restore', async (going) => {
    going.progress(1, 2);
    going.settle();
    await new Promise<void>((resolve) => {
      finish = resolve;
    });
    return { ok: true, value: going.signal.aborted };
  });
  expect(await works.run('backup', async () => ({ ok: true, value: null }))).toMatchObject({ code: 'backupBusy' });
  works.cancel();
  await works.close();
  finish();
  expect(await running).toEqual({ ok: true, value: false });
  expect(told.at(0)).toMatchObject({ kind: 'restore', canCancel: true });
  expect(told.at(-2)).toMatchObject({ kind: 'restore', done: 1, total: 2, canCancel: false });
  expect(told.at(-1)).toBeNull();
  expect(works.current()).toBeNull();
});

test('the program ends in the middle of a backup: it is called off, and nothing of it is left', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  desk.folder = library.place;
  good(await desk.backups.setPlan({ every: 'daily', keep: 3 }));
  const making = desk.backups.makePlanned();
  while ((await desk.backups.state()).work === null) await new Promise((done) => setTimeout(done, 1));
  await desk.backups.close();
  expect(await making).toMatchObject({ ok: false, code: 'cancelled' });
  expect(readdirSync(library.place)).toEqual([]);
  // Called off is not failed.
  expect(await desk.backups.state()).toMatchObject({ failed: null, work: null, last: null });
});
