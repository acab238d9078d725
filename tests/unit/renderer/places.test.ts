import { expect, test } from 'vitest';
import type { DestinationView, Job, Operation, Receipt } from '../../../preload/contract.ts';
import {
  chosenOf,
  hindranceOf,
  isPublic,
  type Place,
  placesOf,
  targetsOf,
  withChoice,
} from '../../../renderer/publish/places.ts';
import { proposedTime, timeProblem } from '../../../renderer/publish/schedule.ts';

const destination = (id: string, operations: Operation[] = ['publish', 'correct']): DestinationView => ({
  id,
  name: `Nơi ${id}`,
  config: { type: 'folder', path: `/${id}`, open: false },
  secret: 'none',
  capabilities: { operations, terms: [], readsBack: true },
});
const receipt = (destinationId: string, status: Receipt['status'] = 'published'): Receipt =>
  ({ destinationId, status }) as Receipt;
const job = (destinationId: string): Job => ({ destinationId, state: 'waiting' }) as Job;
const all = [destination('a'), destination('b'), destination('c')];
const ids = (places: readonly Place[]) => places.map((place) => place.destination.id).join('');

test('each place has its own job and its newest receipt', () => {
  const places = placesOf(all, [job('b')], [receipt('a', 'withdrawn'), receipt('a'), receipt('x')]);
  expect(places.map((place) => [place.receipt?.status ?? null, place.job !== null])).toEqual([
    ['withdrawn', false],
    [null, true],
    [null, false],
  ]);
});

test('ticked is what somebody chose for the story, or where it stands, or what was chosen for the story before', () => {
  const never = placesOf(all, [], []);
  expect(ids(chosenOf('s', never, []))).toBe('a');
  expect(ids(chosenOf('s', never, [{ storyId: 'other', ids: ['b', 'c', 'gone'] }]))).toBe('bc');
  const there = placesOf(all, [], [receipt('c'), receipt('b', 'withdrawn')]);
  expect(ids(chosenOf('s', there, [{ storyId: 'other', ids: ['b'] }]))).toBe('c');
  expect(ids(chosenOf('s', there, [{ storyId: 's', ids: [] }]))).toBe('');
});

test('what was scheduled is before readers once its time has come', () => {
  const scheduled = { ...receipt('a', 'scheduled'), scheduledFor: '2026-11-28T00:00:00.000Z' };
  const [place] = placesOf(all, [], [scheduled]) as [Place];
  expect(isPublic(place, Date.parse('2026-11-27T23:59:59.000Z'))).toBe(false);
  expect(isPublic(place, Date.parse('2026-11-28T00:00:00.000Z'))).toBe(true);
});

test('a choice replaces the one before it, and not more than a hundred are kept', () => {
  const many = Array.from({ length: 120 }, (_, index) => ({ storyId: String(index), ids: ['a'] }));
  const choices = many.reduceRight(withChoice, [] as ReturnType<typeof withChoice>);
  expect(choices).toHaveLength(100);
  const next = withChoice(choices, { storyId: '7', ids: ['b'] });
  expect(next[0]).toEqual({ storyId: '7', ids: ['b'] });
  expect(next.filter(({ storyId }) => storyId === '7')).toHaveLength(1);
});

test('what cannot be asked says why, and of which place', () => {
  const [a, b, c] = placesOf(
    [destination('a'), destination('b', ['publish', 'schedule', 'unpublish']), destination('c')],
    [job('c')],
    [receipt('b')],
  ) as [Place, Place, Place];
  expect(hindranceOf('publish', [])).toEqual({ code: 'noneChosen', names: [] });
  expect(hindranceOf('publish', [a, b])).toBeNull();
  expect(hindranceOf('schedule', [a, b])).toEqual({ code: 'notOffered', names: ['Nơi a'] });
  expect(hindranceOf('schedule', [b])).toBeNull();
  expect(hindranceOf('publish', [c])).toEqual({ code: 'underWay', names: ['Nơi c'] });
  expect(hindranceOf('unpublish', [a])).toEqual({ code: 'notThere', names: ['Nơi a'] });
  // To take down: only where it is, whatever else is ticked.
  expect(ids(targetsOf('unpublish', [a, b, c]))).toBe('b');
  expect(hindranceOf('unpublish', [a, b, c])).toBeNull();
  expect(ids(targetsOf('publish', [a, b, c]))).toBe('ab');
});

test('a schedule begins with a time that will do, and none in the past or under embargo is taken', () => {
  const now = Date.parse('2026-11-28T02:07:30.000Z');
  const at = (clock: string) => Date.parse(`2026-11-28T${clock}:00.000Z`);
  expect(proposedTime(now, null, null)).toBe(at('02:30'));
  expect(proposedTime(now, null, '2026-11-28T05:00:00.000Z')).toBe(at('05:00'));
  expect(proposedTime(now, at('06:10'), '2026-11-28T05:00:00.000Z')).toBe(at('06:10'));
  expect(proposedTime(now, null, '2026-11-28T01:00:00.000Z')).toBe(at('02:30'));
  expect(timeProblem(null, now, null)).toBe('unclear');
  expect(timeProblem('2026-11-28T02:07:30.000Z', now, null)).toBe('past');
  expect(timeProblem('2026-11-28T06:09:00.000Z', now, at('06:10'))).toBe('embargoed');
  expect(timeProblem('2026-11-28T06:10:00.000Z', now, at('06:10'))).toBeNull();
});
