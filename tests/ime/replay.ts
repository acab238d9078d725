import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import { preedit } from '../editor/input.ts';
import type { Tally } from './count.ts';
import type { Sequence } from './sequences.ts';

/** Sends one key as an input method does, without waiting for the page: a letter that no key has carries its text. */
function send(cdp: CDPSession, key: string): Promise<unknown>[] {
  const backspace = key === '<';
  const event = backspace
    ? { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 }
    : { key, text: key, windowsVirtualKeyCode: key === ' ' ? 32 : 231 };
  return (['keyDown', 'keyUp'] as const).map((type) => cdp.send('Input.dispatchKeyEvent', { ...event, type }));
}

/** Keys 1 to 8 ms apart, in turns. */
async function burst(cdp: CDPSession, keys: string): Promise<void> {
  const sent: Promise<unknown>[] = [];
  for (const [at, key] of [...keys].entries()) {
    sent.push(...send(cdp, key));
    await pause(1 + (at % 8));
  }
  await Promise.all(sent);
}

/** A key that the input method has taken, as browsers report it. */
const TAKEN = { key: 'Process', windowsVirtualKeyCode: 229 };

/** Replays a sequence; `afterWord` is called with how many of its words are there. */
export async function replay(
  cdp: CDPSession,
  sequence: Sequence,
  afterWord: (count: number) => Promise<void> = async () => undefined,
): Promise<void> {
  if (sequence.how === 'composed') {
    for (const [at, steps] of sequence.steps.entries()) {
      for (const step of steps) {
        if (sequence.keys) await cdp.send('Input.dispatchKeyEvent', { ...TAKEN, type: 'rawKeyDown' });
        await preedit(cdp, step);
        if (sequence.keys) await cdp.send('Input.dispatchKeyEvent', { ...TAKEN, type: 'keyUp' });
      }
      const word = steps.at(-1) ?? '';
      await cdp.send('Input.insertText', { text: sequence.space === 'commit' ? `${word} ` : word });
      if (sequence.space === 'key') await burst(cdp, ' ');
      await afterWord(at + 1);
    }
    return;
  }
  let count = 0;
  let word = '';
  for (const keys of sequence.keys) {
    word += keys;
    if (keys !== ' ') continue;
    await burst(cdp, word);
    word = '';
    await afterWord(++count);
  }
}

/** Gives a spec's tally to who asked for the figures; a failed test ends its process, so a spec may have several. */
export function handOver(name: string, tally: Partial<Tally>): void {
  const folder = process.env.IME_TALLIES;
  if (folder) writeFileSync(join(folder, `${name}-${process.pid}.json`), JSON.stringify(tally));
}

/** A place of the page as the caret gets there. */
export const caretAt = async (page: Page, selector: string, index: number, end: 'Home' | 'End'): Promise<void> => {
  await page.locator(selector).nth(index).click();
  await page.keyboard.press(end);
};
