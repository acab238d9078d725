import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { lifeArbitrary, live, openHere, START, setClock } from './journey.ts';
import { good, makeFolder, makeStory } from './make.ts';

afterEach(() => void vi.useRealTimers());

test('the time worked is the gaps of at most five minutes, for who wrote after them', () => {
  fc.assert(
    fc.property(lifeArbitrary, (plan) => {
      const { folder, records } = live(plan);
      const expected = new Map<string, number>();
      for (const [index, { at, author }] of records.entries()) {
        const gap = Date.parse(at) - Date.parse(records[index - 1]?.at ?? at);
        if (gap > 0 && gap <= 5 * 60_000) expected.set(author, (expected.get(author) ?? 0) + gap);
      }
      const { methods } = openHere(folder);
      expect(new Map(methods.timeWorked(plan.story.id).map(({ author, ms }) => [author, ms]))).toEqual(expected);
      methods.close();
    }),
    { numRuns: 60 },
  );
});

test('it is carried on record by record, to the same sum as told anew', () => {
  const folder = makeFolder();
  const library = openHere(folder);
  const story = makeStory();
  setClock(START);
  good(library.methods.createStory(story, 'an'));
  const pauses = [1_000, 1_500, 299_999, 300_000, 300_001, -4_000, 2_000, 7_200_000, 333];
  let clock = START;
  for (const [seq, pause] of pauses.entries()) {
    clock += pause;
    setClock(clock);
    good(library.methods.appendRecord(story.id, seq, { fields: { headline: `Tít ${seq}` } }, seq % 2 ? 'bình' : 'an'));
    library.methods.timeWorked(story.id);
  }
  const carried = library.methods.timeWorked(story.id);
  library.methods.close();
  expect(carried).toEqual([
    { author: 'bình', ms: 1_500 + 300_000 },
    // Until a clock that was set back has caught up, no time passes within a story.
    { author: 'an', ms: 299_999 + 333 },
  ]);
  const again = openHere(folder);
  expect(again.methods.timeWorked(story.id)).toEqual(carried);
  again.methods.close();
});
