import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Library, openLibrary, type StoreMethods } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import { fold } from '../../../story/journal.ts';
import type { Story } from '../../../story/model.ts';
import { mulberry } from '../../crash/random.ts';
import { sentenceChange, story, storyWith } from '../../crash/sentences.ts';
import { flip, look } from './damage.ts';
import { good, makeFolder, makeStory } from './make.ts';

/** The number of the last snapshot and recovery copy of a killed program. */
const COPIED = 60;
/** The last record; a program that ended also took a snapshot of it. */
const WRITTEN = 75;

function use<T>(folder: string, work: (library: Library) => T): T {
  const library = good(openLibrary(folder, SNAPSHOT_LIMITS));
  try {
    return work(library);
  } finally {
    library.methods.close();
  }
}

/** A library as one that has ended leaves it, or, not `clean`, as a killed program does: the last records in the WAL. */
function makeLibrary(folder: string, clean: boolean): void {
  use(folder, ({ methods }) => {
    good(methods.createStory(story, 'an'));
    good(methods.createStory(makeStory('Tin thứ hai'), 'an'));
    good(methods.putValue('person', new Uint8Array([1, 2, 3])));
    write(methods, 0, COPIED);
  });
  use(folder, ({ methods }) => {
    write(methods, COPIED, WRITTEN);
    if (!clean) cpSync(folder, `${folder}-killed`, { recursive: true });
  });
  if (!clean) cpSync(`${folder}-killed`, folder, { recursive: true });
}

function write(methods: StoreMethods, from: number, to: number): void {
  for (let seq = from; seq < to; seq++) good(methods.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an'));
}

/** The numbers n for which this is the story with the first n sentences. */
const numberOf = (shown: Story): number => {
  for (let n = WRITTEN; n >= 0; n--) if (JSON.stringify(shown) === JSON.stringify(storyWith(n))) return n;
  return -1;
};

/** Opens a hurt library: it opens, shows at least the newest snapshot, goes on, and keeps what it found. */
function expectSafe(folder: string, where: string, least = COPIED): void {
  const shown = use(folder, ({ methods }) => {
    expect(
      methods.listStories().map((row) => row.headline),
      where,
    ).toContain('Tin thứ hai');
    const opened = good(methods.openStory(story.id));
    expect(numberOf(opened.story), where).toBeGreaterThanOrEqual(least);
    good(methods.appendRecord(story.id, opened.seq, { fields: { headline: 'Vẫn viết được' } }, 'an'));
    return opened.story;
  });
  use(folder, ({ methods, problem }) => {
    const again = good(methods.openStory(story.id));
    expect(again.story, where).toEqual(fold(shown, [{ fields: { headline: 'Vẫn viết được' } }]));
    expect([problem, again.problem], where).toEqual([null, null]);
  });
}

const random = mulberry(20250302);
for (const [name, clean, file] of [
  ['a closed database', true, 'library.db'],
  ['the database beside a WAL', false, 'library.db'],
  ['a WAL', false, 'library.db-wal'],
] as const) {
  test(`one flipped byte anywhere in ${name}`, () => {
    const sound = join(makeFolder(), 'library');
    makeLibrary(sound, clean);
    const size = statSync(join(sound, file)).size;
    expect(size).toBeGreaterThan(4096);
    const anywhere = Array.from({ length: 40 }, () => Math.floor(random() * size));
    const header = Array.from({ length: 12 }, () => Math.floor(random() * 100));
    for (const position of [...anywhere, ...header]) {
      const hurt = join(makeFolder(), 'library');
      cpSync(sound, hurt, { recursive: true });
      const mask = 1 + Math.floor(random() * 255);
      flip(join(hurt, file), position, mask);
      expectSafe(hurt, `${file} byte ${position} ^ ${mask}`, clean ? WRITTEN : COPIED);
    }
  });
}

test('a flipped byte in an index is found at the start, and costs nothing', () => {
  const folder = join(makeFolder(), 'library');
  makeLibrary(folder, true);
  const path = join(folder, 'library.db');
  const [page] = look(
    folder,
    "SELECT pageno FROM dbstat WHERE name = 'sqlite_autoindex_records_1' AND pagetype = 'leaf'",
  );
  flip(path, readFileSync(path).indexOf(story.id, (Number(page?.pageno) - 1) * 4096) + 20, 1);
  use(folder, ({ methods, problem }) => {
    expect(problem).toBe('damaged');
    for (let seq = 0; seq <= WRITTEN; seq++)
      expect(good(methods.readStory(story.id, seq)).story).toEqual(storyWith(seq));
  });
  expect(look(folder, 'SELECT * FROM quarantine')).toEqual([]);
});

test('a flipped byte in the WAL is told, and mostly costs nothing', () => {
  const sound = join(makeFolder(), 'library');
  makeLibrary(sound, false);
  const size = statSync(join(sound, 'library.db-wal')).size;
  // Two transactions from the end, a bad frame cannot be told from what a power cut leaves.
  let whole = 0;
  for (let time = 0; time < 20; time++) {
    const hurt = join(makeFolder(), 'library');
    cpSync(sound, hurt, { recursive: true });
    const position = Math.floor(random() * (size - 10 * 4120));
    flip(join(hurt, 'library.db-wal'), position, 1 << Math.floor(random() * 8));
    use(hurt, ({ methods, problem }) => {
      expect(problem, `byte ${position}`).toBe('damaged');
      if (numberOf(good(methods.openStory(story.id)).story) === WRITTEN) whole++;
    });
  }
  expect(whole).toBeGreaterThan(14); // where a later frame has the same page; SQLite alone would drop all that follows
});

test.each([
  ['not a database', () => Buffer.from('Đây không phải là cơ sở dữ liệu.'.repeat(500))],
  ['cut in half', (bytes: Buffer) => bytes.subarray(0, 4096 * Math.floor(bytes.length / 8192))],
  ['zeroes', (bytes: Buffer) => Buffer.alloc(bytes.length)],
  ['without its first page', (bytes: Buffer) => Buffer.concat([Buffer.alloc(4096), bytes.subarray(4096)])],
])('a database that is %s is kept aside, and the stories come back', (_, harm) => {
  const folder = join(makeFolder(), 'library');
  makeLibrary(folder, true);
  const path = join(folder, 'library.db');
  const broken = harm(readFileSync(path));
  writeFileSync(path, broken);
  use(folder, ({ problem }) => expect(problem).toBe('damaged'));
  const [kept, ...more] = readdirSync(join(folder, 'damaged'));
  expect(more).toEqual([]);
  expect(readFileSync(join(folder, 'damaged', kept as string, 'library.db'))).toEqual(broken);
  expectSafe(folder, 'after salvage');
  expect(readdirSync(folder).sort()).toEqual(['damaged', 'library.db', 'library.lock', 'library.schema', 'recovery']);
});

test('a database without its first page gives back every row behind it', () => {
  const folder = join(makeFolder(), 'library');
  makeLibrary(folder, true);
  const path = join(folder, 'library.db');
  const bytes = readFileSync(path);
  bytes.fill(0, 0, 4096);
  writeFileSync(path, bytes);
  use(folder, ({ methods }) => {
    expect(methods.getValue('person')).toEqual(new Uint8Array([1, 2, 3]));
    expect(numberOf(good(methods.openStory(story.id)).story)).toBe(WRITTEN);
    expect(good(methods.readStory(story.id, 7)).story).toEqual(storyWith(7));
  });
});

test('a library whose database is gone comes back from its recovery copies', () => {
  const folder = join(makeFolder(), 'library');
  makeLibrary(folder, true);
  writeFileSync(join(folder, 'library.db'), '');
  use(folder, ({ problem, methods }) => {
    expect(problem).toBe('damaged');
    expect(methods.listStories()).toHaveLength(2);
  });
  expectSafe(folder, 'from recovery copies');
});

test('a salvage that was cut off is done again', () => {
  const folder = join(makeFolder(), 'library');
  makeLibrary(folder, true);
  const partial = join(folder, 'damaged', '2025-03-01T08-00-00.000Z.partial');
  mkdirSync(partial, { recursive: true });
  cpSync(join(folder, 'library.db'), join(partial, 'library.db'));
  writeFileSync(join(folder, 'library.db'), '');
  use(folder, ({ problem, methods }) => {
    expect(problem).toBe('damaged');
    expect(good(methods.readStory(story.id, 7)).story).toEqual(storyWith(7));
  });
  expect(existsSync(partial)).toBe(false);
  expectSafe(folder, 'after two salvages');
});
