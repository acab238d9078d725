import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../../main/store/open.ts';
import { isIntact, seal } from '../../../main/store/sealed.ts';
import { STORY_VERSION } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { addition, appendTexts, good, makeFolder, makeStory, open, textsOf } from './make.ts';

const OPENER = `
  const { openStore } = await import(process.argv[1]);
  const result = await openStore(process.argv[2]);
  console.log(JSON.stringify(result.ok ? { ok: true } : result));
  process.exit();
`;
/** The schema of a program that does not exist yet. */
const NEWER = STORY_VERSION + 1;
const STORE = join(import.meta.dirname, '../../../main/store/open.ts');

test('a second opener is told that the library is in use, from here and from another process', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  expect(await openStore(folder)).toMatchObject({ ok: false, code: 'libraryInUse' });
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', OPENER, STORE, folder], { encoding: 'utf8' });
  expect(run.stderr).toBe('');
  expect(JSON.parse(run.stdout)).toMatchObject({ ok: false, code: 'libraryInUse' });
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  await store.close();
  expect(good(await (await open(folder)).openStory(story.id)).story).toEqual(story);
});

test('a library of a newer program is refused and left as it is', async () => {
  const folder = makeFolder();
  await (await open(folder)).close();
  hurt(folder, "UPDATE library SET value = '9' WHERE name = 'schema'");
  const path = join(folder, 'library.db');
  const bytes = readFileSync(path);
  bytes.writeUInt32BE(9, 60); // user_version
  writeFileSync(path, bytes);
  expect(await openStore(folder)).toMatchObject({ ok: false, code: 'newerSchema' });
  expect(readFileSync(path)).toEqual(bytes);
});

test('a folder that cannot be is a disk error', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'file'), '');
  expect(await openStore(join(folder, 'file', 'library'))).toMatchObject({ ok: false, code: 'diskError' });
  mkdirSync(join(folder, 'other', 'library.db'), { recursive: true });
  expect(await openStore(join(folder, 'other'))).toMatchObject({ ok: false, code: 'diskError' });
});

test('a story of a newer program opens read-only, as far as it can be read', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory('Của chương trình mới');
  await store.createStory(story, 'an');
  const whole = await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.checkpoint(story.id));
  await store.close();
  const [first, second, third] = whole.body;
  const chart = { id: second?.id, type: 'chart', runs: [{ text: 'chữ trong ' }, { text: 'biểu đồ' }] };
  const newer = JSON.stringify({
    ...whole,
    version: NEWER,
    body: [first, chart, third, { id: 'x', type: 'map' }],
    mood: 1,
  });
  const [row] = look(folder, 'SELECT * FROM snapshots WHERE seq = 2');
  const changed = { ...(row as Record<string, string | number>), version: NEWER, story: newer };
  const sum = seal('snapshots', changed);
  hurt(folder, `UPDATE snapshots SET version = ${NEWER}, story = ?, sum = ? WHERE seq = 2`, newer, sum);

  const again = await open(folder);
  const opened = good(await again.openStory(story.id));
  expect(opened).toMatchObject({ readOnly: true, problem: 'newerSchema', seq: 2 });
  expect(opened.story.fields.headline).toBe('Của chương trình mới');
  expect(textsOf(opened.story)).toEqual(['', 'chữ trong biểu đồ', 'Hai.']);
  expect(await again.appendRecord(story.id, 2, addition(opened.story, 'x'), 'an')).toMatchObject({ code: 'readOnly' });
  // To show it is one thing; nothing that is only the part this program knows may be published, sent or merged into.
  expect(await again.readStory(story.id, 2)).toMatchObject({ ok: false, code: 'newerSchema' });
  expect(await again.readStory(story.id)).toMatchObject({ ok: false, code: 'newerSchema' });
  good(await again.checkpoint(story.id));
  await again.close();
  expect(look(folder, 'SELECT max(seq) AS seq, count(*) AS n FROM snapshots')).toEqual([{ seq: 2, n: 2 }]);
  expect(look(folder, 'SELECT * FROM quarantine')).toEqual([]);
});

test('records of a newer program make their story read-only, up to where they begin', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  await store.close();
  hurt(folder, 'DELETE FROM snapshots WHERE seq = 2');
  const [row] = look(folder, 'SELECT * FROM records WHERE seq = 2') as Record<string, string | number>[];
  const changed = { ...row, version: NEWER };
  hurt(folder, `UPDATE records SET version = ${NEWER}, sum = ? WHERE seq = 2`, seal('records', changed));
  writeFileSync(join(folder, 'recovery', `${story.id}.json`), '');
  const again = await open(folder);
  const opened = good(await again.openStory(story.id));
  expect(opened).toMatchObject({ readOnly: true, problem: 'newerSchema', seq: 1 });
  expect(textsOf(opened.story)).toEqual(['', 'Một.']);
  expect(await again.readStory(story.id, 1)).toMatchObject({ ok: false, code: 'newerSchema' });
});

test('a row’s checksum covers its table, its keys and every column', () => {
  const row = { story_id: 'a', seq: 1, at: 'b', author: 'c', version: 1, change: '{}' };
  const sealed = { ...row, sum: seal('records', row) };
  expect(isIntact('records', sealed)).toBe(true);
  expect(isIntact('snapshots', sealed)).toBe(false);
  for (const name of Object.keys(row)) expect(isIntact('records', { ...sealed, [name]: 'x' }), name).toBe(false);
  expect(isIntact('records', { ...sealed, later: null })).toBe(true);
  expect(isIntact('records', { ...sealed, later: 'x' })).toBe(false);
});
