import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keptFolder, mendSwap, restoringFolder, swap } from '../../../main/backup/swap.ts';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { appendTexts, good, makeFolder, makeStory, open, textsOf } from '../store/make.ts';
import { backupsOf } from './desk.ts';
import { makeLibrary } from './make.ts';

const beside = (root: string) => readdirSync(root).filter((name) => name.startsWith('library.'));

test('a restored library is the one of the backup; the one before is whole beside it, with what was written since', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  const { store } = desk;
  desk.folder = library.place;
  const before = await store.listStories();
  desk.file = good(await desk.backups.make()).path;
  const since = makeStory('Viết sau');
  good(await store.createStory(since, 'an'));
  const seen = good(await desk.backups.openFile());
  expect(seen).toMatchObject({ photos: 1, damagedRows: 0, damagedPhotos: 0 });
  expect(seen.stories.map(({ headline, here }) => [headline, here])).toEqual([
    ['Tin số 2', true],
    ['Tin số 1', true],
  ]);
  good(await desk.backups.restore());
  expect((await store.listStories()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  expect(textsOf(good(await store.openStory(before[0]!.id)).story)).toContain('Đoạn thứ hai.');
  const state = await desk.backups.state();
  expect(state.notice).toMatchObject({ kind: 'restored' });
  expect(beside(library.root)).toEqual([path.basename(state.notice!.kept)]);
  // What this desk knows of its backups came along.
  expect(state.last?.path).toBe(desk.file);
  renameSync(state.notice!.kept, path.join(library.root, 'again'));
  const kept = await open(path.join(library.root, 'again'));
  expect((await kept.listStories()).map(({ headline }) => headline)).toContain('Viết sau');
  good(await desk.backups.noticeRead());
  expect((await desk.backups.state()).notice).toBeNull();
});

test('publications under way in the backup stop, and wait for a person', async () => {
  const library = await makeLibrary(1);
  const desk = backupsOf(library);
  const { store } = desk;
  const [row] = await store.listStories();
  const { story } = good(await store.readStory(row!.id));
  const destination = newId();
  good(
    await store.putDestination({
      id: destination,
      name: 'Báo',
      config: { type: 'folder', path: '/x', open: false },
      secret: null,
    }),
  );
  const job = {
    story,
    hash: storyHash(story),
    destinationId: destination,
    approvedBy: null,
    publishedBy: 'An',
    total: 3,
  };
  good(await store.enqueue(job));
  desk.folder = library.place;
  desk.file = good(await desk.backups.make()).path;
  good(await desk.backups.openFile());
  good(await desk.backups.restore());
  expect(await store.listJobs({})).toMatchObject([{ state: 'stopped', error: { code: 'fromBackup' } }]);
});

test('a backup that was changed after it was looked at is not restored, and nothing is left of the try', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  desk.folder = library.place;
  desk.file = good(await desk.backups.make()).path;
  good(await desk.backups.openFile());
  const bytes = readFileSync(desk.file);
  writeFileSync(desk.file, bytes.subarray(0, bytes.length - 4096));
  expect(await desk.backups.restore()).toMatchObject({ ok: false, code: 'damagedBackup' });
  await desk.backups.closeFile();
  expect(beside(library.root)).toEqual([]);
  expect(await desk.store.listStories()).toHaveLength(2);
});

test('single stories: a lost one under its id with photo and notes, one that is here as a copy', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  const { store } = desk;
  const rows = await store.listStories();
  const withPhoto = rows.find(({ headline }) => headline === 'Tin số 1')!;
  const other = rows.find(({ headline }) => headline === 'Tin số 2')!;
  good(await store.setNotes(withPhoto.id, 'Gọi lại cho chị Lan.'));
  const { story } = good(await store.readStory(withPhoto.id));
  desk.folder = library.place;
  desk.file = good(await desk.backups.make()).path;
  good(await store.trashStory(withPhoto.id));
  good(await store.deleteStory(withPhoto.id));
  rmSync(path.join(library.folder, 'photos'), { recursive: true });
  await appendTexts(store, other.id, ['Viết thêm sau khi sao lưu.']);
  good(await desk.backups.openFile());
  expect(good(await desk.backups.takeStories([withPhoto.id, other.id]))).toEqual({ added: 2, missingPhotos: 0 });
  expect(good(await store.readStory(withPhoto.id)).story).toEqual(story);
  expect((await store.getNotes(withPhoto.id))?.text).toBe('Gọi lại cho chị Lan.');
  expect(textsOf(good(await store.readStory(other.id)).story)).toContain('Viết thêm sau khi sao lưu.');
  const copy = (await store.listStories()).find(({ headline }) => headline === 'Tin số 2 (từ bản sao lưu)')!;
  expect(copy.id).not.toBe(other.id);
  expect(textsOf(good(await store.readStory(copy.id)).story)).not.toContain('Viết thêm sau khi sao lưu.');
  expect(
    readdirSync(path.join(library.folder, 'photos'), { recursive: true, encoding: 'utf8' }).some(
      (name) => name.length > 60,
    ),
  ).toBe(true);
  expect(await desk.backups.takeStories([newId()])).toMatchObject({ ok: false, code: 'notFound' });
  await desk.backups.closeFile();
  expect(beside(library.root)).toEqual([]);
});

test('a swap that the disk refuses puts the old library back', async () => {
  const root = makeFolder();
  const library = path.join(root, 'library');
  mkdirSync(library);
  writeFileSync(path.join(library, 'library.db'), 'old');
  const at = new Date();
  const kept = keptFolder(library, at);
  expect(await swap(library, restoringFolder(library, at), kept)).toMatchObject({ ok: false, code: 'restoreFailed' });
  expect(readFileSync(path.join(library, 'library.db'), 'utf8')).toBe('old');
  expect(readdirSync(root)).toEqual(['library']);
});

test('a crash between the two steps of a swap: the old library is back at the next start, the unused one gone', async () => {
  const root = makeFolder();
  const library = path.join(root, 'library');
  const older = keptFolder(library, new Date('2026-01-01T00:00:00.000Z'));
  const kept = keptFolder(library, new Date('2026-11-27T00:00:00.000Z'));
  const fresh = restoringFolder(library, new Date('2026-11-27T00:00:00.000Z'));
  for (const [folder, text] of [
    [older, 'older'],
    [kept, 'old'],
    [fresh, 'new'],
  ] as const) {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'library.db'), text);
  }
  await mendSwap(library);
  expect(readFileSync(path.join(library, 'library.db'), 'utf8')).toBe('old');
  expect(readdirSync(root).sort()).toEqual(['library', path.basename(older)]);
  // With a library in its place nothing but leftovers goes.
  mkdirSync(fresh);
  await mendSwap(library);
  expect(existsSync(older)).toBe(true);
  expect(existsSync(fresh)).toBe(false);
});
