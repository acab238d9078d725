import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Incident, RecoveryChoices } from '../../../preload/contract.ts';
import { newId } from '../../../story/ids.ts';
import type { Story } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { appendTexts, good, makeFolder, makeStory, open, type TestStore, textsOf } from './make.ts';

/** A closed library with one story: snapshots at 0 and 2, records to 5, no recovery copy. */
async function makeLibrary(): Promise<{ folder: string; story: Story }> {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  good(await store.checkpoint(story.id));
  await appendTexts(store, story.id, ['Ba.', 'Bốn.', 'Năm.']);
  await store.close();
  hurt(folder, 'DELETE FROM snapshots WHERE seq = 5'); // the one that closing takes
  rmSync(join(folder, 'recovery'), { recursive: true });
  return { folder, story };
}

const only = async (store: TestStore): Promise<Incident> => {
  const list = await store.listIncidents();
  expect(list).toHaveLength(1);
  return list[0]!;
};
const shown = ({ choices }: RecoveryChoices) =>
  choices.map(({ choice, story }) => [choice, ...textsOf(story).slice(1)]);

test('a sound library has nothing to tell', async () => {
  const { folder, story } = await makeLibrary();
  const store = await open(folder);
  good(await store.openStory(story.id));
  expect(await store.listIncidents()).toEqual([]);
});

test('a damaged record: each state is offered, and its own words', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE records SET change = replace(change, 'Bốn', 'Bón') WHERE seq = 4");
  const store = await open(folder);
  good(await store.openStory(story.id));
  const incident = await only(store);
  expect(incident).toMatchObject({ what: 'mended', storyId: story.id, aside: 2, intact: 3, head: 5, seq: 6 });
  const offered = good(await store.incidentChoices(incident.id));
  expect(shown(offered)).toEqual([
    ['now', 'Một.', 'Hai.', 'Ba.'],
    ['beyond', 'Một.', 'Hai.', 'Ba.', 'Năm.'],
    ['before', 'Một.', 'Hai.'],
  ]);
  expect(offered.aside).toEqual(['Bón.']); // as it stands in the damaged row; everything else is in a choice
});

test('it stays until it is seen, through a restart; what is written after the mending is the state now', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, 'DELETE FROM records WHERE seq = 4');
  const store = await open(folder);
  good(await store.openStory(story.id));
  await appendTexts(store, story.id, ['Sáu.']);
  const before = await only(store);
  await store.close();
  const again = await open(folder);
  expect(await only(again)).toEqual(before);
  expect(shown(good(await again.incidentChoices(before.id)))).toEqual([
    ['now', 'Một.', 'Hai.', 'Ba.', 'Sáu.'],
    ['beyond', 'Một.', 'Hai.', 'Ba.', 'Năm.'],
    ['before', 'Một.', 'Hai.'],
  ]);
  good(await again.settleIncidents([before.id, newId()]));
  expect(await again.listIncidents()).toEqual([]);
  expect(await again.incidentChoices(before.id)).toMatchObject({ ok: false, code: 'notFound' });
  await again.close();
  expect(look(folder, 'SELECT * FROM quarantine')).not.toEqual([]); // kept all the same
});

test('a story that came from its recovery copy', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  await store.close();
  hurt(folder, 'DELETE FROM records WHERE seq = 1');
  hurt(folder, "UPDATE snapshots SET author = 'khác' WHERE seq = 2");
  const again = await open(folder);
  expect(textsOf(good(await again.openStory(story.id)).story)).toEqual(['', 'Một.', 'Hai.']);
  const incident = await only(again);
  expect(incident).toMatchObject({ what: 'restored', storyId: story.id, intact: 2, head: 2 });
  expect(shown(good(await again.incidentChoices(incident.id)))).toEqual([['now', 'Một.', 'Hai.'], ['before']]);
});

test('a damaged database: what was done is told, and where the damaged files are', async () => {
  const { folder, story } = await makeLibrary();
  const path = join(folder, 'library.db');
  writeFileSync(path, Buffer.concat([Buffer.alloc(4096), readFileSync(path).subarray(4096)]));
  const store = await open(folder);
  const incident = await only(store);
  expect(incident).toMatchObject({ what: 'salvaged', storyId: null });
  expect(existsSync(join(folder, incident.kept!, 'library.db'))).toBe(true);
  expect(textsOf(good(await store.openStory(story.id)).story)).toHaveLength(6);
  expect(await store.incidentChoices(incident.id)).toMatchObject({ ok: false, code: 'notFound' });
});

test('a story of which nothing whole is left after a salvage: its words are offered', async () => {
  const { folder, story } = await makeLibrary();
  hurt(folder, "UPDATE snapshots SET author = 'khác'");
  hurt(folder, "UPDATE records SET author = 'khác'");
  const path = join(folder, 'library.db');
  writeFileSync(path, Buffer.concat([Buffer.alloc(4096), readFileSync(path).subarray(4096)]));
  const store = await open(folder);
  const lost = (await store.listIncidents()).find(({ what }) => what === 'lost');
  expect(lost?.storyId).toBe(story.id);
  const offered = good(await store.incidentChoices(lost!.id));
  expect(offered.choices).toEqual([]);
  expect(offered.aside).toEqual(expect.arrayContaining([story.fields.headline, 'Một.', 'Hai.', 'Ba.', 'Bốn.', 'Năm.']));
});

test('damaged rows beside the stories are told once', async () => {
  const { folder } = await makeLibrary();
  const store = await open(folder);
  good(await store.putValue('person', new Uint8Array([1])));
  await store.close();
  hurt(folder, "UPDATE \"values\" SET value = x'02' WHERE key = 'person'");
  const again = await open(folder);
  expect(await only(again)).toMatchObject({ what: 'rowsAside', aside: 1 });
  await again.close();
  expect(await (await open(folder)).listIncidents()).toHaveLength(1);
});

test('the cells of a table, and the address of an embed, are among the words that are offered', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  const [table, embed] = [newId(), newId()];
  const change = {
    blocks: [
      {
        id: table,
        type: 'table' as const,
        header: true,
        caption: 'Số hộ',
        rows: [
          ['Xã', 'nói "to"'],
          ['Bản Thi', ''],
        ],
      },
      { id: embed, type: 'embed' as const, url: 'https://youtu.be/a', caption: '' },
    ],
    placed: [table, embed].map((id) => ({ id, after: null })),
  };
  good(await store.appendRecord(story.id, 0, change, 'an'));
  await store.close();
  hurt(folder, 'DELETE FROM snapshots WHERE seq > 0');
  rmSync(join(folder, 'recovery'), { recursive: true });
  hurt(folder, 'UPDATE records SET change = replace(change, \'"type"\', \'"typ"\') WHERE seq = 1');
  const again = await open(folder);
  good(await again.openStory(story.id));
  const { aside } = good(await again.incidentChoices((await only(again)).id));
  expect([...aside].sort()).toEqual(['Bản Thi', 'Số hộ', 'Xã', 'https://youtu.be/a', 'nói "to"']);
});
