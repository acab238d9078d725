// What is measured of the app alone: long tasks in a long run of keys, and what React renders on a key.
import type { Browser } from '@playwright/test';
import { storyOfWords } from '../typist.ts';
import { typeKeys } from './keys.ts';
import type { Renders } from './react-renders.ts';
import { readyFor, type Subject } from './subject.ts';
import { caretInTheMiddle } from './work.ts';

const WORDS = 12_000;
type Watched = { long: number[]; renders: Renders; records: { bytes: number; blocks: number }[] };

type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
  args?: { name?: string };
};

/**
 * Durations (ms) of the tasks over 50 ms of the page's main thread while so many keys are typed: in processor time, and
 * by the clock, in which what else the machine does is counted, too.
 */
export async function longTasksOf(
  browser: Browser,
  app: Subject,
  keys: number,
): Promise<{ processor: number[]; clock: number[] }> {
  const { page, cdp, open, close } = await readyFor(browser, app, storyOfWords(1, WORDS));
  await open();
  await caretInTheMiddle(page, app);
  await typeKeys(cdp, 20);
  await browser.startTracing(page, { categories: ['toplevel'] });
  await typeKeys(cdp, keys);
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await close();
  return longIn(trace.traceEvents);
}

const LONG_US = 50_000;

/** Of all windows' main threads: only one is open. A task within another is part of it. */
function longIn(events: readonly TraceEvent[]): { processor: number[]; clock: number[] } {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0 || tasks.every(({ tdur }) => tdur === undefined))
    throw new Error('the trace holds no tasks with their processor time');
  const over = (times: (number | undefined)[]) =>
    times.filter((time) => time !== undefined && time > LONG_US).map((time) => Math.round((time as number) / 1_000));
  return { processor: over(tasks.map(({ tdur }) => tdur)), clock: over(tasks.map(({ dur }) => dur)) };
}

/** Components that React rendered while so many keys were typed, and the journal's records of them. */
export async function rendersOf(
  browser: Browser,
  app: Subject,
  keys: number,
): Promise<Pick<Watched, 'renders' | 'records'>> {
  const { page, cdp, open, close } = await readyFor(browser, app, storyOfWords(1, WORDS), { counting: true });
  await open();
  await caretInTheMiddle(page, app);
  await typeKeys(cdp, 20);
  await page.evaluate(() => {
    const { renders, records } = window as unknown as Watched;
    for (const name of Object.keys(renders)) delete renders[name];
    records.length = 0;
  });
  await typeKeys(cdp, keys);
  const seen = await page.evaluate(() => {
    const { renders, records } = window as unknown as Watched;
    return { renders: { ...renders }, records: [...records] };
  });
  await close();
  return seen;
}
