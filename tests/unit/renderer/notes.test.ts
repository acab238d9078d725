import { expect, test } from 'vitest';
import type { Result } from '../../../preload/contract.ts';
import { createNotes, type NotesApi } from '../../../renderer/notes/notes.ts';
import { good, makeFolder, makeStory, open } from '../store/make.ts';

/** Notes over a real store. `refuse`: what it answers instead, while there is something. */
async function withStore() {
  const store = await open(makeFolder());
  const story = makeStory();
  good(await store.createStory(story, 'an'));
  const script: { refuse: Result<never> | null } = { refuse: null };
  const api: NotesApi = {
    get: async (id) => {
      const notes = await store.getNotes(id);
      return script.refuse ?? { ok: true, value: { text: notes?.text ?? '', at: notes?.at ?? null } };
    },
    set: async (id, text) => script.refuse ?? store.setNotes(id, text),
  };
  const stored = async () => (await store.getNotes(story.id))?.text ?? null;
  return { id: story.id, api, script, stored, notes: createNotes(story.id, api) };
}

test('what was noted before a flush is in the store when it resolves', async () => {
  const { notes, stored, id, api } = await withStore();
  expect(good(await notes.load())).toBe('');
  notes.set('Gọi');
  const flushed = notes.flush();
  notes.set('Gọi lại cho xã.');
  good(await flushed);
  good(await notes.flush());
  expect(await stored()).toBe('Gọi lại cho xã.');
  expect(notes.state()).toMatchObject({ kind: 'saved' });
  expect(good(await createNotes(id, api).load())).toBe('Gọi lại cho xã.');
  notes.stop();
});

test('a pause saves them by itself', async () => {
  const { notes, stored } = await withStore();
  good(await notes.load());
  notes.set('Hẹn 8 giờ.');
  await expect.poll(stored).toBe('Hẹn 8 giờ.');
  notes.stop();
});

test('nothing is written where nothing was noted', async () => {
  const { notes, stored } = await withStore();
  good(await notes.load());
  good(await notes.flush());
  expect(await stored()).toBeNull();
});

test('a store that refuses is told of; the words stay, and are saved as soon as it takes them', async () => {
  const { notes, stored, script } = await withStore();
  good(await notes.load());
  script.refuse = { ok: false, code: 'diskFull' };
  notes.set('Đầy đĩa.');
  expect(await notes.flush()).toEqual({ ok: false, code: 'diskFull' });
  expect(notes.state()).toMatchObject({ kind: 'failed', code: 'diskFull' });
  expect(notes.text()).toBe('Đầy đĩa.');
  script.refuse = null;
  await expect.poll(stored, { timeout: 5000 }).toBe('Đầy đĩa.');
  notes.stop();
});

test('notes that could not be read are read again, and never written over unread', async () => {
  const { notes, script, stored, id, api } = await withStore();
  const first = createNotes(id, api);
  good(await first.load());
  first.set('Cũ.');
  good(await first.flush());
  first.stop();
  script.refuse = { ok: false, code: 'diskError' };
  expect(await notes.load()).toMatchObject({ ok: false, code: 'diskError' });
  expect(notes.text()).toBeNull();
  good(await notes.flush());
  script.refuse = null;
  expect(await stored()).toBe('Cũ.');
  expect(good(await notes.load())).toBe('Cũ.');
});
