// What is measured of one editor at one length, in one page.
import type { CDPSession, Page } from '@playwright/test';
import { median } from './figures.ts';
import { pressKey, typedText, typeKeys } from './keys.ts';
import type { Ready, Subject } from './subject.ts';

/** Milliseconds of the page's main thread: processor time, see docs/typing.md. null: the editor did not do it. */
export type Cell = {
  taskMsPerKey: number;
  scriptMsPerKey: number;
  openMs: number;
  heapMb: number;
  enterMs: number | null;
  joinMs: number | null;
  boldMs: number | null;
  pasteMs: number | null;
};
export type Spent = { task: number; script: number };

const WARM_UP = 20;
/** After the last key: what the editor puts off (its record, its history) belongs to the keys. */
const TAIL_MS = 350;
/** Some editors take over a moved selection a tenth of a second later. */
const SETTLED_MS = 200;
const TIMES = 4;
const PASTED = 10;

/**
 * Watches the main thread's processor time (thread ticks, not the clock: what else the machine does is not in it).
 * `spent` is the time since the watching began, in milliseconds.
 */
export async function watchThread(cdp: CDPSession): Promise<() => Promise<Spent>> {
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    const ms = (name: string) => 1_000 * (metrics.find((metric) => metric.name === name)?.value ?? Number.NaN);
    return { task: ms('TaskDuration'), script: ms('ScriptDuration') };
  };
}

/** Two frames: what the last event led to is painted. */
export const painted = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  });

/** Puts the caret into the middle paragraph by a click on it. Returns which paragraph that is. */
export async function caretInTheMiddle(page: Page, { paragraph }: Subject): Promise<number> {
  // What lies between is laid out only when it comes into sight, and moves what is under the mouse.
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const place = await page.evaluate(async (selector) => {
      const all = document.querySelectorAll(selector);
      const at = all.length >> 1;
      for (let times = 0; times < 3; times += 1) {
        all[at]?.scrollIntoView({ block: 'center' });
        await new Promise(requestAnimationFrame);
      }
      const { x, y, width, height } = all[at]?.getBoundingClientRect() ?? new DOMRect();
      return { at, x: x + width / 2, y: y + height / 2 };
    }, paragraph);
    await page.mouse.click(place.x, place.y);
    await painted(page);
    const isThere = await page.evaluate(
      ([selector, at]) => {
        const selection = getSelection();
        const editable = document.activeElement instanceof HTMLElement && document.activeElement.isContentEditable;
        return editable && document.querySelectorAll(selector)[at]?.contains(selection?.anchorNode ?? null) === true;
      },
      [paragraph, place.at] as const,
    );
    if (isThere) return place.at;
  }
  throw new Error('the click did not put the caret into the text');
}

const paragraphs = (page: Page, { paragraph }: Subject): Promise<number> =>
  page.evaluate((selector) => document.querySelectorAll(selector).length, paragraph);
const textAt = (page: Page, { paragraph }: Subject, at: number): Promise<string> =>
  page.evaluate(
    ([selector, index]) => document.querySelectorAll(selector)[index]?.textContent?.replaceAll('\u00a0', ' ') ?? '',
    [paragraph, at] as const,
  );

/** Opens the story and does all of it. Throws where the keys did not arrive. */
export async function work(ready: Ready, subject: Subject, keys: number): Promise<Cell> {
  const { page, cdp } = ready;
  const spent = await watchThread(cdp);
  const beforeOpening = await spent();
  await ready.open();
  const opened = await spent();

  const at = await caretInTheMiddle(page, subject);
  await typeKeys(cdp, WARM_UP);
  await painted(page);
  const beforeKeys = await spent();
  await typeKeys(cdp, keys);
  await painted(page);
  await new Promise((done) => setTimeout(done, TAIL_MS));
  const afterKeys = await spent();
  const text = await textAt(page, subject, at);
  const typed = [WARM_UP, keys].map(typedText).join('');
  if (!text.includes(typed)) throw new Error(`not all keys arrived: ${JSON.stringify(text.slice(0, 200))}`);

  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return {
    openMs: opened.task - beforeOpening.task,
    taskMsPerKey: (afterKeys.task - beforeKeys.task) / keys,
    scriptMsPerKey: (afterKeys.script - beforeKeys.script) / keys,
    heapMb: usedSize / 1024 / 1024,
    ...(await timeCommands(ready, subject, at, spent)),
  };
}

type Commands = Pick<Cell, 'enterMs' | 'joinMs' | 'boldMs' | 'pasteMs'>;

/** Enter in the middle of a paragraph, Backspace there, Ctrl+B on a selected word, Ctrl+V of ten paragraphs. */
async function timeCommands(
  { page, cdp }: Ready,
  subject: Subject,
  at: number,
  spent: () => Promise<Spent>,
): Promise<Commands> {
  const time = async (act: () => Promise<unknown>) => {
    const before = await spent();
    await act();
    await painted(page);
    return (await spent()).task - before.task;
  };
  const count = () => paragraphs(page, subject);
  const first = await count();
  const enter: number[] = [];
  const join: number[] = [];
  for (let times = 0; times < TIMES; times += 1) {
    enter.push(await time(() => pressKey(cdp, 'Enter')));
    if ((await count()) !== first + 1) break;
    join.push(await time(() => pressKey(cdp, 'Backspace')));
    if ((await count()) !== first) break;
  }
  const joined = (await count()) === first && join.length === TIMES;
  await page.keyboard.press('Control+Shift+ArrowLeft');
  await new Promise((done) => setTimeout(done, SETTLED_MS));
  const bold: number[] = [];
  const bolds = () =>
    page.evaluate(
      ([selector, index]) => document.querySelectorAll(selector)[index]?.querySelectorAll('b, strong').length,
      [subject.paragraph, at] as const,
    );
  let isBold = false;
  for (let times = 0; times < TIMES; times += 1) {
    bold.push(await time(() => page.keyboard.press('Control+b')));
    if (times === 0) isBold = ((await bolds()) ?? 0) > 0;
  }
  await page.keyboard.press('ArrowRight');
  await copyParagraphs(page);
  const beforePaste = await count();
  const paste = await time(() => page.keyboard.press('Control+v'));
  const pasted = (await count()) - beforePaste >= PASTED - 2;
  return {
    enterMs: enter.length === TIMES ? median(enter) : null,
    joinMs: joined ? median(join) : null,
    boldMs: isBold ? median(bold) : null,
    pasteMs: pasted ? paste : null,
  };
}

async function copyParagraphs(page: Page): Promise<void> {
  await page.evaluate(async (count) => {
    const texts = Array.from(
      { length: count },
      (_, n) => `Đoạn dán thứ ${n}: ${'tin từ cơ sở gửi về tòa soạn, '.repeat(12)}`,
    );
    const blob = (type: string, text: string) => new Blob([text], { type });
    const item = new ClipboardItem({
      'text/plain': blob('text/plain', texts.join('\n\n')),
      'text/html': blob('text/html', texts.map((text) => `<p>${text}</p>`).join('')),
    });
    await navigator.clipboard.write([item]);
  }, PASTED);
  await painted(page);
}
