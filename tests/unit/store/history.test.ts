import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { storyHash } from '../../../story/canonical.ts';
import { newId } from '../../../story/ids.ts';
import { amountBetween } from '../../../story/review/amount.ts';
import { countWords } from '../../../story/text/counts.ts';
import { hurt } from './damage.ts';
import { lifeArbitrary, live, openHere, START, setClock } from './journey.ts';
import { addition, appendTexts, good, makeFolder, makeStory, open } from './make.ts';

afterEach(() => void vi.useRealTimers());

const DAY = 24 * 60 * 60_000;
const all = (id: string) => ({ id, before: null, limit: 100, every: true });

test('every number reads as the fold of what was written', () => {
  fc.assert(
    fc.property(lifeArbitrary, (plan) => {
      const { folder, states } = live(plan);
      const { methods } = openHere(folder);
      for (const [seq, story] of states.entries())
        expect(methods.readStory(plan.story.id, seq)).toEqual({ ok: true, value: { story, seq } });
      methods.close();
    }),
    { numRuns: 40 },
  );
});

test('the list tells each version: who, words, and how much changed since the one before', () => {
  fc.assert(
    fc.property(lifeArbitrary, (plan) => {
      const { folder, states, records } = live(plan);
      const { methods } = openHere(folder);
      const { versions, more } = methods.listVersions(all(plan.story.id));
      methods.close();
      expect(more).toBe(false);
      expect(versions.at(-1)).toMatchObject({ seq: 0, isFirst: true, changed: null });
      for (const [index, version] of versions.entries()) {
        const story = states[version.seq]!;
        expect(version.words).toBe(countWords(story));
        const before = versions[index + 1];
        if (!before) continue;
        expect(version.at).toBe(records[version.seq - 1]!.at);
        expect(version.changed).toEqual(amountBetween(states[before.seq]!, story));
        const wrote = records.slice(before.seq, version.seq).map(({ author }) => author);
        expect(new Set(version.authors)).toEqual(new Set(wrote));
      }
    }),
    { numRuns: 40 },
  );
});

test('pages put together are the whole list', () => {
  fc.assert(
    fc.property(lifeArbitrary, fc.boolean(), fc.integer({ min: 1, max: 7 }), (plan, every, limit) => {
      const { folder, records } = live(plan);
      setClock(Date.parse(records.at(-1)!.at) + 2 * DAY);
      const { methods } = openHere(folder);
      const whole = methods.listVersions({ id: plan.story.id, before: null, limit: 100, every });
      const paged = [];
      for (let before: number | null = null; ; ) {
        const page = methods.listVersions({ id: plan.story.id, before, limit, every });
        paged.push(...page.versions);
        if (!page.more) break;
        before = page.versions.at(-1)!.seq;
      }
      methods.close();
      expect(paged).toEqual(whole.versions);
    }),
    { numRuns: 40 },
  );
});

test('automatic versions of earlier days are thinned, named ones and the newest never', () => {
  const folder = makeFolder();
  const story = makeStory();
  setClock(START);
  const { methods } = openHere(folder);
  good(methods.createStory(story, 'an'));
  for (let seq = 0; seq < 6; seq++) {
    setClock(START + (seq + 1) * 60_000);
    const now = good(methods.readStory(story.id)).story;
    good(methods.appendRecord(story.id, seq, addition(now, 'Thêm.'), 'an'));
    good(methods.checkpoint(story.id));
  }
  good(methods.nameVersion(story.id, 2, 'Bản đầu', 'an'));
  const seqs = () =>
    methods.listVersions({ ...all(story.id), every: false }).versions.map(({ seq, count }) => [seq, count]);
  expect(seqs()).toEqual([6, 5, 4, 3, 2, 1, 0].map((seq) => [seq, 1]));
  setClock(START + 2 * DAY);
  expect(seqs()).toEqual([
    [6, 1],
    [5, 3],
    [2, 1],
    [1, 1],
    [0, 1],
  ]);
  expect(methods.listVersions(all(story.id)).versions).toHaveLength(7);
  methods.close();
});

test('a name is given, changed and taken away, and the version stays; it is there after reopening', async () => {
  const folder = makeFolder();
  const store = await open(folder);
  const story = makeStory();
  await store.createStory(story, 'an');
  await appendTexts(store, story.id, ['Một.', 'Hai.']);
  const at = async (seq: number) => (await store.listVersions(all(story.id))).versions.find((one) => one.seq === seq);
  good(await store.nameVersion(story.id, 2, 'Bản gửi duyệt', 'an'));
  expect(await at(2)).toMatchObject({ name: 'Bản gửi duyệt' }); // it was the newest state: a snapshot was made
  good(await store.nameVersion(story.id, 1, 'Có một đoạn', 'an'));
  expect(await at(1)).toMatchObject({ name: 'Có một đoạn', restore: null });
  good(await store.nameVersion(story.id, 1, 'Đoạn đầu', 'an'));
  expect(await at(1)).toMatchObject({ name: 'Đoạn đầu' });
  await store.close();
  const again = await open(folder);
  expect((await again.listVersions(all(story.id))).versions.map(({ name }) => name)).toEqual([
    'Bản gửi duyệt',
    'Đoạn đầu',
    null,
  ]);
  good(await again.nameVersion(story.id, 2, null, 'an'));
  expect((await again.listVersions(all(story.id))).versions.map(({ seq, name }) => [seq, name])).toEqual([
    [2, null],
    [1, 'Đoạn đầu'],
    [0, null],
  ]);
  for (const seq of [3, 99])
    expect(await again.nameVersion(story.id, seq, 'Không có', 'an')).toMatchObject({ code: 'notFound' });
  expect(await again.nameVersion(newId(), 0, 'Không có', 'an')).toMatchObject({ code: 'notFound' });
});

test('approvals, publications and restorings make versions', async () => {
  const store = await open(makeFolder());
  const story = makeStory();
  await store.createStory(story, 'an');
  const approval = { hash: storyHash(story), by: 'b', name: 'Bình', at: '2025-03-01T09:00:00.000Z' };
  good(await store.appendRecord(story.id, 0, { status: 'approved', approval }, 'an'));
  const approved = good(await store.readStory(story.id)).story;
  await appendTexts(store, story.id, ['Dòng có "approval":{ trong đó.']);
  const destinationId = newId();
  good(
    await store.putDestination({
      id: destinationId,
      name: 'Báo mạng',
      config: { type: 'folder', path: '/x', open: false },
      secret: null,
    }),
  );
  const job = good(
    await store.enqueue({
      story: approved,
      hash: storyHash(approved),
      destinationId,
      approvedBy: 'Bình',
      publishedBy: 'An',
      total: 1,
      seq: 1,
    }),
  );
  const receipt = {
    id: newId(),
    storyId: story.id,
    destinationId,
    destinationName: 'Báo mạng',
    remoteId: '1',
    url: 'https://x.example/1',
    at: '2025-03-01T09:30:00.000Z',
    hash: storyHash(approved),
    operation: 'created' as const,
    asked: 'publish' as const,
    status: 'published' as const,
    scheduledFor: null,
    approvedBy: 'Bình',
    publishedBy: 'An',
    differences: [],
    remoteVersion: '',
    slug: '',
    publicationId: job.publicationId,
  };
  expect((await store.listVersions(all(story.id))).versions.map(({ seq }) => seq)).toEqual([2, 1, 0]); // 2: made by publishing
  good(await store.completeJob(job.id, receipt));
  good(await store.markVersion(story.id, 2, { kind: 'beforeRestore', from: 1, by: 'an' }));
  const { versions } = await store.listVersions(all(story.id));
  expect(versions).toMatchObject([
    { seq: 2, restore: { kind: 'beforeRestore', from: 1 }, approvals: [], publications: [] },
    {
      seq: 1,
      restore: null,
      approvals: [{ name: 'Bình' }],
      publications: [{ destination: 'Báo mạng', at: receipt.at }],
    },
    { seq: 0, approvals: [] },
  ]);
  expect(await store.markVersion(story.id, 2, { kind: 'restored', from: 9, by: 'an' })).toMatchObject({
    code: 'notFound',
  });
});

test('a version that cannot be read any more is still told of', () => {
  const folder = makeFolder();
  const story = makeStory();
  const { methods } = openHere(folder);
  good(methods.createStory(story, 'an'));
  for (let seq = 0; seq < 3; seq++) {
    const now = good(methods.readStory(story.id)).story;
    good(methods.appendRecord(story.id, seq, addition(now, 'Thêm.'), 'an'));
    good(methods.checkpoint(story.id));
  }
  methods.close();
  hurt(folder, "UPDATE records SET change = change || ' ' WHERE seq = 2");
  hurt(folder, "UPDATE snapshots SET story = story || ' ' WHERE seq = 2");
  const again = openHere(folder);
  expect(again.methods.listVersions(all(story.id)).versions).toMatchObject([
    { seq: 3, words: expect.any(Number), changed: null },
    { seq: 2, words: null, changed: null },
    { seq: 1, words: expect.any(Number) },
    { seq: 0, words: expect.any(Number) },
  ]);
  again.methods.close();
});
