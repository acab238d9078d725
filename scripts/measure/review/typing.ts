import { buildApp } from '../../../tests/bench/typing-editors/build.ts';
import { median } from '../../../tests/bench/typing-editors/figures.ts';
import { typeKeys } from '../../../tests/bench/typing-editors/keys.ts';
import { launch } from '../../../tests/bench/typing-editors/site.ts';
import { APP, APP_PARAGRAPH, readyFor } from '../../../tests/bench/typing-editors/subject.ts';
import { caretInTheMiddle, painted, watchThread } from '../../../tests/bench/typing-editors/work.ts';
import { storyOfWords } from '../../../tests/bench/typist.ts';

const WORDS = 12_000;
const KEYS = 60;
const WARM_UP = 20;
const ROUNDS = 5;
const TAIL_MS = 350;

type Mode = 'edit' | 'suggest';
export type ReviewTyping = { suggestTypingVsEdit: number; scriptMsPerKey: Record<Mode, number> };

/**
 * Script per key in suggest mode by that in edit mode, in a story of 12,000 words; medians of some rounds. A page for each,
 * since editing costs more, too, where something is suggested.
 */
export async function measureTyping(): Promise<ReviewTyping> {
  const subject = { name: APP, folder: await buildApp(), paragraph: APP_PARAGRAPH };
  const browser = await launch();
  const taken: Record<Mode, number[]> = { edit: [], suggest: [] };
  try {
    const pages = {
      edit: await readyFor(browser, subject, storyOfWords(1, WORDS)),
      suggest: await readyFor(browser, subject, storyOfWords(1, WORDS)),
    };
    for (const { open } of Object.values(pages)) await open();
    await pages.suggest.page.keyboard.press('Control+Alt+2');
    for (let round = 0; round < ROUNDS; round += 1)
      for (const mode of ['edit', 'suggest'] as const) {
        const { page, cdp } = pages[mode];
        await page.bringToFront();
        const spent = await watchThread(cdp);
        await caretInTheMiddle(page, subject);
        await typeKeys(cdp, WARM_UP);
        await painted(page);
        const before = await spent();
        await typeKeys(cdp, KEYS);
        await painted(page);
        await new Promise((done) => setTimeout(done, TAIL_MS));
        taken[mode].push(((await spent()).script - before.script) / KEYS);
      }
    const isMarked = (one: Mode) => pages[one].page.locator('[data-body] [data-suggested~="insertion"]').count();
    if ((await isMarked('suggest')) === 0 || (await isMarked('edit')) > 0) throw new Error('typing: not in its mode');
  } finally {
    await browser.close();
  }
  const scriptMsPerKey = { edit: median(taken.edit) as number, suggest: median(taken.suggest) as number };
  return { suggestTypingVsEdit: scriptMsPerKey.suggest / scriptMsPerKey.edit, scriptMsPerKey };
}
