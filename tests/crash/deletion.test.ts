import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openLibrary } from '../../main/store/library.ts';
import { SNAPSHOT_LIMITS } from '../../main/store/limits.ts';
import { CUTS, Disk } from './disk.ts';
import { mulberry } from './random.ts';
import { sentenceChange, story, storyWith } from './sentences.ts';
import { traceProgram, whyNoTrace } from './trace.ts';

const reason = whyNoTrace();
if (reason) console.log(`deletion: skipped, ${reason}`);
const base = mkdtempSync(join(tmpdir(), 'copydesk-deletion-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const NOTES = 'Số điện thoại của người dân: 0912…';

function openHere(folder: string, where = folder) {
  const library = openLibrary(folder, SNAPSHOT_LIMITS);
  if (!library.ok) throw new Error(`${where}: ${library.code}: ${library.detail}`);
  return library.value;
}

function makeLibrary(folder: string): void {
  mkdirSync(folder);
  const { methods } = openHere(folder);
  methods.createStory(story, 'an');
  for (let seq = 0; seq < 5; seq++) methods.appendRecord(story.id, seq, sentenceChange(seq + 1), 'an');
  methods.setNotes(story.id, NOTES);
  methods.trashStory(story.id);
  methods.close();
}

test.skipIf(reason !== null)(
  'a deleted story is whole or gone after a power cut, and once acknowledged it is gone',
  () => {
    const folder = join(base, 'library');
    makeLibrary(folder);
    const disk = new Disk(folder);
    const events = traceProgram([join(import.meta.dirname, 'deleter.ts'), folder], folder);
    const random = mulberry(20260301);
    let gone = false;
    const seen = { whole: 0, gone: 0 };
    for (const [index, event] of events.entries()) {
      disk.apply(event);
      gone ||= event.kind === 'say' && event.line === 'GONE';
      for (const cut of CUTS) {
        const left = join(base, `cut-${index}-${cut}`);
        mkdirSync(left);
        disk.leave(left, cut, random);
        const where = `${cut} cut after ${JSON.stringify(event).slice(0, 200)}`;
        const { methods, problem } = openHere(left, where);
        const opened = methods.openStory(story.id);
        const notes = methods.getNotes(story.id)?.text ?? null;
        methods.close();
        expect(problem, where).toBeNull();
        if (gone) expect(opened, where).toMatchObject({ ok: false, code: 'notFound' });
        if (opened.ok) {
          expect([opened.value.story, notes], where).toEqual([storyWith(5), NOTES]);
          seen.whole++;
        } else {
          expect([notes, readdirSync(join(left, 'recovery'))], where).toEqual([null, []]);
          seen.gone++;
        }
        rmSync(left, { recursive: true });
      }
    }
    expect(seen.whole).toBeGreaterThan(10);
    expect(seen.gone).toBeGreaterThan(10);
  },
);
