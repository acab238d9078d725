import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { deskOf } from '../../../tests/e2e/desk.ts';
import { start } from '../../../tests/e2e/start.ts';
import { noise, withSegments } from '../../../tests/fixtures/photo.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MEGABYTES = 10;

export type BringInFigures = {
  /** From the drop of a 10 MB JPEG to its figure on the page, and to its picture in it. Milliseconds. */
  dropToFigureMs: Spread;
  dropToPictureMs: Spread;
  /** Photos of 10 MB taken in each second, over 100 of them. */
  importPerSecond: number;
  /** The most memory of the program's main process meanwhile. */
  peakMbDuringImport: number;
  /** Keys that took more than 50 ms from press to picture while 40 photos of 10 MB came in, and all that were typed. */
  keysDelayed: number;
  keysTyped: number;
};
type Spread = { p50: number; p95: number };

const spread = (times: number[]): Spread => {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
};

/** A JPEG of 24 megapixels and about 10 MB. */
async function bigPhoto(): Promise<Buffer> {
  const grain = noise(3000, 2000).resize(6000, 4000, { kernel: 'cubic' });
  for (const quality of [96, 93, 90, 86, 80, 70, 60]) {
    const bytes = await grain.clone().jpeg({ quality }).toBuffer();
    if (bytes.length <= MEGABYTES * 1.1e6) return bytes;
  }
  throw new Error('no photo of 10 MB');
}

/** The same picture under another hash. */
function another(bytes: Buffer, number: number): Buffer {
  const comment = Buffer.from([0xff, 0xfe, 0, 6, 0, 0, 0, 0]);
  comment.writeUInt32BE(number, 4);
  return withSegments(bytes, comment);
}

/** What a person feels when photos come in, in the program as it is built. */
export async function bringIn(): Promise<BringInFigures> {
  execFileSync('npm', ['run', 'build'], { cwd: ROOT, stdio: 'ignore' });
  const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bring-in-'));
  const bytes = await bigPhoto();
  const { app, window, main, close } = await start({ profile: path.join(folder, 'profile'), lang: 'en' });
  try {
    const desk = deskOf(window);
    await desk.newStory();
    const drops = await drop(window, cardOf(folder, bytes, 0, 20));
    await desk.newStory();
    const keys = await typeDuring(app, window, cardOf(folder, bytes, 1000, 40));
    await desk.newStory();
    resetPeak(main.pid);
    const began = performance.now();
    await takeIn(app, window, cardOf(folder, bytes, 2000, 100), 100);
    const seconds = (performance.now() - began) / 1000;
    return {
      dropToFigureMs: spread(drops.map(({ figure }) => figure)),
      dropToPictureMs: spread(drops.map(({ picture }) => picture)),
      importPerSecond: Math.round((100 / seconds) * 10) / 10,
      peakMbDuringImport: peakMb(main.pid),
      keysDelayed: keys.delayed,
      keysTyped: keys.typed,
    };
  } finally {
    await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Drops of 20 photos as a file manager makes them, one after the other; timed in the page, from the drop's own event. */
async function drop(window: Page, files: string[]): Promise<{ figure: number; picture: number }[]> {
  const session = await window.context().newCDPSession(window);
  const times: { figure: number; picture: number }[] = [];
  for (const [number, file] of files.entries()) {
    const place = await window.locator('[data-body]').boundingBox();
    const at = { x: (place?.x ?? 0) + 40, y: (place?.y ?? 0) + 12 };
    const timed = window.evaluate(async (count) => {
      const body = document.querySelector('[data-body]') as HTMLElement;
      const until = async (is: () => boolean) => {
        while (!is()) await new Promise((next) => requestAnimationFrame(next));
        return performance.now();
      };
      const began = await new Promise<number>((dropped) =>
        addEventListener('drop', (event) => dropped(event.timeStamp), { capture: true, once: true }),
      );
      const figure = await until(() => body.querySelectorAll('figure img').length === count);
      const images = [...body.querySelectorAll<HTMLImageElement>('figure img')];
      const picture = await until(() => images.every((image) => image.complete && image.naturalWidth > 0));
      return { figure: figure - began, picture: picture - began };
    }, number + 1);
    const data = { items: [], files: [file], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...at, data });
    times.push(await timed);
  }
  await session.detach();
  return times;
}

function cardOf(folder: string, bytes: Buffer, from: number, count: number): string[] {
  mkdirSync(path.join(folder, String(from)), { recursive: true });
  return Array.from({ length: count }, (_, number) => {
    const file = path.join(folder, String(from), `${number}.jpg`);
    writeFileSync(file, another(bytes, from + number));
    return file;
  });
}

/** Chooses files in the dialog; resolves when their figures stand on the page. */
async function takeIn(app: ElectronApplication, window: Page, files: string[], figures: number): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as unknown as typeof dialog.showOpenDialog;
  }, files);
  await window.keyboard.press('Control+Shift+o');
  await window.waitForFunction((count) => document.querySelectorAll('[data-body] figure').length >= count, figures, {
    timeout: 300_000,
    polling: 100,
  });
}

/** Types on while photos come in, and counts the keys whose picture came late (Event Timing, W3C). */
async function typeDuring(app: ElectronApplication, window: Page, files: string[]) {
  const desk = deskOf(window);
  await desk.body.click();
  await window.evaluate(() => {
    const late = { delayed: 0 };
    Object.assign(globalThis, { late });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown' && entry.duration > 50) late.delayed++;
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  let isOver = false;
  const taking = takeIn(app, window, files, files.length).finally(() => {
    isOver = true;
  });
  // The shortcut that opens the dialog comes first.
  await new Promise((next) => setTimeout(next, 300));
  const before = await window.evaluate(() => (globalThis as unknown as { late: { delayed: number } }).late.delayed);
  let typed = 0;
  while (!isOver) {
    await window.keyboard.type('chợ phiên '.charAt(typed % 10), { delay: 60 });
    typed++;
  }
  await taking;
  const after = await window.evaluate(() => (globalThis as unknown as { late: { delayed: number } }).late.delayed);
  return { typed, delayed: after - before };
}

/** Linux alone tells a process's peak, and forgets it on demand. */
function resetPeak(pid: number | undefined): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function peakMb(pid: number | undefined): number {
  const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
