import { expect, test } from 'vitest';
import { emptyReport } from '../../../story/formats/paste/report.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

const paste = (html: string, at = '2026-01-05T03:00:00.000Z') => ({
  at,
  types: ['text/html', 'text/plain'],
  html,
  text: 'Được mùa',
  cut: false,
  report: emptyReport('word'),
});

async function withPaste() {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  const { id } = good(await store.keepPaste(story.id, paste('<p>Được mùa \ud800</p>')));
  return { folder, store, story, id };
}

test('a clipboard is kept as it was, and is no part of the story', async () => {
  const { folder, store, story, id } = await withPaste();
  await store.close();
  const again = await open(folder);
  expect(await again.getPaste(story.id, id)).toEqual(paste('<p>Được mùa \ud800</p>'));
  expect(await again.listPastes(story.id)).toMatchObject([{ id, size: 25, report: { source: 'word' } }]);
  expect(JSON.stringify(await again.openStory(story.id))).not.toContain('<p>');
});

test('another story does not see it, and a story that is not there keeps none', async () => {
  const { store, id } = await withPaste();
  const other = makeStory();
  good(await store.createStory(other, 'an'));
  expect(await store.getPaste(other.id, id)).toBeNull();
  expect(await store.keepPaste(makeStory().id, paste(''))).toMatchObject({ ok: false, code: 'notFound' });
  expect(await store.keepPaste(other.id, paste('x'.repeat(2_000_001)))).toMatchObject({ code: 'badRequest' });
});

test('of more than twenty the oldest go', async () => {
  const { store, story, id } = await withPaste();
  for (let count = 1; count <= 20; count++) good(await store.keepPaste(story.id, paste(`${count}`)));
  const kept = await store.listPastes(story.id);
  expect(kept.length).toBe(20);
  expect(kept.map((entry) => entry.id)).not.toContain(id);
  expect(await store.getPaste(story.id, kept[0]?.id ?? '')).toMatchObject({ html: '20' });
});

test('a damaged one goes to quarantine, and a deleted story takes its own along', async () => {
  const { folder, store, story } = await withPaste();
  good(await store.keepPaste(story.id, paste('hỏng')));
  await store.close();
  hurt(folder, "UPDATE pastes SET data = replace(data, 'hỏng', 'hong') WHERE data LIKE '%hỏng%'");
  const again = await open(folder);
  expect((await again.listPastes(story.id)).length).toBe(1);
  good(await again.trashStory(story.id));
  good(await again.deleteStory(story.id));
  await again.close();
  expect(look(folder, 'SELECT id FROM pastes')).toEqual([]);
  expect(look(folder, "SELECT id FROM quarantine WHERE source = 'pastes'").length).toBe(1);
});
