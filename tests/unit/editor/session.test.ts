import { INSERT_PARAGRAPH_COMMAND } from 'lexical';
import { expect, test } from 'vitest';
import type { Result } from '../../../preload/contract.ts';
import { coreOf } from '../../../renderer/editor/core.ts';
import { openSession } from '../../../renderer/editor/session.ts';
import type { SessionApi } from '../../../renderer/editor/types.ts';
import { newId } from '../../../story/ids.ts';
import { figure, item, paragraph, texts } from '../schema/editing.ts';
import { $blocks, AT, storeWith, storyOf, typeInto } from './desk.ts';

test('what a flush acknowledged is what the store gives back, field, body, thread and status', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('Bắc Kạn'), item('một')));
  const session = openSession(await open(), api);
  session.setField('headline', 'Thành phố Bắc Kạn');
  typeInto(session, 0, ' hôm nay');
  typeInto(session, 1, ' việc');
  const thread = newId();
  const comment = { id: newId(), by: 'x', name: 'Mai', at: AT, text: 'Nguồn?' };
  session.setThread(thread, {
    id: thread,
    kind: 'comment',
    anchor: { field: 'headline' },
    words: 'Thành phố',
    comments: [comment],
    resolved: false,
  });
  session.setLanguage('en');
  session.setWork({ status: 'inReview', approval: null });
  expect(session.saveState().kind).toBe('saving');
  expect(await session.flush('blur')).toEqual({ ok: true, value: { seq: 1 } });
  expect(session.saveState().kind).toBe('saved');
  const stored = (await open()).story;
  expect(stored).toEqual(session.story());
  expect(texts(stored.body)).toEqual(['Bắc Kạn hôm nay', 'một việc']);
  expect(stored.fields.headline).toBe('Thành phố Bắc Kạn');
  expect(stored.language).toBe('en');
  await session.dispose();
});

test('it saves by itself, and "saved" means the store has it', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  const session = openSession(await open(), api);
  const saved = new Promise<void>((resolve) =>
    session.subscribe((event) => {
      if (event === 'save' && session.saveState().kind === 'saved') resolve();
    }),
  );
  typeInto(session, 0, 'b');
  await saved;
  expect(texts((await open()).story.body)).toEqual(['ab']);
  await session.dispose();
});

test('a full disk: typing goes on in memory, says so, and everything is written once there is room', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  let full = true;
  const failing: SessionApi = {
    ...api,
    append: (...args) =>
      full ? Promise.resolve({ ok: false, code: 'diskFull' } as Result<never>) : api.append(...args),
  };
  const session = openSession(await open(), failing);
  typeInto(session, 0, 'b');
  expect(await session.flush('blur')).toMatchObject({ ok: false, code: 'diskFull' });
  expect(session.saveState()).toMatchObject({ kind: 'failed', code: 'diskFull' });
  typeInto(session, 0, 'c');
  session.setField('headline', 'Tít');
  coreOf(session).editor.update(
    () => {
      $blocks()[0]?.selectEnd();
      coreOf(session).editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined);
    },
    { discrete: true },
  );
  typeInto(session, 1, 'd');
  expect((await open()).seq).toBe(0);
  full = false;
  expect(await session.flush('blur')).toEqual({ ok: true, value: { seq: 1 } });
  const stored = (await open()).story;
  expect(texts(stored.body)).toEqual(['abc', 'd']);
  expect(stored).toEqual(session.story());
  await session.dispose();
});

test('words typed while a story is let go are saved with it; where they cannot be, it is not let go', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  let full = false;
  let typed = 0;
  const session = openSession(await open(), {
    append: (...args) =>
      full ? Promise.resolve({ ok: false, code: 'diskFull' } as Result<never>) : api.append(...args),
    // The person goes on typing while the snapshot is written.
    checkpoint: (id) => {
      typed += 1;
      typeInto(session, 0, String(typed));
      return api.checkpoint(id);
    },
  });
  typeInto(session, 0, 'b');
  await session.flush('switch');
  full = true;
  expect(await session.dispose()).toMatchObject({ ok: false, code: 'diskFull' });
  expect(texts(session.story().body)).toEqual(['ab1']);
  typeInto(session, 0, 'c'); // it lives on
  full = false;
  expect(await session.dispose()).toEqual({ ok: true, value: null });
  expect(texts((await open()).story.body)).toEqual(['ab1c2']);
});

test('a bridge that throws is a failure that is told, not a lost edit', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  let broken = true;
  const session = openSession(await open(), {
    ...api,
    append: (...args) => (broken ? Promise.reject(new Error('gone')) : api.append(...args)),
  });
  typeInto(session, 0, 'b');
  expect(await session.flush('blur')).toMatchObject({ ok: false, code: 'internal' });
  broken = false;
  expect(await session.flush('blur')).toMatchObject({ ok: true });
  expect(texts((await open()).story.body)).toEqual(['ab']);
  await session.dispose();
});

test('a second window on the same story: the later one is told, goes read-only, and writes nothing', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  const [first, second] = [openSession(await open(), api), openSession(await open(), api)];
  typeInto(first, 0, ' một');
  await first.flush('blur');
  typeInto(second, 0, ' hai');
  expect(await second.flush('blur')).toMatchObject({ ok: false, code: 'stale' });
  expect(second.readOnly).toBe(true);
  expect(second.saveState()).toMatchObject({ kind: 'failed', code: 'stale' });
  second.setField('headline', 'x');
  expect(second.story().fields.headline).toBe('');
  expect(texts((await open()).story.body)).toEqual(['a một']);
  expect(texts(second.story().body)).toEqual(['a hai']); // what was typed is still in the window
  await Promise.all([first.dispose(), second.dispose()]);
});

test('a story that is only looked at is not written; one in an older form is put right with its first edit', async () => {
  const unjoined = { ...paragraph(), runs: [{ text: 'a' }, { text: 'b' }] } as ReturnType<typeof paragraph>;
  const { api, open } = await storeWith(storyOf(unjoined, paragraph('c')));
  const session = openSession(await open(), api);
  expect(await session.flush('blur')).toEqual({ ok: true, value: { seq: 0 } });
  typeInto(session, 1, 'd');
  await session.flush('blur');
  expect((await open()).story.body[0]).toMatchObject({ runs: [{ text: 'ab' }] });
  await session.dispose();
});

test('what the desk agreed on is saved, also where it came with another version', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  const session = openSession(await open(), api);
  const desk = { ...session.story().desk, deadline: '2026-03-05T02:30:00.000Z' };
  session.setWork({ desk });
  await session.flush('blur');
  expect((await open()).story.desk).toEqual(desk);
  const assignee = { fingerprint: 'f', name: 'Lan' };
  session.apply({ ...session.story(), status: 'submitted', desk: { ...desk, assignee } });
  await session.flush('blur');
  expect((await open()).story).toMatchObject({ status: 'submitted', desk: { ...desk, assignee } });
  await session.dispose();
});

test('a read-only story takes no edit', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a')));
  const session = openSession({ ...(await open()), readOnly: true, problem: 'newerSchema' }, api);
  session.setField('headline', 'x');
  session.setWork({ status: 'approved', approval: null });
  session.run({ kind: 'bullet' });
  session.apply(storyOf(paragraph('b')));
  expect(session.story()).toEqual((await open()).story);
  expect(await session.flush('close')).toEqual({ ok: true, value: { seq: 0 } });
  await session.dispose();
});

test('inserted photos stand behind the caret in the order they came, their texts unchecked', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('a'), paragraph('b')));
  const session = openSession(await open(), api);
  typeInto(session, 0, '!');
  const photo = {
    type: 'image/jpeg' as const,
    width: 10,
    height: 20,
    size: 1,
    name: 'x.jpg',
    credit: 'Ảnh: TTXVN',
    copyright: '',
    alt: '',
    photographer: '',
  };
  session.insertPhoto({ ...photo, hash: '1'.repeat(64), caption: 'một' });
  session.insertPhoto({ ...photo, hash: '2'.repeat(64), caption: '' });
  expect(session.story().body).toMatchObject([
    { runs: [{ text: 'a!' }] },
    { photo: '1'.repeat(64), caption: 'một', unchecked: ['caption', 'credit'] },
    { photo: '2'.repeat(64), unchecked: ['credit'] },
    { runs: [{ text: 'b' }] },
  ]);
  await session.dispose();
  expect((await open()).story.body.length).toBe(4);
});

test('a comment marks the selected words; deleting its thread takes the marks off', async () => {
  const { api, open } = await storeWith(storyOf(paragraph('Bắc Kạn hôm nay'), figure('ảnh')));
  const session = openSession(await open(), api);
  const { editor } = coreOf(session);
  editor.update(
    () => {
      const selection = $blocks()[0]?.selectStart();
      if (selection) selection.focus.offset = 7;
    },
    { discrete: true },
  );
  expect(session.commentTarget()).toMatchObject({ words: 'Bắc Kạn' });
  const id = session.addComment('Nguồn?', { name: 'Mai', fingerprint: 'f' }) as string;
  expect(session.story().threads[id]).toMatchObject({
    words: 'Bắc Kạn',
    resolved: false,
    comments: [{ text: 'Nguồn?' }],
  });
  expect(session.story().body[0]).toMatchObject({ runs: [{ text: 'Bắc Kạn', threads: [id] }, { text: ' hôm nay' }] });
  session.setThread(id, null);
  expect(session.story().body[0]).toMatchObject({ runs: [{ text: 'Bắc Kạn hôm nay' }] });
  await session.flush('blur');
  expect((await open()).story).toEqual(session.story());
  await session.dispose();
});
