import { expect, test } from 'vitest';
import { untimely } from '../../../main/publish/destinations/clocks.ts';
import { emptyStory, type Story } from '../../../story/model.ts';

const EMBARGO = '2026-12-01T06:00:00.000Z';
const end = Date.parse(EMBARGO);
const HOUR = 3_600_000;
const story = (embargo: string): Story => {
  const empty = emptyStory('vi', '2026-11-28T00:00:00.000Z');
  return { ...empty, fields: { ...empty.fields, embargo } };
};
const at = (ms: number) => new Date(ms).toISOString();

test.each([
  ['both clocks are before it', end - HOUR, end - HOUR, HOUR],
  ['the server’s is past it, ours is not', end - HOUR, end + 5 * HOUR, HOUR],
  ['ours is past it, the server’s is not', end + 5 * HOUR, end - HOUR, HOUR],
  ['the server says no time', end - HOUR, null, HOUR],
])('an embargo holds a publication back while %s', (_, ours, theirs, waitMs) => {
  for (const operation of ['publish', 'correct'] as const)
    expect(untimely(story(EMBARGO), operation, null, { ours, theirs })).toMatchObject({ code: 'embargoed', waitMs });
  // Nobody but the desk sees these.
  for (const operation of ['pending', 'draft', 'private', 'unpublish'] as const)
    expect(untimely(story(EMBARGO), operation, null, { ours, theirs })).toBeNull();
});

test('an embargo is over when both clocks say so', () => {
  expect(untimely(story(EMBARGO), 'publish', null, { ours: end, theirs: end })).toBeNull();
  expect(untimely(story(''), 'publish', null, { ours: end - HOUR, theirs: null })).toBeNull();
});

test.each([
  ['before the embargo', end - 1, end - HOUR, end - HOUR, 'embargoed'],
  ['as it ends', end, end - HOUR, end - HOUR, null],
  ['as it ends, on a server whose clock is hours ahead', end, end - 6 * HOUR, end - HOUR, 'embargoed'],
  ['as it ends, on a server whose clock is seconds ahead', end, end - HOUR, end - HOUR + 20_000, null],
  ['in the server’s past', end + HOUR, end - HOUR, end + 2 * HOUR, 'scheduleInPast'],
  ['in our past, of a server that says no time', end, end + HOUR, null, 'scheduleInPast'],
])('scheduled %s', (_, moment, ours, theirs, code) => {
  const trouble = untimely(story(EMBARGO), 'schedule', at(moment), { ours, theirs });
  expect(trouble?.code ?? null).toBe(code);
  // Waiting mends none of these: a person chooses another hour.
  if (trouble) expect(trouble.stop).toBe(true);
});
