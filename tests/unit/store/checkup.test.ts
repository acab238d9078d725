import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Store } from '../../../main/store/api.ts';
import { checkLibrary } from '../../../main/store/check-thread.ts';
import type { Story } from '../../../story/model.ts';
import { flip, hurt, look } from './damage.ts';
import { addition, appendTexts, good, makeFolder, makeStory, open, textsOf } from './make.ts';

/** A closed library: one story with snapshots at 0, 2 and 5, another with none but its first. */
async function makeLibrary(): Promise<{ folder: string; story: Story; other: Story }> {
  const folder = makeFolder();
  const store = await open(folder);
  const [story, other] = [makeStory(), makeStory('Tin thứ hai')];
  await store.createStory(story, 'an');
  await store.createStory(other, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.checkpoint(story.id));
  await appendTexts(store, story.id, ['Ba.', 'Bốn.', 'Năm.']);
  await store.close();
  return { folder, story, other };
}

const checked = async (store: Store, folder: string) => good((await checkLibrary(store, folder).done)!);

test('a sound library is found sound while it is written to', async () => {
  const { folder, story } = await makeLibrary();
  const store = await open(folder);
  const check = checkLibrary(store, folder);
  for (let seq = 5; seq < 60; seq++) {
    const { story: now } = good(await store.readStory(story.id));
    good(await store.appendRecord(story.id, seq, addition(now, `Câu ${seq}.`), 'an'));
  }
  expect(good((await check.done)!)).toEqual({ verdict: 'ok', suspects: [], copies: [], bad: 0 });
  expect(await store.listIncidents()).toEqual([]);
});

test('a story that nobody has opened is mended before it is needed', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, 'DELETE FROM snapshots WHERE seq = 5');
  hurt(folder, "UPDATE records SET change = replace(change, 'Bốn', 'Bón') WHERE seq = 4");
  rmSync(join(folder, 'recovery', `${story.id}.json`));
  const store = await open(folder);
  expect(await checked(store, folder)).toMatchObject({ verdict: 'ok', bad: 1 });
  expect(await store.listIncidents()).toMatchObject([{ what: 'mended', storyId: story.id, intact: 3 }]);
  expect(existsSync(join(folder, 'recovery', `${story.id}.json`))).toBe(true);
  expect(await checked(store, folder)).toMatchObject({ bad: 1 });
  expect(await store.listIncidents()).toMatchObject([{ what: 'mended' }]); // told once
});

test('damage in the past of a story that is whole is set aside and told once', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE records SET change = replace(change, 'Một', 'Mót') WHERE seq = 1");
  const store = await open(folder);
  expect(await checked(store, folder)).toMatchObject({ bad: 1 });
  const [incident, ...more] = await store.listIncidents();
  expect([incident, more]).toMatchObject([{ what: 'oldRows', storyId: story.id, aside: 1 }, []]);
  expect(textsOf(good(await store.openStory(story.id)).story)).toHaveLength(6);
  good(await store.settleIncidents([incident!.id]));
  expect(await checked(store, folder)).toMatchObject({ bad: 1 });
  expect(await store.listIncidents()).toEqual([]);
  await store.close();
  expect(look(folder, 'SELECT source, key FROM quarantine')).toEqual([{ source: 'records', key: `${story.id} 1` }]);
});

test('what is sound when it is looked at again changes nothing for an open story', async () => {
  const { folder, story } = await makeLibrary();
  const store = await open(folder);
  const { seq, story: shown } = good(await store.openStory(story.id));
  const suspects = [{ table: 'records' as const, keys: [story.id, 4] }];
  expect(good(await store.heedCheckUp({ suspects, copies: [story.id] }))).toEqual({ bad: 0 });
  expect(good(await store.appendRecord(story.id, seq, addition(shown, 'Sáu.'), 'an')).seq).toBe(seq + 1);
  expect(await store.listIncidents()).toEqual([]);
});

test('a recovery copy that is damaged or gone is written anew', async () => {
  const { folder, story, other } = await makeLibrary();
  const copy = join(folder, 'recovery', `${story.id}.json`);
  const whole = readFileSync(copy, 'utf8');
  writeFileSync(copy, whole.slice(0, 300));
  rmSync(join(folder, 'recovery', `${other.id}.json`));
  const store = await open(folder);
  const { copies } = await checked(store, folder);
  expect(copies.sort()).toEqual([story.id, other.id].sort());
  expect(readFileSync(copy, 'utf8')).toBe(whole);
  expect(existsSync(join(folder, 'recovery', `${other.id}.json`))).toBe(true);
  expect((await checked(store, folder)).copies).toEqual([]);
});

test('a large library is not read whole at the start; damage is found beside the work, and mended at the next start', async () => {
  const { folder, story } = await makeLibrary();
  const store = await open(folder);
  good(await store.putValue('ballast', new Uint8Array(33 * 1024 * 1024)));
  await store.close();
  const path = join(folder, 'library.db');
  const [page] = look(
    folder,
    "SELECT pageno FROM dbstat WHERE name = 'sqlite_autoindex_records_1' AND pagetype = 'leaf'",
  );
  flip(path, readFileSync(path).indexOf(story.id, (Number(page?.pageno) - 1) * 4096) + 20, 1);
  const again = await open(folder);
  expect(again.problem).toBe(null);
  expect((await checked(again, folder)).verdict).not.toBe('ok');
  expect(await again.listIncidents()).toMatchObject([{ what: 'suspect' }]);
  await again.close();
  const mended = await open(folder);
  expect(mended.problem).toBe('damaged');
  expect(await mended.listIncidents()).toMatchObject([{ what: 'salvaged' }]);
  expect(textsOf(good(await mended.openStory(story.id)).story)).toHaveLength(6);
  expect((await checked(mended, folder)).verdict).toBe('ok');
  await mended.close();
  expect((await open(folder)).problem).toBe(null);
});

test('a check that is stopped leaves the library as it was', async () => {
  const { folder, story } = await makeLibrary();
  const store = await open(folder);
  const check = checkLibrary(store, folder);
  await check.stop();
  expect(await check.done).toBe(null);
  await appendTexts(store, story.id, ['Sáu.']);
});
