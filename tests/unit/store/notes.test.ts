import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { canonicalJson } from '../../../story/canonical.ts';
import { duplicateStory } from '../../../story/duplicate.ts';
import { NO_NOTE } from '../../../story/formats/copydesk/manifest.ts';
import { packHandoff } from '../../../story/formats/copydesk/pack.ts';
import { storyToHtml } from '../../../story/formats/html/index.ts';
import { storyToNinjs } from '../../../story/formats/ninjs/index.ts';
import { writeTemplate } from '../../../story/formats/template/template.ts';
import { storyToWordPress } from '../../../story/formats/wordpress/index.ts';
import { hurt, look } from './damage.ts';
import { good, makeFolder, makeStory, open } from './make.ts';

const SECRET = 'Nguồn tin giấu tên';

async function withNotes(text: string) {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  good(await store.setNotes(story.id, text));
  return { folder, store, id: story.id };
}

test('notes are kept as they were typed, and are no part of the story', async () => {
  const text = 'Nguồn: ông Bàn\r\nVăn A \ud800, số 0912…\u0000';
  const { folder, store, id } = await withNotes(text);
  expect(await store.getNotes(id)).toMatchObject({ text });
  expect(JSON.stringify(await store.openStory(id))).not.toContain('0912');
  await store.close();
  const again = await open(folder);
  expect(await again.getNotes(id)).toMatchObject({ text });
  good(await again.setNotes(id, ''));
  expect(await again.getNotes(id)).toMatchObject({ text: '' });
  expect(await again.setNotes(id, 'x'.repeat(200_001))).toMatchObject({ ok: false, code: 'badRequest' });
});

test('notes whose row is damaged come back from their copy', async () => {
  const { folder, store, id } = await withNotes('Hẹn gặp lúc 8 giờ.');
  await store.close();
  hurt(folder, "UPDATE notes SET data = replace(data, '8', '9')");
  const again = await open(folder);
  expect(again.problem).toBe('damaged');
  expect(await again.getNotes(id)).toMatchObject({ text: 'Hẹn gặp lúc 8 giờ.' });
  await again.close();
  expect(String(look(folder, "SELECT data FROM quarantine WHERE source = 'notes'")[0]?.data)).toContain('9 giờ');
});

test('notes outlive the whole database, with their story', async () => {
  const { folder, store, id } = await withNotes('Hẹn gặp lúc 8 giờ.');
  await store.close();
  writeFileSync(join(folder, 'library.db'), 'no database at all');
  rmSync(join(folder, 'library.db-wal'), { force: true });
  const again = await open(folder);
  expect(again.problem).toBe('damaged');
  expect(good(await again.openStory(id)).story.id).toBe(id);
  expect(await again.getNotes(id)).toMatchObject({ text: 'Hẹn gặp lúc 8 giờ.' });
});

test('a copy that was cut off, changed or belongs to another story is not taken', async () => {
  const { folder, store, id } = await withNotes('Hẹn gặp lúc 8 giờ.');
  await store.close();
  const path = join(folder, 'recovery', `${id}.notes`);
  const whole = readFileSync(path, 'utf8');
  const other = makeStory().id;
  for (const bad of [whole.slice(0, -5), whole.replace('8 giờ', '9 giờ'), whole.replace(id, other), '']) {
    writeFileSync(path, bad);
    hurt(folder, "UPDATE notes SET data = data || ' '");
    const again = await open(folder);
    expect(await again.getNotes(id)).toBeNull();
    good(await again.setNotes(id, 'Hẹn gặp lúc 8 giờ.'));
    await again.close();
  }
});

test('a start takes no notes from a copy that is older than the row', async () => {
  const { folder, store, id } = await withNotes('Cũ.');
  await store.close();
  const path = join(folder, 'recovery', `${id}.notes`);
  const old = readFileSync(path);
  const again = await open(folder);
  good(await again.setNotes(id, 'Mới.'));
  await again.close();
  writeFileSync(path, old);
  const last = await open(folder);
  expect([last.problem, (await last.getNotes(id))?.text]).toEqual([null, 'Mới.']);
});

test('no format, no hand-off and no template holds a note', async () => {
  const { store, id } = await withNotes(SECRET);
  const { story } = good(await store.readStory(id));
  const opened = good(await store.openStory(id));
  const made = [
    storyToHtml(story, { photos: new Map() }).html,
    storyToWordPress(story, { photos: new Map() }),
    storyToNinjs(story, { uri: `urn:uuid:${id}`, versionCreated: story.createdAt, photos: new Map() }),
    writeTemplate('Tin', story),
    canonicalJson(opened.story),
    canonicalJson(duplicateStory(story, '', story.createdAt)),
  ];
  for (const one of made) expect(JSON.stringify(one)).not.toContain(SECRET);
  const from = { name: 'An', publicKey: new Uint8Array(32) };
  const parts = { story, base: story, lineage: [], photos: [], from, note: NO_NOTE, at: story.createdAt };
  for (const bytes of Object.values(unzipSync(packHandoff(parts, () => new Uint8Array(64)))))
    expect(Buffer.from(bytes).toString('utf8')).not.toContain(SECRET);
});
