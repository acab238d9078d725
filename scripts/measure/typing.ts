import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { buildApp, buildRival } from '../../tests/bench/typing-editors/build.ts';
import { BARE, type Editors, order, ratio, summarise, type Taken } from '../../tests/bench/typing-editors/figures.ts';
import { installed } from '../../tests/bench/typing-editors/install.ts';
import { longTasksOf, rendersOf } from '../../tests/bench/typing-editors/long-run.ts';
import type { Renders } from '../../tests/bench/typing-editors/react-renders.ts';
import { RIVALS, type Rival } from '../../tests/bench/typing-editors/rivals.ts';
import { launch } from '../../tests/bench/typing-editors/site.ts';
import { APP, APP_PARAGRAPH, readyFor, type Subject } from '../../tests/bench/typing-editors/subject.ts';
import { work } from '../../tests/bench/typing-editors/work.ts';
import { storyOfWords } from '../../tests/bench/typist.ts';
import { writePictures } from './typing-pictures.ts';

export type TypingFigures = {
  editors: Editors;
  /** The app's script per key by bare Lexical's, by words. */
  scriptVsBareLexical: Record<string, number | null>;
  /** Tasks over 50 ms of processor time while 5,000 keys are typed in 12,000 words. */
  longTasks: number | null;
  longTasksByTheClock: number | null;
  reactRendersPerKey: number | null;
  /** Which components those were, over all keys. */
  reactRenders: Renders | null;
  /** Why something is null: by editor, or by editor and words. */
  reasons: Record<string, string>;
};

const LONG = 120_000;
const RENDER_KEYS = 200;
const KEYS_IN_A_ROW = 5_000;
/** Everything is to be over by then. */
const MOST_MS = 14 * 60_000;

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  options: {
    full: { type: 'boolean', default: false },
    pictures: { type: 'boolean', default: false },
    only: { type: 'string' },
    words: { type: 'string', default: `1200,12000,${LONG}` },
    rounds: { type: 'string', default: '3' },
    keys: { type: 'string', default: '60' },
    row: { type: 'string', default: String(KEYS_IN_A_ROW) },
    save: { type: 'string' },
  },
});

/**
 * Typing in the app beside other editors; see docs/typing.md. `--full`: the slowest ones at the greatest length, too, and
 * without a limit of time. `--pictures`: draws docs/images/typing-*.svg, and the table of docs/typing.md. `--save FILE`: the
 * same JSON in a file. For a quick look: `--only app,plain --words 1200 --rounds 1 --keys 30 --row 0`.
 */
export async function measure(): Promise<TypingFigures> {
  const until = options.full ? Number.POSITIVE_INFINITY : Date.now() + MOST_MS;
  const words = options.words.split(',').map(Number);
  const all = [APP, ...Object.keys(RIVALS)];
  const names = options.only ? all.filter((name) => options.only?.split(',').includes(name)) : all;
  const reasons: Record<string, string> = {};
  const subjects = await subjectsOf(names, reasons);
  const app = subjects.get(APP);
  const browser = await launch();
  try {
    const seen = app ? await rendersOf(browser, app, RENDER_KEYS) : null;
    const row = Number(options.row);
    const long = app && row > 0 ? await longTasksOf(browser, app, row) : null;
    const taken = await takeAll(browser, subjects, words, until, reasons);
    const total = seen ? Object.values(seen.renders).reduce((sum, count) => sum + count, 0) : null;
    const figures: TypingFigures = {
      editors: summarise(taken, names, words),
      scriptVsBareLexical: Object.fromEntries(
        words.map((length) => [length, ratio(taken, length, APP, BARE, 'scriptMsPerKey')]),
      ),
      longTasks: long?.processor.length ?? null,
      longTasksByTheClock: long?.clock.length ?? null,
      reactRendersPerKey: total === null ? null : total / RENDER_KEYS,
      reactRenders: seen?.renders ?? null,
      reasons,
    };
    if (long?.processor.length) console.error(`measure: long tasks of ${long.processor.join(', ')} ms`);
    if (options.save) writeFileSync(options.save, `${JSON.stringify(figures)}\n`);
    if (options.pictures) writePictures(figures);
    return figures;
  } finally {
    await browser.close();
  }
}

/** Builds every editor's page; of one that cannot be had, the reason. */
async function subjectsOf(names: readonly string[], reasons: Record<string, string>): Promise<Map<string, Subject>> {
  const subjects = new Map<string, Subject>();
  for (const name of names) {
    try {
      if (name === APP) subjects.set(name, { name, folder: await buildApp(), paragraph: APP_PARAGRAPH });
      else {
        const rival: Rival = RIVALS[name as keyof typeof RIVALS];
        const folder = await buildRival(rival, installed(rival));
        subjects.set(name, { name, folder, paragraph: rival.paragraph });
      }
    } catch (error) {
      reasons[name] = reasonOf(error);
      console.error(`measure: ${name} is left out: ${reasons[name]}`);
    }
  }
  return subjects;
}

async function takeAll(
  browser: Browser,
  subjects: Map<string, Subject>,
  words: readonly number[],
  until: number,
  reasons: Record<string, string>,
): Promise<Taken[]> {
  const stories = new Map(words.map((length) => [length, storyOfWords(1, length)]));
  const taken: Taken[] = [];
  for (const run of order([...subjects.keys()], words, Number(options.rounds))) {
    const key = `${run.name} ${run.words}`;
    const rival = RIVALS[run.name as keyof typeof RIVALS] as Rival | undefined;
    if (rival?.slow && run.words >= LONG && !options.full) reasons[key] = `only with --full: ${rival.slow}`;
    else if (Date.now() > until) {
      if (!taken.some((one) => one.name === run.name && one.words === run.words)) reasons[key] = 'the time was up';
    } else {
      const subject = subjects.get(run.name) as Subject;
      const story = stories.get(run.words);
      const cell = story && (await take(browser, subject, story, reasons, key));
      if (cell) taken.push({ ...run, cell });
    }
  }
  return taken;
}

/** One page of one editor; once more where it fails, since a click can miss on a busy machine. */
async function take(
  browser: Browser,
  subject: Subject,
  story: ReturnType<typeof storyOfWords>,
  reasons: Record<string, string>,
  key: string,
) {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const ready = await readyFor(browser, subject, story);
    try {
      const cell = await work(ready, subject, Number(options.keys));
      console.error(
        `measure: ${key}: ${cell.taskMsPerKey.toFixed(2)} ms a key, ${cell.scriptMsPerKey.toFixed(2)} script`,
      );
      delete reasons[key];
      return cell;
    } catch (error) {
      reasons[key] = reasonOf(error);
      console.error(`measure: ${key}: ${reasons[key]}`);
    } finally {
      await ready.close();
    }
  }
  return null;
}

const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
