// The window's side of the history, on a real store and a real session; only the bridge between them is the test's.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Version } from '../../../preload/contract.ts';
import { openSession } from '../../../renderer/editor/session.ts';
import { restoreVersion } from '../../../renderer/history/restore.ts';
import { dayText, durationText, marksOf, sizeOf, whoText } from '../../../renderer/history/words.ts';
import { setLanguage } from '../../../renderer/i18n.ts';
import { addition, good, makeFolder, makeStory, open, textsOf } from '../store/make.ts';

beforeEach(() => {
  vi.stubGlobal('document', { documentElement: {} });
  setLanguage('en');
});
afterEach(() => vi.unstubAllGlobals());

const version = (more: Partial<Version> = {}): Version => ({
  seq: 4,
  at: '2025-03-10T08:00:00.000Z',
  by: [],
  isFirst: false,
  name: null,
  restore: null,
  approvals: [],
  publications: [],
  words: 512,
  changed: { fields: 0, added: 0, removed: 0, changed: 0 },
  count: 1,
  ...more,
});

async function restoring() {
  const store = await open(makeFolder());
  const story = makeStory();
  await store.createStory(story, 'an');
  for (const [seq, text] of ['Một.', 'Hai.'].entries()) {
    const now = good(await store.readStory(story.id)).story;
    good(await store.appendRecord(story.id, seq, addition(now, text), 'an'));
  }
  const marks = { refuse: false };
  vi.unstubAllGlobals(); // the session itself runs without a page here
  const session = openSession(good(await store.openStory(story.id)), {
    append: (id, expectedSeq, change) => store.appendRecord(id, expectedSeq, change, 'an'),
    checkpoint: (id) => store.checkpoint(id),
  });
  vi.stubGlobal('window', {
    copydesk: {
      call: async (name: string, input: { id: string; seq: number; kind: 'restored'; from: number }) => {
        if (name !== 'history.mark') throw new Error(`unexpected ${name}`);
        if (marks.refuse) return { ok: false, code: 'diskFull' };
        return store.markVersion(input.id, input.seq, { kind: input.kind, from: input.from, by: 'an' });
      },
    },
  });
  const list = async () => (await store.listVersions({ id: story.id, before: null, limit: 50, every: true })).versions;
  return { store, story, session, marks, list };
}

test('restoring keeps what there was under a name, and is one more version', async () => {
  const { store, story, session, list } = await restoring();
  session.setField('headline', 'Chưa lưu');
  const old = good(await store.readStory(story.id, 1)).story;
  expect(await restoreVersion(session, version({ seq: 1 }), old)).toBe(true);
  expect(textsOf(session.story())).toEqual(textsOf(old));
  expect((await list()).map(({ seq, restore }) => [seq, restore?.kind ?? null])).toEqual([
    [4, 'restored'],
    [3, 'beforeRestore'],
    [0, null],
  ]);
  const before = good(await store.readStory(story.id, 3)).story;
  expect(before.fields.headline).toBe('Chưa lưu');
  expect(textsOf(before)).toEqual(['', 'Một.', 'Hai.']);
  expect(await restoreVersion(session, version({ seq: 3 }), before)).toBe(true);
  expect(good(await store.readStory(story.id)).story).toEqual(before);
  await session.dispose();
});

test('where what there was cannot be kept under a name, nothing is restored', async () => {
  const { store, story, session, marks } = await restoring();
  marks.refuse = true;
  const old = good(await store.readStory(story.id, 1)).story;
  expect(await restoreVersion(session, version({ seq: 1 }), old)).toBe(false);
  expect(textsOf(session.story())).toEqual(['', 'Một.', 'Hai.']);
  await session.dispose();
});

test('a version says what makes it one', () => {
  const atOf = (seq: number) => (seq === 2 ? '2025-03-09T08:00:00.000Z' : undefined);
  expect(marksOf(version(), atOf)).toEqual([]);
  expect(marksOf(version({ isFirst: true, count: 3 }), atOf)).toEqual(['First version', '3 saves']);
  const [known] = marksOf(version({ restore: { kind: 'restored', from: 2 } }), atOf);
  expect(known).toMatch(/^Restored from the version of .*09\/03\/2025$/);
  expect(marksOf(version({ restore: { kind: 'beforeRestore', from: 7 } }), atOf)).toEqual(['Before restoring']);
  const at = '2025-03-10T08:00:00.000Z';
  expect(
    marksOf(
      version({ approvals: [{ name: 'Bình', at }], publications: [1, 2].map(() => ({ destination: 'Web', at })) }),
      atOf,
    ),
  ).toEqual(['Approved by Bình', 'Published to Web']);
});

test('a version says how long it is and how much changed', () => {
  expect(sizeOf(version())).toBe('512 words · no words changed');
  expect(sizeOf(version({ changed: null }))).toBe('512 words');
  expect(sizeOf(version({ words: null }))).toBe('cannot be read');
  expect(sizeOf(version({ changed: { fields: 1, added: 2, removed: 3, changed: 4 } }))).toBe(
    '512 words · 4 paragraphs changed · 2 paragraphs added · 3 paragraphs removed · 1 field changed',
  );
});

test('days, people and stretches of time are told as people tell them', () => {
  const now = new Date(2025, 2, 10, 9).getTime();
  const at = (day: number, hour: number) => new Date(2025, 2, day, hour).toISOString();
  expect([dayText(at(10, 0), now), dayText(at(9, 23), now), dayText(at(8, 23), now)]).toEqual([
    'Today',
    'Yesterday',
    '08/03/2025',
  ]);
  expect(whoText({ name: 'Bình', fingerprint: 'ab' })).toBe('Bình');
  expect(whoText({ name: null, fingerprint: 'ab'.repeat(32) })).toBe('key abab abab abab abab');
  const minutes = [0.2, 1, 59.4, 60, 135].map((minute) => durationText(minute * 60_000));
  expect(minutes).toEqual(['under 1 min', '1 min', '59 min', '1 h 0 min', '2 h 15 min']);
});
