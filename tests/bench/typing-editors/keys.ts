import type { CDPSession } from '@playwright/test';

/** What is typed, again and again: letters that every keyboard has, as an input method sees them. */
const TEXT = 'ban doc gui tin ve toa soan ';
/** Milliseconds from key to key: faster than anybody types, as a rolling hand does. */
export const APART = 30;

export const typedText = (keys: number): string =>
  Array.from({ length: keys }, (_, n) => TEXT[n % TEXT.length]).join('');

type Key = { key: string; code: string; windowsVirtualKeyCode: number; text?: string; modifiers?: number };
const NAMED: Record<string, Key> = {
  Enter: { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Backspace: { key: 'Backspace', code: 'Backspace', windowsVirtualKeyCode: 8 },
  ' ': { key: ' ', code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
};
const keyOf = (name: string): Key =>
  NAMED[name] ?? {
    key: name,
    code: `Key${name.toUpperCase()}`,
    windowsVirtualKeyCode: name.toUpperCase().charCodeAt(0),
    text: name,
  };

/** One real key: down and up. Resolves when the page has had both. */
export function pressKey(cdp: CDPSession, name: string): Promise<unknown> {
  const { text, ...key } = keyOf(name);
  return Promise.all([
    cdp.send('Input.dispatchKeyEvent', text ? { type: 'keyDown', ...key, text } : { type: 'rawKeyDown', ...key }),
    cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
  ]);
}

/** Types so many keys at that pace, whether or not the page keeps up; resolves when it has had them all. */
export async function typeKeys(cdp: CDPSession, keys: number): Promise<void> {
  const from = performance.now();
  const sent: Promise<unknown>[] = [];
  for (const [index, name] of [...typedText(keys)].entries()) {
    await new Promise((done) => setTimeout(done, Math.max(1, from + index * APART - performance.now())));
    sent.push(pressKey(cdp, name));
  }
  await Promise.all(sent);
}
