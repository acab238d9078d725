import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import { readRecovery } from '../../main/store/recovery.ts';
import { CUTS, Disk } from './disk.ts';
import { mulberry } from './random.ts';
import { sentenceChange, story, storyWith } from './sentences.ts';
import { type FileEvent, traceProgram, whyNoTrace } from './trace.ts';

const WRITER = join(import.meta.dirname, 'writer.ts');
const reason = whyNoTrace();
if (reason) console.log(`power cut: skipped, ${reason}`);
const base = mkdtempSync(join(tmpdir(), 'copydesk-power-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The newest number that was said with a word, up to an event. */
const lastSaid = (events: readonly FileEvent[], word: string): number =>
  Math.max(
    -1,
    ...events.flatMap((event) =>
      event.kind === 'say' && event.line.startsWith(word) ? [Number(event.line.split(' ')[1])] : [],
    ),
  );

/** Opens what a cut left with the real store: every acknowledged sentence is there, exactly, and so is the copy. */
function expectNothingLost(folder: string, acknowledged: number, copied: number, where: string): void {
  const copy = readRecovery(folder, story.id);
  if (copied >= 0) expect(copy?.seq ?? -1, `${where}: recovery copy`).toBeGreaterThanOrEqual(copied);
  if (copy) expect(copy.parsed.story, `${where}: recovery copy`).toEqual(storyWith(copy.seq));
  const library = openLibrary(folder, SNAPSHOT_LIMITS);
  if (!library.ok) throw new Error(`${where}: ${library.code}: ${library.detail}`);
  const { methods, problem } = library.value;
  try {
    const opened = methods.openStory(story.id);
    if (!opened.ok) throw new Error(`${where}: ${opened.code}`);
    expect(opened.value.seq, where).toBeGreaterThanOrEqual(acknowledged);
    expect(opened.value.story, where).toEqual(storyWith(opened.value.seq));
    // Nothing was damaged, so nothing may be called so.
    expect([problem, opened.value.problem], where).toEqual([null, null]);
  } finally {
    methods.close();
  }
}

test.skipIf(reason !== null)('an acknowledged record survives a power cut at any acknowledgement', () => {
  const folder = join(base, 'library');
  mkdirSync(folder);
  const events = traceProgram([WRITER, folder, '40', '7'], folder);
  const random = mulberry(20250301);
  const disk = new Disk(folder);
  let cuts = 0;
  for (const [index, event] of events.entries()) {
    disk.apply(event);
    // A cut right after something was said, and at other instants, where a promise made before must still hold.
    if (event.kind !== 'say' && random() > 0.03) continue;
    const acknowledged = lastSaid(events.slice(0, index + 1), 'ACK');
    const copied = lastSaid(events.slice(0, index + 1), 'COPY');
    if (lastSaid(events.slice(0, index + 1), 'OPEN') < 0) continue;
    for (const cut of CUTS) {
      const left = join(base, `${++cuts}`);
      mkdirSync(left);
      disk.leave(left, cut, random);
      expectNothingLost(left, acknowledged, copied, `${cut} cut after event ${index}, ACK ${acknowledged}`);
      rmSync(left, { recursive: true });
    }
  }
  expect(lastSaid(events, 'ACK')).toBe(40);
  expect(lastSaid(events, 'COPY')).toBe(35);
  expect(cuts).toBeGreaterThan(120);
});

/** A library as a killed program leaves it, with its last records in the log, and then a byte of the log's first frame changed. */
function makeDamaged(folder: string): void {
  const killed = `${folder}-killed`;
  for (const [from, to] of [
    [0, 6],
    [6, 12],
  ] as const) {
    const library = openLibrary(folder, SNAPSHOT_LIMITS);
    if (!library.ok) throw new Error(library.code);
    if (from === 0) library.value.methods.createStory(story, 'an');
    for (let seq = from; seq < to; seq++)
      library.value.methods.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an');
    cpSync(folder, killed, { recursive: true });
    library.value.methods.close();
  }
  cpSync(killed, folder, { recursive: true });
  // Without recovery copies, only the rows can give the text back.
  rmSync(join(folder, 'recovery'), { recursive: true });
  const path = join(folder, 'library.db-wal');
  const bytes = readFileSync(path);
  bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
  writeFileSync(path, bytes);
}

test.skipIf(reason !== null)('a salvage survives a power cut at any instant, and ends the next time', () => {
  const folder = join(base, 'damaged-library');
  makeDamaged(folder);
  const disk = new Disk(folder);
  const events = traceProgram([WRITER, folder, '0', '1'], folder);
  expect(events.some((event) => event.kind === 'say' && /^OPEN 1[23]$/.test(event.line))).toBe(true);
  const random = mulberry(20250303);
  let cuts = 0;
  for (const event of events) {
    disk.apply(event);
    if (JSON.stringify(event).includes('library.scratch')) continue; // what is only read from
    // After every change of a name and every fsync, and now and then between.
    if (!['rename', 'remove', 'mkdir', 'sync'].includes(event.kind) && random() > 0.05) continue;
    for (const cut of CUTS) {
      const left = join(base, `salvage-${++cuts}`);
      mkdirSync(left);
      disk.leave(left, cut, random);
      const library = openLibrary(left, SNAPSHOT_LIMITS);
      const where = `${cut} cut after ${JSON.stringify(event).slice(0, 200)}`;
      if (!library.ok) throw new Error(`${where}: ${library.code}: ${library.detail}`);
      const opened = library.value.methods.openStory(story.id);
      library.value.methods.close();
      expect(opened.ok && opened.value.story, where).toEqual(storyWith(12));
      rmSync(left, { recursive: true });
    }
  }
  expect(cuts).toBeGreaterThan(50);
});
