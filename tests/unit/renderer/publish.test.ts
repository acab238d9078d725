import { describe, expect, test } from 'vitest';
import type { Job, PhotoInfo, Result } from '../../../preload/contract.ts';
import type { StorySession } from '../../../renderer/editor/types.ts';
import { findingsOf } from '../../../renderer/publish/findings.ts';
import { canCancel, type Jobs, jobCounts, openJobs, sideBySide, withJob } from '../../../renderer/publish/jobs.ts';
import { publish } from '../../../renderer/publish/publish.ts';
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

describe('publish', () => {
  const session = (flushed: Result<{ seq: number }>) =>
    ({ storyId, flush: async () => flushed }) as never as StorySession;
  const saved = session({ ok: true, value: { seq: 7 } });

  test('asks for exactly what the flush acknowledged', async () => {
    const asked: unknown[] = [];
    const started = job('waiting');
    const outcome = await publish(saved, 'there', false, async (input) => {
      asked.push(input);
      return { ok: true, value: started };
    });
    expect(asked).toEqual([{ storyId, destinationId: 'there', seq: 7, confirmed: false }]);
    expect(outcome).toEqual({ kind: 'started', job: started });
  });

  test('publishes nothing that is not saved', async () => {
    const outcome = await publish(session({ ok: false, code: 'diskFull' }), 'there', false, () => {
      throw new Error('must not be asked');
    });
    expect(outcome).toMatchObject({ kind: 'failed', failure: { code: 'diskFull' } });
  });

  test('what is not approved asks once; a missing password asks', async () => {
    const answer = (code: 'notApproved' | 'secretNeeded') => async () => ({ ok: false, code }) as const;
    expect(await publish(saved, 'there', false, answer('notApproved'))).toEqual({ kind: 'notApproved' });
    expect(await publish(saved, 'there', true, answer('notApproved'))).toMatchObject({ kind: 'failed' });
    expect(await publish(saved, 'there', false, answer('secretNeeded'))).toEqual({ kind: 'secretNeeded' });
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
  const found = (known: PhotoInfo) =>
    findingsOf({ ...story, body: [figure] }, undefined, undefined, new Map([[hash, known]]));
  const where = { anchor: { block: figure.id }, number: 1, photo: hash, name: 'Không đăng', terms: 'instructions' };
  expect(found(info).blocks).toContainEqual({ code: 'photoForbidden', ...where });
  const edits = { instructions: { value: 'Không đăng', by: 'Hoàng Nga', at: story.createdAt } };
  const cleared = found({ ...info, edits });
  expect(cleared.blocks.map(({ code }) => code)).not.toContain('photoForbidden');
  expect(cleared.warnings).toContainEqual({ code: 'photoCleared', ...where, by: 'Hoàng Nga' });
});
