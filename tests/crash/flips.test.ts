// One bit changed, or an end cut off, in each kind of file beside the database (for that: tests/unit/store/flipped-byte.test.ts).
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBackup } from '../../main/backup/make.ts';
import { readBackup } from '../../main/backup/reader.ts';
import { createMedia } from '../../main/media/index.ts';
import { verifySignature } from '../../main/person.ts';
import { createPrefs } from '../../main/prefs.ts';
import { type Library, openLibrary } from '../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import { notesCopyPath } from '../../main/store/notes-copy.ts';
import { openStore } from '../../main/store/open.ts';
import { recoveryPath } from '../../main/store/recovery.ts';
import { SCHEMA_FILE } from '../../main/store/schema-copy.ts';
import { createTemplates } from '../../main/templates/index.ts';
import { unpackHandoff } from '../../story/formats/copydesk/unpack.ts';
import { TYPING } from '../../story/text/corrections/settings.ts';
import { makeStory } from '../bench/prose.ts';
import { good } from '../cms/desk.ts';
import { photo } from '../fixtures/photo.ts';
import { sha256 } from './kills/life.ts';
import { files } from './operations/files.ts';
import { mulberry } from './random.ts';
import { story, storyWith } from './sentences.ts';

const base = mkdtempSync(join(tmpdir(), 'copydesk-flips-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const sound = join(base, 'library');
const other = makeStory(3, 1);
const NOTES = 'Hỏi lại số liệu của xã.';
const random = mulberry(20250305);
let pixels: Buffer;

beforeAll(async () => {
  pixels = await photo('jpeg', 200, 120, 9);
  const store = good(await openStore(sound));
  good(await store.createStory(storyWith(50), 'an'));
  good(await store.createStory(other, 'an'));
  good(await store.setNotes(story.id, NOTES));
  good(await createMedia({ folder: sound, store }).importPhoto('anh.jpg', pixels));
  await store.close();
});

/** Every kind of harm to a file's bytes, by chance: single bits anywhere, the first and last bytes, and cut-off ends. */
function harmed(bytes: Buffer, times = 30): [string, Buffer][] {
  const flip = (at: number): [string, Buffer] => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] as number) ^ (1 << Math.floor(random() * 8));
    return [`bit at ${at}`, copy];
  };
  const cut = (at: number): [string, Buffer] => [`cut at ${at}`, bytes.subarray(0, at)];
  const anywhere = () => Math.floor(random() * bytes.length);
  return [
    ...[0, 1, bytes.length - 2, bytes.length - 1].map(flip),
    ...Array.from({ length: times }, () => flip(anywhere())),
    ...[0, 1, bytes.length - 1, ...Array.from({ length: times / 3 }, anywhere)].map(cut),
  ];
}

/** A copy of the library with one file of it harmed. */
function hurt(path: string, bytes: Buffer): string {
  const folder = join(base, 'hurt');
  rmSync(folder, { recursive: true, force: true });
  cpSync(sound, folder, { recursive: true });
  writeFileSync(join(folder, path), bytes);
  return folder;
}

function use<T>(folder: string, work: (library: Library) => T): T {
  const library = good(openLibrary(folder, SNAPSHOT_LIMITS));
  try {
    return work(library);
  } finally {
    library.methods.close();
  }
}
const within = (path: string): string => path.slice(sound.length + 1);

test.each([
  ['a recovery copy', within(recoveryPath(sound, story.id))],
  ['a copy of notes', within(notesCopyPath(sound, story.id))],
  ['the copy of the schema', SCHEMA_FILE],
])('%s that is damaged costs nothing while the database is sound', (_, path) => {
  for (const [how, bytes] of harmed(readFileSync(join(sound, path)), 12))
    use(hurt(path, bytes), ({ methods, problem }) => {
      expect(good(methods.openStory(story.id)).story, how).toEqual(storyWith(50));
      expect(good(methods.openStory(other.id)).story, how).toEqual(other);
      expect(methods.getNotes(story.id)?.text, how).toBe(NOTES);
      expect(problem, how).toBeNull();
    });
});

test('a recovery copy that is damaged, and no database: the story is not shown otherwise than it was, the other one is back', () => {
  const path = within(recoveryPath(sound, story.id));
  let back = 0;
  for (const [how, bytes] of harmed(readFileSync(join(sound, path)), 9)) {
    const folder = hurt(path, bytes);
    writeFileSync(join(folder, 'library.db'), '');
    use(folder, ({ methods, problem }) => {
      expect(problem, how).toBe('damaged');
      expect(good(methods.openStory(other.id)).story, how).toEqual(other);
      const opened = methods.openStory(story.id);
      if (opened.ok) expect(opened.value.story, how).toEqual(storyWith(50));
      if (opened.ok) back++;
    });
    // Nor is what is left of it removed or written over.
    if (!back) expect(readFileSync(join(folder, path)), how).toEqual(bytes);
  }
  expect(back).toBeLessThan(3); // only where what was changed says nothing
});

test('a photo that is damaged is not handed out, and comes back with its file', async () => {
  const hash = sha256(pixels);
  const path = join('photos', hash.slice(0, 2), hash);
  for (const [how, bytes] of harmed(pixels, 9)) {
    const folder = hurt(path, bytes);
    const { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
    const store = {
      getPhoto: async (id: string) => methods.getPhoto(id),
      putPhoto: async (info: Parameters<typeof methods.putPhoto>[0]) => methods.putPhoto(info),
    };
    const media = createMedia({ folder, store });
    expect(await media.readOriginal(hash), how).toMatchObject({ ok: false, code: 'damaged' });
    good(await media.importPhoto('anh.jpg', pixels));
    expect(Buffer.from(good(await media.readOriginal(hash)))).toEqual(pixels);
    methods.close();
  }
});

test('a template that is damaged is left as it is, and the others are there; one that was cut off is named, not offered', async () => {
  const folder = join(base, 'templates');
  const room = createTemplates({ builtIn: join(base, 'none'), own: folder });
  good(await room.save('Tin thể thao', storyWith(9), false));
  good(await room.save('Cáo phó', storyWith(3), false));
  const path = join(folder, readdirSync(folder).find((name) => name.startsWith('tin-the-thao')) as string);
  const whole = readFileSync(path);
  for (const [how, bytes] of harmed(whole)) {
    writeFileSync(path, bytes);
    const { templates, unreadable } = await room.list();
    expect(
      templates.map(({ name }) => name),
      how,
    ).toContain('Cáo phó');
    expect(templates.length + unreadable.length, how).toBe(2);
    // A newsroom may edit it by hand, so that it has no checksum; half of it is none all the same.
    if (how.startsWith('cut') && bytes.length < whole.length - 1) expect(unreadable, how).toHaveLength(1);
    expect(readFileSync(path)).toEqual(bytes);
  }
});

test('a backup that is damaged is never taken for a whole one', async () => {
  const store = good(await openStore(sound));
  const place = join(base, 'stick');
  mkdirSync(place);
  const needs = { store, library: sound, program: 'test' };
  const { path } = good(
    await makeBackup(needs, { folder: place, name: 'b' }, () => undefined, new AbortController().signal),
  );
  await store.close();
  const read = () => readBackup(path, { step: () => undefined }).then(({ damagedPhotos }) => damagedPhotos);
  expect(await read()).toEqual([]);
  for (const [how, bytes] of harmed(readFileSync(path), 60)) {
    writeFileSync(path, bytes);
    await expect(read(), how).rejects.toMatchObject({ failure: { ok: false } });
  }
});

test('a hand-off that is damaged is refused', async () => {
  const place = { folder: join(base, 'mail'), desk: join(base, 'sender') };
  for (const path of Object.values(place)) mkdirSync(path);
  await files.find(({ name }) => name === 'a hand-off')?.prepare(place);
  const whole = readFileSync(join(place.folder, 'bai.copydesk'));
  const unpack = (bytes: Buffer) => unpackHandoff(new Uint8Array(bytes), verifySignature);
  const before = unpack(whole);
  expect(before.ok).toBe(true);
  for (const [how, bytes] of harmed(whole, 60)) {
    const after = unpack(bytes);
    // A bit that says nothing (an entry's date) may change; not a word of it.
    if (after.ok && before.ok) expect(after.value.story, how).toEqual(before.value.story);
    if (how.startsWith('cut')) expect(after.ok, how).toBe(false);
  }
});

test('preferences that are damaged are those of a first start, whatever is in the file', () => {
  const defaults = {
    language: 'vi',
    theme: 'system',
    lastStoryId: null,
    lastDestinationId: null,
    libraryFolder: null,
    typing: TYPING,
    closingMark: '',
    timeZone: 'Asia/Ho_Chi_Minh',
    shortcuts: {},
  } as const;
  const whole = Buffer.from(
    JSON.stringify({ prefs: { ...defaults, theme: 'dark' }, window: { x: 1, y: 2, width: 3, height: 4 } }),
  );
  for (const [how, bytes] of harmed(whole, 90)) {
    let read: Record<string, unknown> = {};
    try {
      read = JSON.parse(bytes.toString('utf8'));
    } catch {
      // electron-store begins anew with what it cannot parse
    }
    const prefs = createPrefs({ get: (name) => read[name], set: () => undefined }, { ...defaults }, () => undefined);
    expect(['vi', 'en'], how).toContain(prefs.get().language);
    expect(['system', 'light', 'dark'], how).toContain(prefs.get().theme);
    const bounds = prefs.windowBounds();
    if (bounds) expect(Object.values(bounds).every(Number.isFinite), how).toBe(true);
  }
});
