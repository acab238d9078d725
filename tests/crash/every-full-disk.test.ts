// A disk that is full at every write in turn: with room for nothing, for one page, for two, until everything fits.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempt } from '../../main/store/failures.ts';
import { type Library, openLibrary } from '../../main/store/library.ts';
import { readRecovery } from '../../main/store/recovery.ts';
import type { Result } from '../../preload/contract.ts';
import { good } from '../cms/desk.ts';
import { copies } from './operations/copies.ts';
import { files } from './operations/files.ts';
import { sentenceChange, story, storyWith } from './sentences.ts';
import { mountSmallDisk } from './small-disk.ts';

const mounted = mountSmallDisk(16);
const reason = typeof mounted === 'string' ? mounted : null;
if (reason) console.log(`every full disk: skipped, ${reason}`);
const disk = mounted as Exclude<typeof mounted, string>;
const base = mkdtempSync(join(tmpdir(), 'copydesk-every-'));
afterAll(() => {
  if (!reason) disk.end();
  rmSync(base, { recursive: true, force: true });
});

const FULL = /^(diskFull|placeFull)$/;
/** After the first pages the room grows faster; for a library later, since each of its pages may be another write. */
const more = (pages: number, first: number, then: number): number =>
  pages < first ? pages + 1 : Math.ceil(pages * then);

test.skipIf(reason !== null).each([...copies, ...files].map((one) => [one.name, one] as const))(
  '%s on a full disk: the old stays whole, it is said, and with room the next attempt succeeds',
  async (name, operation) => {
    const at = join(base, name);
    const place = { folder: join(disk.path, 'folder'), desk: join(at, 'desk') };
    const prepared = join(at, 'prepared');
    disk.clear();
    for (const path of [place.folder, place.desk]) mkdirSync(path, { recursive: true });
    await operation.prepare(place);
    for (const [from, to] of [
      [place.folder, join(prepared, 'folder')],
      [place.desk, join(prepared, 'desk')],
    ] as const)
      cpSync(from, to, { recursive: true });
    let refused = 0;
    for (let pages = 0; ; pages = more(pages, 4, 1.5)) {
      disk.clear();
      rmSync(place.desk, { recursive: true });
      cpSync(join(prepared, 'folder'), place.folder, { recursive: true });
      cpSync(join(prepared, 'desk'), place.desk, { recursive: true });
      disk.leave(pages);
      const said: string[] = [];
      const code = await operation.run(place, (word) => said.push(word));
      await operation.judge(place.folder, said, place);
      if (code === null) break;
      expect(code, `${pages} pages`).toMatch(FULL);
      refused++;
      disk.free();
      expect(await operation.run(place, (word) => said.push(word)), `again, after ${pages} pages`).toBeNull();
      await operation.judge(place.folder, said, place);
    }
    console.log(`${name}: refused with ${refused} amounts of room`);
    expect(refused).toBeGreaterThan(0);
  },
);

const LIMITS = { records: 1000, ms: 3_600_000 };
const WRITTEN = 30;
const template = join(base, 'library');

beforeAll(() => {
  const { methods } = good(openLibrary(template, LIMITS));
  good(methods.createStory(story, 'an'));
  for (let seq = 0; seq < WRITTEN; seq++) good(methods.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an'));
  methods.close();
});

/** What is acknowledged in a library, step by step. */
type Acknowledged = { seq: number; notes: string | null; value: number };

/** Types on, snapshots, notes, values, over and over; every step is done, or refused because the disk is full. */
function work({ methods }: Library, acknowledged: Acknowledged, steps: number): number {
  let refused = 0;
  const done = (result: Result<unknown>): boolean => {
    if (result.ok) return true;
    expect(result.code).toBe('diskFull');
    refused++;
    return false;
  };
  for (let step = 0; step < steps; step++) {
    const { seq } = acknowledged;
    if (done(tried(() => methods.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an')))) acknowledged.seq++;
    if (step % 3 === 0) done(tried(() => methods.checkpoint(story.id)));
    if (step % 2 === 0 && done(tried(() => methods.setNotes(story.id, `ghi chú ${step}`))))
      acknowledged.notes = `ghi chú ${step}`;
    if (done(tried(() => methods.putValue('k', new Uint8Array([step]))))) acknowledged.value = step;
  }
  return refused;
}

function expectAll({ methods, problem }: Library, acknowledged: Acknowledged, where: string): void {
  const opened = good(methods.openStory(story.id));
  expect(opened, where).toMatchObject({ seq: acknowledged.seq, problem: null });
  expect(opened.story, where).toEqual(storyWith(acknowledged.seq));
  expect(methods.getNotes(story.id)?.text ?? null, where).toBe(acknowledged.notes);
  expect(methods.getValue('k')?.[0] ?? -1, where).toBe(acknowledged.value);
  expect(problem, where).toBeNull();
}

test.skipIf(reason !== null)(
  'a library on a disk that is full at any write: what is typed stays, it is said, and it goes on',
  () => {
    const folder = join(disk.path, 'library');
    let rooms = 0;
    for (let pages = 0; ; pages = more(pages, 24, 1.15)) {
      const where = `${pages} pages`;
      disk.clear();
      cpSync(template, folder, { recursive: true });
      const acknowledged: Acknowledged = { seq: WRITTEN, notes: null, value: -1 };
      let library = good(openLibrary(folder, LIMITS));
      disk.leave(pages);
      const refused = work(library, acknowledged, 12);
      expectAll(library, acknowledged, where);
      if (refused === 0) {
        library.methods.close();
        break;
      }
      rooms++;
      // Ended and started on the full disk, and then with room again.
      library.methods.close();
      library = good(openLibrary(folder, LIMITS));
      expectAll(library, acknowledged, where);
      disk.free();
      expect(work(library, acknowledged, 12), where).toBe(0);
      expect(readRecovery(folder, story.id)?.seq, where).toBeGreaterThan(WRITTEN);
      library.methods.close();
      library = good(openLibrary(folder, LIMITS));
      expectAll(library, acknowledged, where);
      library.methods.close();
    }
    console.log(`a library: refused with ${rooms} amounts of room`);
    expect(rooms).toBeGreaterThan(10);
  },
);

/** The worker turns a refused disk into a value; a library that is called directly throws it. */
function tried(call: () => Result<unknown>): Result<unknown> {
  const result = attempt(call);
  return result.ok ? result.value : result;
}
