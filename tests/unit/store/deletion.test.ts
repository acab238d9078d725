import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { onPoint, type Point } from '../../../main/points.ts';
import { openLibrary, type StoreMethods } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import type { ErrorCode } from '../../../preload/contract.ts';
import { look } from './damage.ts';
import { appendTexts, good, makeFolder, makeStory, open, textsOf } from './make.ts';
import { destination, publish } from './publication.ts';

afterEach(() => onPoint(null));
const copies = (folder: string, id: string) =>
  ['json', 'notes'].map((kind) => existsSync(join(folder, 'recovery', `${id}.${kind}`)));

/** Opens a library in this thread, where a point can be hooked. */
function here<T>(folder: string, work: (methods: StoreMethods, problem: ErrorCode | null) => T): T {
  const library = good(openLibrary(folder, SNAPSHOT_LIMITS));
  try {
    return work(library.methods, library.problem);
  } finally {
    library.methods.close();
  }
}

/** A library with one story in the trash, that has text, notes and copies of both. */
async function withStory() {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.setNotes(story.id, 'Gọi lại cho bí thư xã.'));
  good(await store.setCommon(story.id, story));
  good(await store.putValue(`lineage.${story.id}`, new Uint8Array([91, 93])));
  good(await store.trashStory(story.id));
  return { folder, store, story };
}

test('only a story in the trash is deleted, with all that is its own; receipts and publications stay', async () => {
  const { folder, store, story } = await withStory();
  good(await store.restoreFromTrash(story.id));
  expect(await store.deleteStory(story.id)).toMatchObject({ ok: false, code: 'notInTrash' });
  const receipt = await publish(store, story.id, await destination(store));
  good(await store.trashStory(story.id));
  good(await store.deleteStory(story.id));
  expect(await store.openStory(story.id)).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.appendRecord(story.id, 2, {}, 'an')).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.getNotes(story.id)).toBeNull();
  await store.close();
  expect(copies(folder, story.id)).toEqual([false, false]);
  const own = ['records', 'snapshots', 'versions', 'commons', 'notes', 'shelf'];
  for (const table of own) expect(look(folder, `SELECT * FROM ${table}`), table).toEqual([]);
  expect(look(folder, 'SELECT id FROM stories')).toEqual([]);
  expect(look(folder, `SELECT key FROM "values" WHERE key LIKE 'lineage.%'`)).toEqual([]);
  const again = await open(folder);
  expect(again.problem).toBeNull();
  expect(await again.listReceipts(story.id)).toEqual([receipt]);
  expect((await again.getPublication(receipt.publicationId))?.story.fields.headline).toBe(story.fields.headline);
});

test.each(['delete.inside', 'delete.committed'] as Point[])(
  'a program that ends at %s leaves the story whole or gone',
  async (instant) => {
    const { folder, store, story } = await withStory();
    await store.close();
    expect(copies(folder, story.id)).toEqual([true, true]);
    const left = join(makeFolder(), 'left');
    here(folder, (methods) => {
      onPoint((name) => {
        if (name === instant) cpSync(folder, left, { recursive: true });
      });
      good(methods.deleteStory(story.id));
      onPoint(null);
    });
    rmSync(join(left, 'library.lock'), { force: true });
    expect(copies(left, story.id)).toEqual([true, true]);
    here(left, (methods, problem) => {
      expect(problem).toBeNull();
      const opened = methods.openStory(story.id);
      if (instant === 'delete.inside') {
        expect(opened.ok && textsOf(opened.value.story)).toEqual(['', 'Một.', 'Hai.']);
        expect(methods.getNotes(story.id)?.text).toBe('Gọi lại cho bí thư xã.');
      } else {
        expect(opened).toMatchObject({ ok: false, code: 'notFound' });
        expect(methods.listStories()).toEqual([]);
        expect(copies(left, story.id)).toEqual([false, false]);
      }
    });
  },
);

test('copies that a power cut brings back stay void', async () => {
  const { folder, store, story } = await withStory();
  await store.close();
  const before = join(makeFolder(), 'recovery');
  cpSync(join(folder, 'recovery'), before, { recursive: true });
  here(folder, (methods) => good(methods.deleteStory(story.id)));
  cpSync(before, join(folder, 'recovery'), { recursive: true });
  here(folder, (methods, problem) => {
    expect(problem).toBeNull();
    expect(methods.openStory(story.id)).toMatchObject({ ok: false, code: 'notFound' });
  });
  expect(copies(folder, story.id)).toEqual([false, false]);
});

test('a story that comes in anew under the same id has copies of its own, and they count', async () => {
  const { folder, store, story } = await withStory();
  good(await store.deleteStory(story.id));
  good(await store.createStory(story, 'an'));
  await appendTexts(store, story.id, ['Ba.']);
  good(await store.setNotes(story.id, 'Ghi chú mới.'));
  await store.close();
  // Whatever becomes of the database, these are not the copies that were deleted.
  for (const name of ['library.db', 'library.db-wal']) rmSync(join(folder, name), { force: true });
  const again = await open(folder);
  expect(textsOf(good(await again.openStory(story.id)).story)).toEqual(['', 'Ba.']);
  expect((await again.getNotes(story.id))?.text).toBe('Ghi chú mới.');
});

test('a deleted story that was open is not written again by anything', async () => {
  const { folder, store, story } = await withStory();
  good(await store.openStory(story.id));
  good(await store.setNotes(story.id, 'Chưa chép ra tệp.'));
  good(await store.deleteStory(story.id));
  await store.close();
  expect(look(folder, 'SELECT * FROM snapshots')).toEqual([]);
  expect(copies(folder, story.id)).toEqual([false, false]);
});
