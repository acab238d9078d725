import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Names, storyStem } from '../../../main/backup/export/names.ts';
import { checkTarget } from '../../../main/backup/move.ts';
import { followMoves, forgetMove, leaveMarker } from '../../../main/backup/whereabouts.ts';
import { parseStory } from '../../../story/migrate.ts';
import { appendTexts, good, makeFolder, open, textsOf } from '../store/make.ts';
import { backupsOf } from './desk.ts';
import { makeLibrary } from './make.ts';

test('an export: each story reads back as it is, with its photos byte for byte, captions and notes', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  const rows = await desk.store.listStories();
  const withPhoto = rows.find(({ headline }) => headline === 'Tin số 1')!;
  good(await desk.store.setNotes(withPhoto.id, 'Gọi lại cho chị Lan.'));
  good(await desk.store.trashStory(rows.find(({ headline }) => headline === 'Tin số 2')!.id));
  desk.folder = library.place;
  const { path: folder, stories, problems } = good(await desk.backups.exportAll());
  expect({ stories, problems }).toEqual({ stories: 2, problems: 0 });
  expect(readdirSync(library.place)).toEqual([path.basename(folder)]);
  const day = '2025-03-01';
  expect(readdirSync(path.join(folder, 'stories')).sort()).toEqual([`tin-so-1-${day}`, `tin-so-2-${day}`]);
  const one = path.join(folder, 'stories', `tin-so-1-${day}`);
  expect(readdirSync(one).sort()).toEqual(['notes.txt', 'photos', 'photos.json', 'story.html', 'story.json']);
  const parsed = parseStory(JSON.parse(readFileSync(path.join(one, 'story.json'), 'utf8')));
  expect(parsed).toMatchObject({ kind: 'story', story: good(await desk.store.readStory(withPhoto.id)).story });
  const [photo] = JSON.parse(readFileSync(path.join(one, 'photos.json'), 'utf8'));
  expect(photo).toMatchObject({ file: 'photos/cho-phien.png', caption: 'Chợ phiên', credit: 'An' });
  const original = path.join(library.folder, 'photos', photo.sha256.slice(0, 2), photo.sha256);
  expect(readFileSync(path.join(one, photo.file))).toEqual(readFileSync(original));
  expect(readFileSync(path.join(one, 'notes.txt'), 'utf8')).toBe('Gọi lại cho chị Lan.\n');
  expect(readFileSync(path.join(one, 'story.html'), 'utf8')).toContain('src="photos/cho-phien.png"');
  const list = readFileSync(path.join(folder, 'index.html'), 'utf8');
  expect(list).toContain(`href="stories/tin-so-1-${day}/story.html"`);
  expect(list).toContain('Trong thùng rác');
});

test('hostile headlines make harmless names, each its own', async () => {
  const names = new Names();
  const at = '2026-11-27T08:00:00.000Z';
  const given = [
    '../../etc/passwd',
    'CON',
    'con',
    'a'.repeat(500),
    '',
    '…',
    'NUL.txt',
    'Đăk Lăk: "<b>"',
    'x\u0000y\n/',
  ].map((headline) => names.give(storyStem(headline, at)));
  for (const name of given) expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*-2026-11-27(-\d+)?$/);
  expect(Math.max(...given.map((name) => name.length))).toBeLessThan(70);
  expect(new Set(given).size).toBe(given.length);
  expect(given[1]).not.toMatch(/^con$/);
});

test('a photo that cannot be read is named in the list; the rest is written', async () => {
  const library = await makeLibrary(1);
  const desk = backupsOf(library);
  const photos = path.join(library.folder, 'photos');
  const name = readdirSync(photos, { recursive: true, encoding: 'utf8' }).find((one) => one.length > 60)!;
  writeFileSync(path.join(photos, name), 'damaged');
  desk.folder = library.place;
  const { path: folder, problems } = good(await desk.backups.exportAll());
  expect(problems).toBe(1);
  expect(readFileSync(path.join(folder, 'index.html'), 'utf8')).toContain('Số ảnh không có tệp gốc: 1');
});

test('a leftover of an export that was cut off goes with the next one; nothing else does', async () => {
  const library = await makeLibrary(1);
  const desk = backupsOf(library);
  mkdirSync(path.join(library.place, 'Copydesk-export-2026-11-26-0830.unfinished', 'stories'), { recursive: true });
  mkdirSync(path.join(library.place, 'Copydesk-export-2026-11-26-0830'));
  mkdirSync(path.join(library.place, 'mine.unfinished'));
  desk.folder = library.place;
  const { path: folder } = good(await desk.backups.exportAll());
  expect(readdirSync(library.place).sort()).toEqual(
    ['Copydesk-export-2026-11-26-0830', path.basename(folder), 'mine.unfinished'].sort(),
  );
});

test('a moved library goes on at its new place; the old folder is as it was and says where it went', async () => {
  const library = await makeLibrary(2);
  const desk = backupsOf(library);
  const before = await desk.store.listStories();
  desk.folder = library.place;
  good(await desk.backups.move());
  expect(desk.library).toBe(path.join(library.place, 'Copydesk-library'));
  expect((await desk.store.listStories()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(textsOf(await appendTexts(desk.store, before[0]!.id, ['Viết ở chỗ mới.']))).toContain('Viết ở chỗ mới.');
  expect(readdirSync(path.join(desk.library, 'templates'))).toEqual(['Tin thể thao.json']);
  const photos = (folder: string) =>
    readdirSync(path.join(folder, 'photos'), { recursive: true, encoding: 'utf8' }).filter((name) => name.length > 60);
  expect(photos(desk.library)).toEqual(photos(library.folder));
  expect((await desk.backups.state()).notice).toMatchObject({ kind: 'moved', kept: library.folder });
  expect(await followMoves(library.folder)).toBe(desk.library);
  const old = await open(library.folder);
  expect(old.problem).toBeNull();
  expect(await old.listStories()).toHaveLength(2);
  await forgetMove(library.folder);
  expect(await followMoves(library.folder)).toBe(library.folder);
});

test('places a library cannot move to; nothing changes there', async () => {
  const library = await makeLibrary(1);
  const refused = async (folder: string) => {
    const checked = await checkTarget(library.folder, folder);
    return checked.ok ? 'taken' : checked.code;
  };
  expect(await refused(path.join(library.root, 'gone'))).toBe('placeGone');
  expect(await refused(library.folder)).toBe('placeInside');
  expect(await refused(path.join(library.folder, 'photos'))).toBe('placeInside');
  mkdirSync(path.join(library.place, 'Copydesk-library'));
  expect(await refused(library.place)).toBe('taken');
  writeFileSync(path.join(library.place, 'Copydesk-library', 'library.db'), 'another one');
  expect(await refused(library.place)).toBe('placeTaken');
  expect(readdirSync(library.place)).toEqual(['Copydesk-library']);
});

test('a move that fails at the last leaves the library where it was, and nothing at the new place', async () => {
  const library = await makeLibrary(1);
  const desk = backupsOf(library);
  desk.folder = library.place;
  // The marker cannot be written: its name is a folder's.
  mkdirSync(path.join(library.folder, 'moved.json'));
  expect(await desk.backups.move()).toMatchObject({ ok: false });
  expect(desk.library).toBe(library.folder);
  expect(existsSync(path.join(library.place, 'Copydesk-library'))).toBe(false);
  expect(await desk.store.listStories()).toHaveLength(1);
});

test('a marker that leads in a circle leads nowhere', async () => {
  const folder = makeFolder();
  await leaveMarker(folder, folder);
  expect(await followMoves(folder)).toBe(folder);
});
