import { afterEach, expect, test, vi } from 'vitest';
import { notBefore } from '../../../main/store/clock.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../../main/store/limits.ts';
import { look } from './damage.ts';
import { addition, good, makeFolder, makeStory } from './make.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('an instant never lies before the last one', () => {
  const last = '2025-03-01T08:00:00.000Z';
  expect(notBefore(last, new Date('2024-01-01T00:00:00Z'))).toBe(last);
  expect(notBefore(last, new Date('2025-03-01T08:00:00.001Z'))).toBe('2025-03-01T08:00:00.001Z');
});

test('a clock that jumps back and forth: the journal goes on in order, through a restart, and the list with it', () => {
  const folder = makeFolder();
  const story = makeStory();
  const at = (instant: string) => vi.setSystemTime(new Date(instant));
  vi.useFakeTimers({ toFake: ['Date'] });
  at('2025-03-01T08:00:00.000Z');
  let { methods } = good(openLibrary(folder, SNAPSHOT_LIMITS));
  good(methods.createStory(story, 'an'));
  const append = (text: string) => {
    const { story: now, seq } = good(methods.readStory(story.id));
    return good(methods.appendRecord(story.id, seq, addition(now, text), 'an')).at;
  };
  at('2031-01-01T00:00:00.000Z');
  expect(append('Một.')).toBe('2031-01-01T00:00:00.000Z');
  at('1970-01-02T00:00:00.000Z');
  expect(append('Hai.')).toBe('2031-01-01T00:00:00.000Z');
  good(methods.checkpoint(story.id));
  methods.close();
  at('2025-03-01T09:00:00.000Z');
  ({ methods } = good(openLibrary(folder, SNAPSHOT_LIMITS)));
  expect(append('Ba.')).toBe('2031-01-01T00:00:00.000Z');
  const other = makeStory('Tin sau');
  good(methods.createStory(other, 'an'));
  expect(methods.listStories().map((row) => row.headline)).toEqual([story.fields.headline, 'Tin sau']);
  expect(good(methods.openStory(story.id)).problem).toBe(null);
  methods.close();
  const records = look(folder, 'SELECT at FROM records ORDER BY seq').map((row) => String(row.at));
  expect(records).toEqual([...records].sort());
});
