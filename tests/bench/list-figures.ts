import type { Page } from '@playwright/test';
import { deskOf } from '../e2e/desk.ts';
import { start } from '../e2e/start.ts';
import { quantile } from './quantile.ts';

const STARTS = 6;
/** A hand on a trackpad: 3,000 pixels a second, for so long. */
const SCROLL_MS = 4_000;
const PIXELS_PER_MS = 3;
/** A frame at 60 a second, and what the clock's rounding adds. */
const FRAME_MS = 16.7;
const ROUNDING_MS = 0.4;

type Frames = { frames: number; p95Ms: number; overShare: number; waitingShare: number; cpuMs: number };
export type ListFigures = { listFirstPaintMs: number; listFrames: { cards: Frames; table: Frames } };

/**
 * The library's list, in the program itself, on a profile whose library is filled.
 *
 * listFirstPaintMs: from the start of the window's page (its time origin: before any of our code is loaded) until the first
 * story of the list is painted, as the browser itself tells (Element Timing); the median of five starts after a first one.
 * The start of the process and the opening of the library lie before it and are not in it; everything else is: loading
 * our code, `app.start`, the question to the store, drawing.
 *
 * listFrames: while the list is scrolled evenly (the cards beside the story, the table over it), the times between
 * requestAnimationFrame's timestamps: how many, the 95th percentile, the share over 16.7 ms (a frame missed), and the
 * share of frames in which the row in the middle was still waiting for its page. `cpuMs`: the processor time of the window's
 * main thread for each frame, which a busy machine does not lengthen as it does the others.
 */
export async function listFigures(profile: string): Promise<ListFigures> {
  const paints = [];
  for (let round = 0; round < STARTS; round += 1) paints.push(await firstPaint(profile));
  const { window, close } = await start({ profile, lang: 'en' });
  await deskOf(window).body.waitFor();
  const cards = await scroll(window, 'nav [data-row]');
  await window.keyboard.press('Control+Shift+L');
  await window.getByRole('grid').waitFor();
  const table = await scroll(window, '[role="grid"] [data-row]');
  await close();
  return { listFirstPaintMs: quantile(paints.slice(1), 0.5), listFrames: { cards, table } };
}

async function firstPaint(profile: string): Promise<number> {
  const { window, close } = await start({ profile, lang: 'en' });
  const at = await window.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [first] = list.getEntries() as (PerformanceEntry & { renderTime: number })[];
          if (first) resolve(first.renderTime);
        }).observe({ type: 'element', buffered: true });
      }),
  );
  await close();
  return at;
}

async function scroll(window: Page, rows: string): Promise<Frames> {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  const before = await spent();
  const { steps, waiting } = await window.evaluate(
    async ([selector, duration, speed]) => {
      let box = document.querySelector(selector)?.parentElement ?? null;
      while (box && !/auto|scroll/.test(getComputedStyle(box).overflowY)) box = box.parentElement;
      if (!box) throw new Error(`nothing scrolls around ${selector}`);
      const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
      const place = box.getBoundingClientRect();
      const isWaiting = () => {
        const middle = document.elementFromPoint(place.x + 40, place.y + place.height / 2);
        return middle?.closest('[data-place]')?.querySelector('[data-more]') == null;
      };
      const steps: number[] = [];
      let waiting = 0;
      const from = await frame();
      for (let last = from, now = await frame(); now - from < duration; last = now, now = await frame()) {
        steps.push(now - last);
        if (isWaiting()) waiting += 1;
        box.scrollTop = (now - from) * speed;
      }
      return { steps, waiting };
    },
    [rows, SCROLL_MS, PIXELS_PER_MS] as const,
  );
  const cpu = (await spent()) - before;
  await session.detach();
  const share = (count: number) => Math.round((count / steps.length) * 1_000) / 1_000;
  return {
    frames: steps.length,
    p95Ms: quantile(steps, 0.95),
    overShare: share(steps.filter((step) => step > FRAME_MS + ROUNDING_MS).length),
    waitingShare: share(waiting),
    cpuMs: Math.round((cpu * 10_000) / steps.length) / 10,
  };
}
