import type { Browser } from '@playwright/test';
import { type Block, isTextBlock, type Run, type Story } from '../../../story/model.ts';
import type { Checks } from '../../../tests/bench/typing-editors/bridge.ts';
import { buildApp } from '../../../tests/bench/typing-editors/build.ts';
import { median } from '../../../tests/bench/typing-editors/figures.ts';
import { typeKeys } from '../../../tests/bench/typing-editors/keys.ts';
import { launch } from '../../../tests/bench/typing-editors/site.ts';
import { APP, APP_PARAGRAPH, readyFor, type Subject } from '../../../tests/bench/typing-editors/subject.ts';
import { caretInTheMiddle, painted, watchThread } from '../../../tests/bench/typing-editors/work.ts';
import { storyOfWords } from '../../../tests/bench/typist.ts';

/** Keys between two pauses, and the pause: every check runs in it, on the main thread and in its worker. */
const KEYS = 28;
const PAUSE_MS = 1_500;
const BURSTS = 8;

/** Script in milliseconds of the main thread's processor time a key, pauses and their checks included, and the one by the other. */
export type TypingCost = { all: number; none: number; ratio: number };

/**
 * What a key costs in the built window in Chromium with all checks on, and with all off: by the story's words. Two windows at
 * once, typed in by turns; medians of the rounds, the ratio that of the ratios.
 */
export async function typingCost(lengths: readonly number[], rounds: number): Promise<Record<string, TypingCost>> {
  const subject = { name: APP, folder: await buildApp(), paragraph: APP_PARAGRAPH };
  const browser = await launch();
  try {
    const costs: Record<string, TypingCost> = {};
    for (const words of lengths) {
      const taken: { all: number; none: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        taken.push(await typeInTurns(browser, subject, words, round % 2 === 0));
        console.error(`measure: typing in ${words} words: ${JSON.stringify(taken.at(-1))}`);
      }
      const middle = (of: (one: { all: number; none: number }) => number): number =>
        Number((median(taken.map(of)) as number).toPrecision(3));
      costs[words] = {
        all: middle(({ all }) => all),
        none: middle(({ none }) => none),
        ratio: middle(({ all, none }) => all / none),
      };
    }
    return costs;
  } finally {
    await browser.close();
  }
}

async function typeInTurns(browser: Browser, subject: Subject, words: number, allFirst: boolean) {
  const all = await openWindow(browser, subject, words, 'all');
  const none = await openWindow(browser, subject, words, 'none');
  for (let burst = 0; burst < BURSTS; burst++)
    for (const one of allFirst === (burst % 2 === 0) ? [all, none] : [none, all]) await one.burst();
  const seen = [await all.underlined(), await none.underlined()];
  await Promise.all([all.close(), none.close()]);
  if (seen[0]?.includes(0) || seen[1]?.some((marks) => marks > 0))
    throw new Error(`the checks were not on and off as they should have been: ${JSON.stringify(seen)}`);
  return { all: all.perKey(), none: none.perKey() };
}

/** Every third paragraph has a slip, and something that is not in the house's style. */
export function storyWithFindings(words: number): Story {
  const story = storyOfWords(1, words);
  const runs = (block: Block): Run[] => (isTextBlock(block) ? block.runs : []);
  const wrong = (block: Block) => [...runs(block), { text: ' Ngưòi dân góp 40 % số vốn.' }];
  return {
    ...story,
    body: story.body.map((block, at) => (at % 3 === 0 ? ({ ...block, runs: wrong(block) } as Block) : block)),
  };
}

async function openWindow(browser: Browser, subject: Subject, words: number, checks: Checks) {
  const ready = await readyFor(browser, subject, storyWithFindings(words), { checks });
  const { page, cdp } = ready;
  await ready.open();
  // What the house's style finds is listed there.
  await page.getByRole('tab', { name: 'Duyệt' }).click();
  await caretInTheMiddle(page, subject);
  const spent = await watchThread(cdp);
  const pause = () => new Promise((done) => setTimeout(done, PAUSE_MS));
  await typeKeys(cdp, KEYS);
  await pause();
  let script = 0;
  let keys = 0;
  return {
    async burst() {
      const before = await spent();
      await typeKeys(cdp, KEYS);
      await painted(page);
      await pause();
      script += (await spent()).script - before.script;
      keys += KEYS;
    },
    perKey: () => script / keys,
    underlined: () =>
      page.evaluate(() => ['spelling', 'style'].map((name) => CSS.highlights.get(`copydesk-${name}`)?.size ?? 0)),
    close: () => ready.close(),
  };
}
