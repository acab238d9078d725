import { describe, expect, test } from 'vitest';
import type { Job, Operation, PhotoInfo, PhotoUse, Result } from '../../../preload/contract.ts';
import type { StorySession } from '../../../renderer/editor/types.ts';
import { findingsOf } from '../../../renderer/publish/findings.ts';
import {
  canCancel,
  type Jobs,
  jobCounts,
  openJobs,
  photoOf,
  sideBySide,
  withJob,
} from '../../../renderer/publish/jobs.ts';
import { publish, type Wish } from '../../../renderer/publish/publish.ts';
import { seenAt } from '../../../renderer/publish/seenAt.ts';
import { newId } from '../../../story/ids.ts';
import { emptyStory, type Figure } from '../../../story/model.ts';

const storyId = newId();
const job = (state: Job['state'], more: Partial<Job> = {}): Job => ({
  id: newId(),
  storyId,
  destinationId: newId(),
  operation: 'publish',
  at: null,
  state,
  step: 'queued',
  done: 0,
  total: 4,
  attempts: 0,
  nextAttemptAt: null,
  error: null,
  conflict: null,
  createdAt: '2021-06-14T00:00:00.000Z',
  updatedAt: '2021-06-14T00:00:00.000Z',
  ...more,
});
const all = (...list: Job[]): Jobs => list.reduce(withJob, new Map());

describe('jobs', () => {
  test('an answer older than what is known changes nothing', () => {
    const newer = job('done', { updatedAt: '2021-06-14T00:00:02.000Z' });
    const jobs = all(newer);
    expect(withJob(jobs, { ...newer, state: 'running', updatedAt: '2021-06-14T00:00:01.000Z' })).toBe(jobs);
    const later = withJob(jobs, { ...newer, state: 'conflict', updatedAt: '2021-06-14T00:00:03.000Z' });
    expect(later.get(newer.id)?.state).toBe('conflict');
  });

  test("a story's own jobs that are not over, the newest first", () => {
    const old = job('stopped');
    const fresh = job('waiting', { createdAt: '2021-06-15T00:00:00.000Z' });
    const jobs = all(old, fresh, job('done'), job('cancelled'), job('running', { storyId: newId() }));
    expect(openJobs(jobs, storyId)).toEqual([fresh, old]);
  });

  test('the status line counts what waits and what needs a person', () => {
    const jobs = all(job('waiting'), job('running'), job('stopped'), job('conflict'), job('done'));
    expect(jobCounts(jobs)).toEqual({ waiting: 2, attention: 2 });
  });

  test('a publication can be called back until the story itself goes online', () => {
    expect(canCancel(job('running', { step: 'draft' }))).toBe(true);
    expect(canCancel(job('running', { step: 'update' }))).toBe(false);
    expect(canCancel(job('running', { step: 'readBack' }))).toBe(false);
    expect(canCancel(job('waiting', { step: 'update' }))).toBe(true);
    expect(canCancel(job('done'))).toBe(false);
  });

  test('side by side, the lines that the other lacks are marked', () => {
    expect(sideBySide('Tít\n\nĐoạn một', 'Tít\nĐoạn khác')).toEqual({
      ours: [
        { text: 'Tít', differs: false },
        { text: 'Đoạn một', differs: true },
      ],
      theirs: [
        { text: 'Tít', differs: false },
        { text: 'Đoạn khác', differs: true },
      ],
    });
  });
});

test('which photo is being sent, where it is known of how many', () => {
  expect(photoOf(job('running', { step: 'photos', done: 1, total: 8 }), 5)).toBe(2);
  expect(photoOf(job('running', { step: 'photos', done: 5, total: 8 }), 5)).toBeNull();
  expect(photoOf(job('running', { step: 'draft', done: 1, total: 8 }), 5)).toBeNull();
  expect(photoOf(job('running', { step: 'photos', done: 1, total: 5 }), 9)).toBeNull();
});

describe('publish', () => {
  const session = (flushed: Result<{ seq: number }>) =>
    ({ storyId, flush: async () => flushed }) as never as StorySession;
  const saved = session({ ok: true, value: { seq: 7 } });

  const wish: Wish = { operation: 'schedule', at: '2026-11-28T00:00:00.000Z', destinationIds: ['here', 'there'] };

  test('asks once a place, for exactly what the one flush acknowledged', async () => {
    const asked: unknown[] = [];
    const started = [job('waiting'), job('waiting')];
    const outcome = await publish(saved, wish, false, async (input) => {
      asked.push(input);
      return { ok: true, value: started[asked.length - 1]! };
    });
    const same = { storyId, seq: 7, confirmed: false, operation: 'schedule', at: wish.at };
    expect(asked).toEqual([
      { ...same, destinationId: 'here' },
      { ...same, destinationId: 'there' },
    ]);
    expect(outcome).toEqual({ jobs: started, unconfirmed: [], failures: [] });
  });

  test('publishes nothing that is not saved', async () => {
    const outcome = await publish(session({ ok: false, code: 'diskFull' }), wish, false, () => {
      throw new Error('must not be asked');
    });
    expect(outcome.failures).toMatchObject([{ destinationId: null, failure: { code: 'diskFull' } }]);
    expect(outcome.jobs).toEqual([]);
  });

  test('what nobody approved waits for one word for all places; what fails at one place stops no other', async () => {
    const refused = async () => ({ ok: false, code: 'notApproved' }) as const;
    expect(await publish(saved, wish, false, refused)).toEqual({
      jobs: [],
      unconfirmed: ['here', 'there'],
      failures: [],
    });
    expect((await publish(saved, wish, true, refused)).failures).toHaveLength(2);
    const started = job('waiting');
    const outcome = await publish(saved, wish, true, async ({ destinationId }) =>
      destinationId === 'here' ? { ok: false, code: 'alreadyWaiting' } : { ok: true, value: started },
    );
    expect(outcome.jobs).toEqual([started]);
    expect(outcome.failures).toEqual([{ destinationId: 'here', failure: { ok: false, code: 'alreadyWaiting' } }]);
  });
});

test('the preflight names a photo by its place in the story, and leaves the approval to the line below', () => {
  const story = emptyStory('vi', '2021-06-14T00:00:00.000Z');
  const figure = (more: Partial<Figure>): Figure => ({
    id: newId(),
    type: 'figure',
    photo: 'a'.repeat(64),
    width: 10,
    height: 10,
    caption: 'Chú thích',
    credit: 'Ảnh: A',
    copyright: '',
    alt: 'Ruộng dưa',
    unchecked: [],
    ...more,
  });
  const second = figure({ alt: '' });
  const found = findingsOf({ ...story, body: [figure({}), second] });
  expect(found.blocks.map(({ code }) => code)).toEqual(['emptyHeadline']);
  expect(found.warnings).toContainEqual({ code: 'missingAlt', anchor: { block: second.id, part: 'alt' }, number: 2 });
  expect(found.warnings.map(({ code }) => code)).not.toContain('notApproved');
  const bare = figure({ alt: '', credit: '', unchecked: ['caption'] });
  const lines = findingsOf({ ...story, body: [second, bare] }).warnings.filter(({ number }) => number === 2);
  expect(lines).toEqual([
    {
      code: 'photoLacks',
      anchor: { block: bare.id, part: 'credit' },
      number: 2,
      lacks: ['missingCredit', 'missingAlt', 'uncheckedPhotoTexts'],
    },
  ]);
});

test('a photo that another published story shows is told once, with that story', () => {
  const story = emptyStory('vi', '2021-06-14T00:00:00.000Z');
  const hash = 'c'.repeat(64);
  const figure = (): Figure => ({
    ...{ id: newId(), type: 'figure', photo: hash, width: 10, height: 10, unchecked: [] },
    ...{ caption: 'Chú thích', credit: 'Ảnh: A', copyright: '', alt: 'Ruộng dưa' },
  });
  const first = figure();
  const use = (id: string, status: PhotoUse['status'], inTrash = false): PhotoUse => ({
    ...{ storyId: id, headline: `Bài ${status}`, status, inTrash },
  });
  const found = (...uses: PhotoUse[]) =>
    findingsOf({ ...story, body: [first, figure()] }, { uses: new Map([[hash, uses]]) }).warnings.filter(({ code }) =>
      code.startsWith('photoUsed'),
    );
  const other = newId();
  expect(found(use(story.id, 'published'), use(newId(), 'draft'), use(newId(), 'published', true))).toEqual([]);
  expect(found(use(newId(), 'approved'), use(other, 'published'))).toEqual([
    {
      ...{ code: 'photoUsed', anchor: { block: first.id }, number: 1 },
      ...{ name: 'Bài published', storyId: other, more: 0 },
    },
  ]);
  expect(found(use(other, 'published'), use(newId(), 'published'))).toMatchObject([
    { code: 'photoUsedOften', more: 1 },
  ]);
});

test('an embargo stands in the way of what readers would see before it ends, and of nothing else', () => {
  const now = Date.parse('2026-11-27T00:00:00.000Z');
  const story = emptyStory('vi', '2021-06-14T00:00:00.000Z');
  story.fields.embargo = '2026-11-28T00:00:00.000Z';
  const isEmbargoed = (operation: Operation, at: string | null = null) =>
    findingsOf(story, { seenAt: seenAt(operation, at, now) }).blocks.some(({ code }) => code === 'embargoed');
  expect(isEmbargoed('publish')).toBe(true);
  expect(isEmbargoed('correct')).toBe(true);
  expect(isEmbargoed('schedule', '2026-11-27T23:59:00.000Z')).toBe(true);
  expect(isEmbargoed('schedule', story.fields.embargo)).toBe(false);
  for (const operation of ['pending', 'private', 'draft'] as const) expect(isEmbargoed(operation)).toBe(false);
});

test('a photo that its terms forbid stands in the way until somebody has cleared it', () => {
  const story = emptyStory('vi', '2021-06-14T00:00:00.000Z');
  const hash = 'b'.repeat(64);
  const figure: Figure = {
    ...{ id: newId(), type: 'figure', photo: hash, width: 10, height: 10, unchecked: [] },
    ...{ caption: 'Chú thích', credit: 'Ảnh: A', copyright: '', alt: 'Ruộng dưa' },
  };
  const texts = { caption: '', credit: '', copyright: '', alt: '', photographer: '' };
  const info: PhotoInfo = {
    ...{ hash, type: 'image/jpeg', width: 10, height: 10, size: 1, name: 'a.jpg' },
    ...texts,
    facts: { instructions: { value: 'Không đăng', from: 'iim' } },
  };
  const found = (known: PhotoInfo) => findingsOf({ ...story, body: [figure] }, { known: new Map([[hash, known]]) });
  const where = { anchor: { block: figure.id }, number: 1, photo: hash, name: 'Không đăng', terms: 'instructions' };
  expect(found(info).blocks).toContainEqual({ code: 'photoForbidden', ...where });
  const edits = { instructions: { value: 'Không đăng', by: 'Hoàng Nga', at: story.createdAt } };
  const cleared = found({ ...info, edits });
  expect(cleared.blocks.map(({ code }) => code)).not.toContain('photoForbidden');
  expect(cleared.warnings).toContainEqual({ code: 'photoCleared', ...where, by: 'Hoàng Nga' });
});
