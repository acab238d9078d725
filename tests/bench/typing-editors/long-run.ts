// What is measured of the app alone: long tasks in a long run of keys, and what React renders on a key.
import type { Browser } from '@playwright/test';
import { storyOfWords } from '../typist.ts';
import { typeKeys } from './keys.ts';
import type { Renders } from './react-renders.ts';
import { readyFor, type Subject } from './subject.ts';
import { caretInTheMiddle } from './work.ts';

const WORDS = 12_000;
type Watched = { long: number[]; renders: Renders; records: { bytes: number; blocks: number }[] };

/** Durations (ms, by the clock) of tasks over 50 ms while so many keys are typed. */
export async function longTasksOf(browser: Browser, app: Subject, keys: number): Promise<number[]> {
  const { page, cdp, open, close } = await readyFor(browser, app, storyOfWords(1, WORDS));
  await open();
  await caretInTheMiddle(page, app);
  await typeKeys(cdp, 20);
  await page.evaluate(() => {
    const long: number[] = [];
    Object.assign(window, { long });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) long.push(Math.round(duration));
    }).observe({ type: 'longtask' });
  });
  await typeKeys(cdp, keys);
  const long = await page.evaluate(() => (window as unknown as Watched).long);
  await close();
  return long;
}

/** Components that React rendered while so many keys were typed, and the journal's records of them. */
export async function rendersOf(
  browser: Browser,
  app: Subject,
  keys: number,
): Promise<Pick<Watched, 'renders' | 'records'>> {
  const { page, cdp, open, close } = await readyFor(browser, app, storyOfWords(1, WORDS), true);
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
