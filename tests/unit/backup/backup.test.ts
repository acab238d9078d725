import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { makeBackup } from '../../../main/backup/make.ts';
import { endMark } from '../../../main/backup/manifest.ts';
import { type ReadBackup, readBackup } from '../../../main/backup/reader.ts';
import { outcome } from '../../../main/backup/trouble.ts';
import { Writer } from '../../../main/backup/writer.ts';
import type { Result } from '../../../preload/contract.ts';
import { appendTexts, good, makeFolder, makeStory, open as openLibrary, textsOf } from '../store/make.ts';
import { backUp, makeLibrary, noise } from './make.ts';

const read = (file: string): Promise<Result<ReadBackup>> => outcome(() => readBackup(file, { step: () => undefined }));

test('a backup holds the database, recovery copies, photos and templates, and nothing else is left at its place', async () => {
  const library = await makeLibrary();
  const made = good(await backUp(library));
  expect(readdirSync(library.place)).toEqual(['Copydesk-2026-11-27-0830.copydesk-backup']);
  expect(made).toMatchObject({ stories: 2, photos: 1, damagedPhotos: 0, damagedRows: 0, leftOut: [] });
  const { manifest, bytes } = good(await read(made.path));
  expect(bytes).toBe(made.bytes);
  expect(manifest.entries.map(({ name }) => name.split('/')[0])).toEqual([
    'recovery',
    'recovery',
    'library.db',
    'photos',
    'templates',
  ]);
});

test('any tar program unpacks it', async () => {
  const library = await makeLibrary();
  const { path: file } = good(await backUp(library));
  const to = makeFolder();
  expect(spawnSync('tar', ['-xf', file, '-C', to]).status).toBe(0);
  const photo = readdirSync(path.join(library.folder, 'photos'), { recursive: true, encoding: 'utf8' }).find(
    (name) => name.length > 60,
  )!;
  expect(readFileSync(path.join(to, 'photos', photo))).toEqual(
    readFileSync(path.join(library.folder, 'photos', photo)),
  );
  expect(readdirSync(to).sort()).toEqual(['end', 'library.db', 'manifest.json', 'photos', 'recovery', 'templates']);
});

test('writing goes on while a backup is made; what was acknowledged before it is in it, and all of it opens', async () => {
  const library = await makeLibrary(1);
  const story = makeStory();
  good(await library.store.createStory(story, 'an'));
  await appendTexts(library.store, story.id, ['trước']);
  let made = false;
  const backup = backUp(library).finally(() => {
    made = true;
  });
  let during = 0;
  while (!made) await appendTexts(library.store, story.id, [`trong lúc sao lưu ${during++}`]);
  const { path: file } = good(await backup);
  const after = await appendTexts(library.store, story.id, ['sau']);
  expect(textsOf(after)).toHaveLength(during + 3);
  const to = path.join(makeFolder(), 'library');
  await readBackup(file, { step: () => undefined, unpack: (name) => path.join(to, name) });
  const copy = await openLibrary(to);
  expect(copy.problem).toBeNull();
  const kept = textsOf(good(await copy.readStory(story.id)).story);
  expect(kept[1]).toBe('trước');
  expect(textsOf(after).slice(0, kept.length)).toEqual(kept);
});

test('a file that was cut anywhere, lengthened, or changed in one byte is refused', async () => {
  const library = await makeLibrary(1);
  const { path: file, bytes } = good(await backUp(library));
  const whole = readFileSync(file);
  const copy = path.join(library.root, 'copy');
  const refused = async (content: Buffer) => {
    writeFileSync(copy, content);
    const result = await read(copy);
    return result.ok ? 'taken' : result.code;
  };
  expect(await refused(whole)).toBe('taken');
  for (let step = 0; step < 60; step++) {
    const cut = Math.floor((bytes * step) / 60);
    expect(await refused(whole.subarray(0, cut)), `cut at ${cut}`).toMatch(/^(damagedBackup|notABackup)$/);
  }
  for (const cut of [bytes - 1, bytes - 512, bytes - 1024, bytes - 1536])
    expect(await refused(whole.subarray(0, cut)), `cut at ${cut}`).toBe('damagedBackup');
  expect(await refused(Buffer.concat([whole, Buffer.alloc(512)]))).toBe('damagedBackup');
  const { manifest } = good(await read(file));
  const header = (name: string) => whole.indexOf(`${name}\0`);
  const spots = manifest.entries.flatMap(({ name, size }) => [header(name) + 512, header(name) + 511 + size]);
  for (const at of [...spots, header('manifest.json') + 600, header('end') + 520]) {
    const changed = Buffer.from(whole);
    changed[at]! ^= 1;
    expect(await refused(changed), `byte ${at}`).toBe('damagedBackup');
  }
});

test('no bit flipped anywhere passes', async () => {
  const library = await makeLibrary(1);
  const { path: file, bytes } = good(await backUp(library));
  const whole = readFileSync(file);
  const copy = path.join(library.root, 'copy');
  for (let round = 0; round < 150; round++) {
    const at = Math.floor((bytes * (round + 0.37)) / 150);
    const changed = Buffer.from(whole);
    changed[at]! ^= 1 << (round % 8);
    writeFileSync(copy, changed);
    expect(await read(copy), `byte ${at}`).toMatchObject({ ok: false });
  }
});

test('a file of something else, and one of a newer program', async () => {
  const library = await makeLibrary(1);
  const other = path.join(library.root, 'other');
  writeFileSync(other, '');
  expect(await read(other)).toMatchObject({ code: 'notABackup' });
  writeFileSync(other, noise(5000));
  expect(await read(other)).toMatchObject({ code: 'notABackup' });
  expect(await read(path.join(library.root, 'missing'))).toMatchObject({ code: 'placeGone' });
  const newer = path.join(library.root, 'newer');
  const file = await open(newer, 'wx');
  const writer = new Writer(file, newer, 0);
  await writer.add('something-new', 3, [Buffer.from('new')]);
  const manifest = Buffer.from(JSON.stringify({ format: 'copydesk-backup', version: 2, other: true }));
  await writer.add('manifest.json', manifest.length, [manifest]);
  const end = Buffer.from(endMark(createHash('sha256').update(manifest).digest('hex')));
  await writer.add('end', end.length, [end]);
  await writer.end();
  await file.close();
  expect(await read(newer)).toMatchObject({ code: 'newerBackup' });
});

test('a backup of the same minute gets a number; none is written over', async () => {
  const library = await makeLibrary(1);
  const first = good(await backUp(library));
  const before = readFileSync(first.path);
  good(await backUp(library));
  expect(readdirSync(library.place).sort()).toEqual([
    'Copydesk-2026-11-27-0830-2.copydesk-backup',
    'Copydesk-2026-11-27-0830.copydesk-backup',
  ]);
  expect(readFileSync(first.path)).toEqual(before);
});

test('a cancelled backup leaves nothing, at whichever byte', async () => {
  const library = await makeLibrary(2);
  for (const when of [0.01, 0.3, 0.55, 0.7, 0.99]) {
    const control = new AbortController();
    const progress = (done: number, total: number) => {
      if (done >= total * when) control.abort();
    };
    const made = await makeBackup(library.needs, { folder: library.place, name: 'x' }, progress, control.signal);
    expect(made).toMatchObject({ ok: false, code: 'cancelled' });
    expect(readdirSync(library.place)).toEqual([]);
  }
  good(await backUp(library));
});

test('a place that is not there, a file, or inside the library', async () => {
  const library = await makeLibrary(1);
  expect(await backUp(library, path.join(library.root, 'gone'))).toMatchObject({ code: 'placeGone' });
  expect(readdirSync(library.root)).not.toContain('gone');
  expect(await backUp(library, path.join(library.folder, 'library.db'))).toMatchObject({ code: 'placeGone' });
  expect(await backUp(library, path.join(library.folder, 'templates'))).toMatchObject({ code: 'placeInside' });
  expect(await backUp(library, library.folder)).toMatchObject({ code: 'placeInside' });
});

test('what is damaged in the library is told, and the rest is kept: a photo, a row', async () => {
  const library = await makeLibrary(2);
  const photo = readdirSync(path.join(library.folder, 'photos'), { recursive: true, encoding: 'utf8' }).find(
    (name) => name.length > 60,
  )!;
  writeFileSync(path.join(library.folder, 'photos', photo), 'not the photo');
  expect(good(await backUp(library))).toMatchObject({ damagedPhotos: 1, stories: 2 });
});

test('a database that is damaged on the disk is no backup', async () => {
  const library = await makeLibrary(30);
  good(await library.store.holdDatabase());
  const file = path.join(library.folder, 'library.db');
  const bytes = readFileSync(file);
  for (let page = 3; page * 4096 < bytes.length; page += 2) bytes.fill(0xa5, page * 4096, page * 4096 + 200);
  writeFileSync(file, bytes);
  expect(await backUp(library)).toMatchObject({ ok: false, code: 'libraryUnsound' });
  expect(readdirSync(library.place)).toEqual([]);
});

test('a day-old leftover of a crash is removed; a young one may be being written', async () => {
  const library = await makeLibrary(1);
  const leftover = (name: string, ageMs: number) => {
    const file = path.join(library.place, name);
    writeFileSync(file, 'half');
    utimesSync(file, new Date(Date.now() - ageMs), new Date(Date.now() - ageMs));
  };
  const day = 24 * 60 * 60_000;
  leftover('.copydesk-backup-01234567-89ab-cdef-0123-456789abcdef.part', 2 * day);
  leftover('.copydesk-backup-11234567-89ab-cdef-0123-456789abcdef.db', 2 * day);
  leftover('.copydesk-backup-21234567-89ab-cdef-0123-456789abcdef.part', 1000);
  leftover('Copydesk-2020-01-01-0000.copydesk-backup', 2000 * day);
  leftover('notes.part', 2000 * day);
  good(await backUp(library));
  expect(readdirSync(library.place).sort()).toEqual([
    '.copydesk-backup-21234567-89ab-cdef-0123-456789abcdef.part',
    'Copydesk-2020-01-01-0000.copydesk-backup',
    'Copydesk-2026-11-27-0830.copydesk-backup',
    'notes.part',
  ]);
});
