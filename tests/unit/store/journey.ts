// A story's life in a library opened in this thread, by a clock of the test's own.
import fc from 'fast-check';
import { vi } from 'vitest';
import { type Library, openLibrary } from '../../../main/store/library.ts';
import { type Change, diffStories } from '../../../story/journal.ts';
import type { Story } from '../../../story/model.ts';
import { type Edit, edited, editSchema, storyArbitrary } from '../journal/edits.ts';
import { good, makeFolder } from './make.ts';

export const START = Date.parse('2025-03-10T08:00:00.000Z');
const MINUTE = 60_000;

/** Sets the clock (epoch milliseconds); timers stay real. */
export function setClock(at: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: at });
}

/** One record after a pause (minutes, also backwards), by one of two authors, with a checkpoint behind it or not. */
export type Step = { edit: Edit; pause: number; author: 'an' | 'bình'; checkpoint: boolean };
export const stepArbitrary: fc.Arbitrary<Step> = fc.record({
  edit: editSchema,
  pause: fc.oneof(fc.constantFrom(0, 1, 4, 7, 30, 90, 60 * 30, -20), fc.integer({ min: 0, max: 600 })),
  author: fc.constantFrom('an' as const, 'bình' as const),
  checkpoint: fc.boolean(),
});
export const lifeArbitrary = fc.record({
  story: storyArbitrary,
  steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 60 }),
});

/** What was written: the story at each number, and each record's instant, author and change. */
export type Life = {
  states: Story[];
  records: { at: string; author: string; change: Change }[];
};

export const openHere = (folder: string): Library =>
  good(openLibrary(folder, { records: Number.MAX_SAFE_INTEGER, ms: Number.MAX_SAFE_INTEGER }));

/** Lives a story's life in a new library; returns its folder (closed), and what every number must read. */
export function live({ story, steps }: { story: Story; steps: readonly Step[] }): Life & { folder: string } {
  const folder = makeFolder();
  let clock = START;
  setClock(clock);
  const { methods } = openHere(folder);
  good(methods.createStory(story, 'an'));
  const life: Life = { states: [story], records: [] };
  for (const { edit, pause, author, checkpoint } of steps) {
    clock += pause * MINUTE;
    setClock(clock);
    const before = life.states.at(-1) as Story;
    const change = diffStories(before, edited(before, edit));
    const { at } = good(methods.appendRecord(story.id, life.records.length, change, author));
    life.records.push({ at, author, change });
    life.states.push(good(methods.readStory(story.id)).story);
    if (checkpoint) good(methods.checkpoint(story.id));
  }
  methods.close();
  return { ...life, folder };
}

/** Tidies until there is nothing to do. */
export function tidyAll(library: Library): void {
  for (let left = 10_000; left > 0; left--) if (!library.tidy()) return;
  throw new Error('tidying does not end');
}
