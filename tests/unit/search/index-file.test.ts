import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { isTextBlock, plainText } from '../../../story/model.ts';
import { makeStory } from '../../bench/prose.ts';
import { blockTexts } from '../blockTexts.ts';
import { addition, good, makeFolder, open, type TestStore } from '../store/make.ts';
import { EVERYTHING } from './everything.ts';
import { add, headlines, storyOf } from './library.ts';

const find = (store: TestStore, text: string) => store.findStories({ ...EVERYTHING, text });
const indexOf = (folder: string): string => join(folder, 'search.db');

const ONE = storyOf({ headline: 'Một' }, ['Nước lũ rút chậm.']);
const TWO = storyOf({ headline: 'Hai' }, ['Nước lũ dâng nhanh.']);

/** A library of two stories with its index, closed. */
async function made(): Promise<string> {
  const folder = makeFolder();
  const store = await open(folder);
  await add(store, ONE, TWO);
  expect(headlines(await find(store, 'lũ'))).toEqual(['Hai', 'Một']);
  await store.close();
  expect(existsSync(indexOf(folder))).toBe(true);
  return folder;
}

async function expectSound(folder: string): Promise<void> {
  const store = await open(folder);
  expect(store.problem).toBeNull();
  expect(headlines(await find(store, 'lũ'))).toEqual(['Hai', 'Một']);
  expect(headlines(await find(store, 'rút'))).toEqual(['Một']);
  expect(headlines(await find(store, '"lũ dâng"'))).toEqual(['Hai']);
  await store.close();
}

test('the index is there again after closing', async () => {
  const folder = await made();
  await expectSound(folder);
});

test('without an index, the search makes a new one', async () => {
  const folder = await made();
  rmSync(indexOf(folder));
  await expectSound(folder);
  expect(existsSync(indexOf(folder))).toBe(true);
});

const damages: Record<string, (path: string) => void> = {
  'another program’s bytes': (path) => writeFileSync(path, 'không phải cơ sở dữ liệu'.repeat(500)),
  'no bytes': (path) => truncateSync(path, 0),
  'half of it': (path) => truncateSync(path, Math.floor(statSync(path).size / 2)),
  'its first page': (path) => overwrite(path, 0, 100),
  'the pages behind the first': (path) => overwrite(path, 4096, statSync(path).size),
  'an older form': (path) => version(path, 0),
  'a newer form': (path) => version(path, 99),
  'a missing table': (path) => run(path, 'DROP TABLE docs'),
  'a text that is none': (path) => run(path, "UPDATE docs SET passages = x'00ff'"),
  'a story that is not in the library': (path) =>
    run(path, "UPDATE docs SET story_id = '01970000-0000-7000-8000-000000000000' WHERE doc = 1"),
};
test.each(Object.keys(damages))('an index damaged by %s is made anew, and the library is sound', async (what) => {
  const folder = await made();
  damages[what]!(indexOf(folder));
  await expectSound(folder);
  await expectSound(folder);
});

function overwrite(path: string, from: number, to: number): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(0xa5, from, to));
}
function run(path: string, sql: string): void {
  const db = new DatabaseSync(path);
  db.exec(sql);
  db.close();
}
const version = (path: string, number: number): void => run(path, `PRAGMA user_version=${number}`);

test('an index that is behind, or of another state of the library, catches up', async () => {
  const folder = await made();
  const old = join(folder, 'old');
  copyFileSync(indexOf(folder), old);
  const store = await open(folder);
  const three = storyOf({ headline: 'Ba' }, ['Bão vào bờ.']);
  await add(store, three);
  good(await store.appendRecord(ONE.id, 0, addition(ONE, 'Cầu Thác Giềng thông xe.'), 'an'));
  expect(headlines(await find(store, 'giềng'))).toEqual(['Một']);
  await store.close();
  const newer = readFileSync(indexOf(folder));

  copyFileSync(old, indexOf(folder)); // as after a crash before the index was written
  const behind = await open(folder);
  expect(headlines(await find(behind, 'giềng'))).toEqual(['Một']);
  expect(headlines(await find(behind, 'bão'))).toEqual(['Ba']);
  await behind.close();

  const other = await made(); // as after an older backup of the library was put back: the index knows too much
  writeFileSync(indexOf(other), newer);
  const restored = await open(other);
  expect(headlines(await find(restored, 'giềng'))).toEqual([]);
  expect(headlines(await find(restored, 'bão'))).toEqual([]);
  await restored.close();
});

test('many stories are indexed beside the work: the search says that it is cut until it is not', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const stories = Array.from({ length: 90 }, (_, index) => makeStory(4, index));
  await add(store, ...stories);
  const first = await find(store, 'tỉnh');
  expect(first.isCut).toBe(true);
  expect(first.total).toBeLessThanOrEqual(32);
  await expect.poll(async () => (await find(store, 'tỉnh')).isCut, { timeout: 30_000 }).toBe(false);
  const holding = stories.filter((story) =>
    / tỉnh[ ,.:]/i.test(` ${JSON.stringify([story.fields, story.body.map(textOf)])}`),
  );
  expect((await find(store, 'tỉnh ')).total).toBe(holding.length);
});

const textOf = (block: ReturnType<typeof makeStory>['body'][number]): string =>
  isTextBlock(block) ? plainText(block.runs) : `${blockTexts(block).join(' ')} `;

test('after the program was killed, everything it acknowledged is found', async () => {
  const folder = makeFolder();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), folder, '20', '15'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const store = await open(folder);
  for (const index of [0, 19, 20, 34]) {
    const { id, fields } = makeStory(5, index);
    const found = await find(store, `tít:"${fields.headline}" by:"${fields.byline}"`);
    expect(found.rows.map((row) => row.id)).toContain(id);
  }
  expect((await store.findStories(EVERYTHING)).total).toBe(35);
});
