import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { onPoint } from '../../../main/points.ts';
import type { Story } from '../../../story/model.ts';
import { hurt, look } from './damage.ts';
import { lifeArbitrary, live, openHere, START, type Step, setClock, tidyAll } from './journey.ts';
import { addition, good, makeFolder, makeStory } from './make.ts';

afterEach(() => {
  vi.useRealTimers();
  onPoint(null);
});

const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const seqsIn = (folder: string): number[] =>
  look(folder, 'SELECT seq FROM snapshots ORDER BY seq').map((row) => Number(row.seq));

/** What every number reads, or why it cannot be read. */
function readings(folder: string, id: string, upTo: number): string[] {
  const library = openHere(folder);
  const all = Array.from({ length: upTo + 1 }, (_, seq) => {
    const read = library.methods.readStory(id, seq);
    return read.ok ? JSON.stringify(sorted(read.value.story)) : read.code;
  });
  library.methods.close();
  return all;
}
/** Keys in one order: a snapshot and a fold may differ in it. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
};

function tidied(folder: string, now: number): void {
  setClock(now);
  const library = openHere(folder);
  tidyAll(library);
  library.methods.close();
}

const manyCheckpoints = fc.record({
  story: lifeArbitrary.map(({ story }) => story),
  steps: lifeArbitrary.map(({ steps }) => {
    const list: Step[] = [];
    while (list.length < 30) list.push(...steps.map((step) => ({ ...step, checkpoint: true })));
    return list.slice(0, 45);
  }),
});

test('every number reads the same after tidying, be the rows sound or damaged', () => {
  const damage = fc.array(fc.record({ table: fc.constantFrom('records', 'snapshots'), at: fc.nat({ max: 60 }) }), {
    maxLength: 4,
  });
  let removed = 0;
  fc.assert(
    fc.property(manyCheckpoints, damage, (plan, wounds) => {
      const { folder, states, records } = live(plan);
      const id = plan.story.id;
      for (const { table, at } of wounds) {
        const seq = (at % records.length) + 1;
        const column = table === 'records' ? 'change' : 'story';
        hurt(folder, `UPDATE ${table} SET ${column} = ${column} || ' ' WHERE seq = ?`, seq);
      }
      const last = Date.parse(records.at(-1)?.at ?? '') + 3 * DAY;
      setClock(last);
      const before = readings(folder, id, states.length - 1); // also mends, where something is damaged
      const there = seqsIn(folder).length;
      tidied(folder, last);
      removed += there - seqsIn(folder).length;
      expect(readings(folder, id, states.length - 1)).toEqual(before);
      if (wounds.length === 0) expect(before).toEqual(states.map((state) => JSON.stringify(sorted(state))));
    }),
    { numRuns: 12 },
  );
  expect(removed).toBeGreaterThan(50);
});

/** A story with a checkpoint at each of these instants (milliseconds after START); the number is the place in the list. */
function checkpointsAt(instants: readonly number[]): { folder: string; story: Story } {
  const folder = makeFolder();
  const story = makeStory();
  setClock(START);
  const { methods } = openHere(folder);
  good(methods.createStory(story, 'an'));
  for (const [index, at] of instants.entries()) {
    setClock(START + at);
    const now = good(methods.readStory(story.id)).story;
    good(methods.appendRecord(story.id, index, addition(now, `Đoạn ${index + 1}.`), 'an'));
    good(methods.checkpoint(story.id));
  }
  methods.close();
  return { folder, story };
}

test('the first, the newest, one an hour of the last day, and one a day before that stay', () => {
  // Ten days, on each four checkpoints within one hour and two in another; START is 8 o'clock UTC, and no zone's midnight is near.
  const days = Array.from({ length: 10 }, (_, day) => day * DAY);
  const inDay = [0, 5, 10, 15].map((minute) => minute * 60_000).concat([2 * HOUR, 2 * HOUR + 60_000]);
  const { folder } = checkpointsAt(days.flatMap((day) => inDay.map((at) => day + at)));
  tidied(folder, START + 9 * DAY + 3 * HOUR);
  const kept = seqsIn(folder);
  const lastOfDays = Array.from({ length: 8 }, (_, day) => 6 * (day + 1));
  expect(kept).toEqual(
    [0, ...lastOfDays, 53, 54, 55, 56, 57, 58, 59, 60].filter((seq, at, all) => all.indexOf(seq) === at),
  );
});

test('what a name, an approval or a publication stands on stays', () => {
  const { folder, story } = checkpointsAt(Array.from({ length: 30 }, (_, index) => index * 60_000));
  const library = openHere(folder);
  const { methods } = library;
  good(methods.nameVersion(story.id, 3, 'Bản gửi duyệt', 'an'));
  good(methods.markVersion(story.id, 9, { kind: 'beforeRestore', from: 3, by: 'an' }));
  methods.close();
  tidied(folder, START + 30 * DAY);
  const kept = seqsIn(folder);
  expect(kept).toContain(3);
  expect(kept).toContain(9);
  expect(kept).not.toContain(4);
});

test('a snapshot that its records do not lead to stays', () => {
  const { folder, story } = checkpointsAt(Array.from({ length: 30 }, (_, index) => index * 60_000));
  // The record of 5 is gone: 5 is known by its snapshot alone. The snapshot of 10 is damaged: it stays as evidence.
  hurt(folder, 'DELETE FROM records WHERE seq = 5');
  hurt(folder, "UPDATE snapshots SET story = story || ' ' WHERE seq = 10");
  const before = readings(folder, story.id, 30);
  tidied(folder, START + 30 * DAY);
  const kept = seqsIn(folder);
  expect(kept).toContain(5);
  expect(kept).toContain(10);
  expect(kept).not.toContain(6);
  expect(kept).not.toContain(11);
  expect(readings(folder, story.id, 30)).toEqual(before);
});

test('of the newest intact snapshots none goes, however many newer ones are damaged', () => {
  const { folder } = checkpointsAt(Array.from({ length: 30 }, (_, index) => index * 60_000));
  hurt(folder, "UPDATE snapshots SET story = story || ' ' WHERE seq > 18");
  tidied(folder, START + 30 * DAY);
  expect(seqsIn(folder)).toEqual(expect.arrayContaining([11, 12, 13, 14, 15, 16, 17, 18]));
});

test('a story is left alone while it has few snapshots, and looked at again after an hour', () => {
  const { folder, story } = checkpointsAt(Array.from({ length: 10 }, (_, index) => index * 60_000));
  setClock(START + 30 * DAY);
  const library = openHere(folder);
  expect(library.tidy()).toBe(false);
  const goOn = (from: number, to: number) => {
    for (let seq = from; seq < to; seq++) {
      const now = good(library.methods.readStory(story.id)).story;
      good(library.methods.appendRecord(story.id, seq, addition(now, 'Thêm.'), 'an'));
      good(library.methods.checkpoint(story.id));
    }
  };
  goOn(10, 30);
  tidyAll(library);
  goOn(30, 40);
  expect(library.tidy()).toBe(false);
  setClock(START + 30 * DAY + 61 * 60_000);
  expect(library.tidy()).toBe(true);
  library.methods.close();
});

test('a program that ends in the middle of it leaves every number readable', () => {
  const { folder, story } = checkpointsAt(Array.from({ length: 30 }, (_, index) => index * 60_000));
  const before = readings(folder, story.id, 30);
  for (const name of ['compaction.beforeDelete', 'compaction.inside', 'compaction.committed'] as const) {
    setClock(START + 30 * DAY);
    const library = openHere(folder);
    let passed = 0;
    onPoint((at) => {
      if (at !== name) return;
      passed++;
      throw new Error('the end');
    });
    expect(() => tidyAll(library), name).toThrow('the end');
    onPoint(null);
    expect(passed).toBe(1);
    library.methods.close();
    expect(readings(folder, story.id, 30), name).toEqual(before);
  }
});
