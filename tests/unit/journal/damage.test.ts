// Whatever happens to one record of a journal, in a real library: the story is shown as far as it is intact, and every
// word behind the damage is kept aside, where a person can get at it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Database } from '../../../main/store/database.ts';
import { openLibrary } from '../../../main/store/library.ts';
import { diffStories, isEmptyChange } from '../../../story/journal.ts';
import { isTextBlock, plainText, type Story } from '../../../story/model.ts';
import { type Edit, edited, editSchema, storyArbitrary } from './edits.ts';

const LIMITS = { records: 1_000_000, ms: 3_600_000_000 };
const steps = fc.array(editSchema, { minLength: 3, maxLength: 14 });

/** The states of a story after each edit that changed something, the first one at 0. */
function statesOf(start: Story, edits: readonly Edit[]): Story[] {
  const states = [start];
  for (const step of edits) {
    const after = edited(states.at(-1) as Story, step);
    if (!isEmptyChange(diffStories(states.at(-1) as Story, after))) states.push(after);
  }
  return states;
}

/** A closed library with these states, record by record; no snapshot but the first, and no recovery copies. */
function withLibrary(states: readonly Story[], work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-journal-'));
  try {
    const { methods } = opened(folder);
    const [first] = states as [Story];
    expect(methods.createStory(first, 'an')).toMatchObject({ ok: true });
    for (const [seq, after] of states.slice(1).entries())
      expect(methods.appendRecord(first.id, seq, diffStories(states[seq] as Story, after), 'an')).toMatchObject({
        ok: true,
      });
    methods.close();
    hurt(folder, 'DELETE FROM snapshots WHERE seq > 0');
    rmSync(join(folder, 'recovery'), { recursive: true, force: true });
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(folder: string) {
  const library = openLibrary(folder, LIMITS);
  if (!library.ok) throw new Error(`${library.code}: ${library.detail}`);
  return library.value;
}

function hurt(folder: string, sql: string, ...params: (string | number)[]): void {
  const db = new Database(join(folder, 'library.db'));
  db.run(sql, ...params);
  db.close();
}

test('any cut of the records opens as the story was then', () => {
  fc.assert(
    fc.property(storyArbitrary, steps, fc.nat(), (start, edits, where) => {
      const states = statesOf(start, edits);
      const last = where % states.length;
      withLibrary(states, (folder) => {
        hurt(folder, 'DELETE FROM records WHERE seq > ?', last);
        const { methods } = opened(folder);
        expect(methods.openStory(start.id)).toMatchObject({
          ok: true,
          value: { story: states[last], seq: last, problem: null },
        });
        methods.close();
      });
    }),
    { numRuns: 20 },
  );
});

const harm = fc.constantFrom(
  'change = substr(change, 2)',
  "change = change || ' '",
  "author = 'khác'",
  "at = '2020-01-01T00:00:00.000Z'",
  "sum = ''",
  'version = 1',
  "change = replace(change, '\"', '“')",
);

test('any damage to one record: what is before it is shown, and every word behind it is kept aside', () => {
  fc.assert(
    fc.property(storyArbitrary, steps, fc.nat(), harm, (start, edits, where, how) => {
      const states = statesOf(start, edits);
      fc.pre(states.length > 1);
      const bad = 1 + (where % (states.length - 1));
      withLibrary(states, (folder) => {
        hurt(folder, `UPDATE records SET ${how} WHERE seq = ?`, bad);
        const { methods } = opened(folder);
        expect(methods.openStory(start.id)).toMatchObject({
          ok: true,
          value: { story: states[bad - 1], problem: 'damaged' },
        });
        for (let seq = 0; seq < bad; seq++)
          expect(methods.readStory(start.id, seq)).toEqual({ ok: true, value: { story: states[seq], seq } });
        methods.close();

        const db = new Database(join(folder, 'library.db'));
        const aside = db.all("SELECT key, data FROM quarantine WHERE source = 'records' ORDER BY id");
        const kept = db.all('SELECT seq FROM records ORDER BY seq').map(({ seq }) => Number(seq));
        db.close();
        const numbers = aside.map(({ key }) => Number(String(key).split(' ')[1]));
        expect(numbers).toEqual(states.slice(bad).map((_, index) => bad + index));
        expect(kept).toEqual(states.slice(1).map((_, index) => index + 1)); // nothing was taken away
        for (const { data, key } of aside) {
          const seq = Number(String(key).split(' ')[1]);
          if (seq === bad) continue;
          const { change } = JSON.parse(String(data)) as { change: string };
          expect(JSON.parse(change)).toEqual(diffStories(states[seq - 1] as Story, states[seq] as Story));
        }
        expect(wordsOf(aside.map(({ data }) => String(data)))).toEqual(expect.arrayContaining(wordsAfter(states, bad)));
      });
    }),
    { numRuns: 30 },
  );
});

/** The texts that the records behind a number brought in. */
function wordsAfter(states: readonly Story[], bad: number): string[] {
  return states.slice(bad + 1).flatMap((after, index) => {
    const { blocks = [] } = diffStories(states[bad + index] as Story, after);
    return blocks.filter(isTextBlock).map((block) => plainText(block.runs));
  });
}

/** The texts in what was kept aside. */
const wordsOf = (rows: readonly string[]): string[] =>
  rows.flatMap((row) => {
    try {
      const { blocks = [] } = JSON.parse((JSON.parse(row) as { change: string }).change) as { blocks?: Story['body'] };
      return blocks.filter(isTextBlock).map((block) => plainText(block.runs));
    } catch {
      return []; // the damaged one itself
    }
  });
