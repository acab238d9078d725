import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startWordPress, wordPressMissing } from '../../tests/cms/wordpress.ts';
import { deskOf } from '../../tests/e2e/desk.ts';
import { runtime, start } from '../../tests/e2e/start.ts';
import { buildProgram } from '../lib/program.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const KEYS = 300;
/** 12 keys a second: a fast typist. */
const KEY_MS = 80;

type Spine = {
  runtime: typeof runtime;
  /** Process start to a caret in the last story's body, the median of five starts. */
  startToEditableMs: number;
  /** Key event to the store's acknowledgement of the record that holds it. */
  keyToSavedMs: { p50: number; p95: number };
  /** Everything under out/, in 1,024 bytes. */
  bundleKb: { main: number; preload: number; renderer: number };
  /** The click on Publish to the receipt, a story with one photo; null where no WordPress can be started. */
  publishWordPressMs: number | null;
};

/** The figures of the whole way of a story; see README, "Figures". */
export async function measure(): Promise<Spine> {
  buildProgram();
  const profile = mkdtempSync(path.join(tmpdir(), 'measure-'));
  try {
    const starts = [];
    for (let round = 0; round < 6; round += 1) starts.push(await timeStart(profile));
    return {
      runtime,
      startToEditableMs: quantile(starts.slice(1), 0.5), // the first one makes the library
      keyToSavedMs: await timeKeys(profile),
      bundleKb: { main: kb('main'), preload: kb('preload'), renderer: kb('renderer') },
      publishWordPressMs: wordPressMissing() ? null : await timePublication(profile),
    };
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function timeStart(profile: string): Promise<number> {
  const from = performance.now();
  const { window, close } = await start({ profile, lang: 'en' });
  await window.waitForFunction(() => (document.activeElement as HTMLElement | null)?.isContentEditable, null, {
    polling: 'raf',
  });
  const took = performance.now() - from;
  await close();
  return took;
}

async function timeKeys(profile: string): Promise<Spine['keyToSavedMs']> {
  const { window, close } = await start({ profile, lang: 'en' });
  const desk = deskOf(window);
  await desk.newStory();
  await desk.body.click();
  await watchKeys(window);
  for (let key = 0; key < KEYS; key += 1) await window.keyboard.type('dưa leo '[key % 8] ?? ' ', { delay: KEY_MS });
  await desk.saved();
  const waits = await window.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
  await close();
  if (waits.length < KEYS * 0.9) throw new Error(`only ${waits.length} of ${KEYS} keys were acknowledged`);
  return { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95) };
}

/** Pairs each input event with the first acknowledgement of a record taken after it (the mark's detail: when it was). */
const watchKeys = (window: Page): Promise<void> =>
  window.evaluate(() => {
    const keys: number[] = [];
    const waits: number[] = [];
    Object.assign(globalThis, { waits });
    document.addEventListener('beforeinput', () => keys.push(performance.now()), true);
    new PerformanceObserver((list) => {
      for (const mark of list.getEntries() as PerformanceMark[])
        while (keys[0] !== undefined && keys[0] <= mark.detail) waits.push(mark.startTime - (keys.shift() ?? 0));
    }).observe({ type: 'mark' });
  });

async function timePublication(profile: string): Promise<number> {
  const site = await startWordPress();
  try {
    const { window, close } = await start({ profile, lang: 'en' });
    const { user, password } = site.users.editor;
    const took = await window.evaluate(
      async ([url, name, secret]) => {
        type Answer = { ok: boolean; value: Record<string, unknown>; code?: string };
        const desk = (globalThis as unknown as { copydesk: { call(name: string, input: unknown): Promise<Answer> } })
          .copydesk;
        const call = async (what: string, input: unknown) => {
          const answer = await desk.call(what, input);
          if (!answer.ok) throw new Error(`${what}: ${answer.code}`);
          return answer.value;
        };
        const destination = await call('destination.save', {
          name: 'Measured',
          config: { type: 'wordpress', url, user: name },
          secret,
        });
        const stories = (await call('library.list', {})) as unknown as { id: string; words: number }[];
        const longest = stories.sort((a, b) => b.words - a.words)[0]?.id ?? '';
        const { seq } = await call('story.open', { id: longest });
        const from = performance.now();
        await call('publish.start', { storyId: longest, destinationId: destination.id, seq, confirmed: true });
        for (;;) {
          const [job] = (await call('publish.jobs', { storyId: longest })) as unknown as { state: string }[];
          if (job?.state === 'done') return performance.now() - from;
          if (job?.state === 'stopped' || performance.now() - from > 120_000) throw new Error(JSON.stringify(job));
          await new Promise((done) => setTimeout(done, 10));
        }
      },
      [site.url, user, password] as const,
    );
    await close();
    return Math.round(took);
  } finally {
    await site.stop();
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN) * 10) / 10;
}

function kb(part: string): number {
  const folder = path.join(ROOT, 'out', part);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) =>
    statSync(path.join(folder, file)),
  );
  return Math.round(files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 102.4) / 10;
}
