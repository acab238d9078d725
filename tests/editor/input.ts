import type { CDPSession, Page } from '@playwright/test';

/** A word as an input method with a preedit shows it, step by step; not committed. */
export async function preedit(cdp: CDPSession, ...steps: string[]): Promise<void> {
  for (const text of steps)
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
}

/** A Vietnamese text as an input method with a preedit composes it: word by word, growing, then committed. */
export async function compose(cdp: CDPSession, words: readonly string[]): Promise<void> {
  for (const word of words) {
    await preedit(cdp, ...(TELEX[word] ?? [word]));
    await cdp.send('Input.insertText', { text: word });
    await cdp.send('Input.insertText', { text: ' ' });
  }
}

/** Telex keys, and what the composed word looks like after each. */
const TELEX: Record<string, string[]> = {
  Thành: ['T', 'Th', 'Tha', 'Than', 'Thanh', 'Thành'],
  phố: ['p', 'ph', 'pho', 'phô', 'phố'],
  Bắc: ['B', 'Ba', 'Bă', 'Băc', 'Bắc'],
  Kạn: ['K', 'Ka', 'Kan', 'Kạn'],
  được: ['d', 'đ', 'đu', 'đư', 'đươ', 'đươc', 'được'],
  nghiệp: ['n', 'ng', 'ngh', 'nghi', 'nghie', 'nghiê', 'nghiêp', 'nghiệp'],
};
export const WORDS = Object.keys(TELEX);

/** What `unikey` types. */
export const UNIKEY = 'Tiếng Việt được.';

/** The keys that UniKey sends on Windows for it: letters, and where a word is put right, Backspaces and its new letters. */
export const UNIKEY_KEYS: readonly string[] = [
  'Tie<ê',
  'ng<<<ếng',
  ' Vie<ê',
  't<<ệt',
  ' d<đ',
  'uo<<ươ',
  'c<<ợc',
  '.',
].flatMap((keys) => [...keys].map((key) => (key === '<' ? 'Backspace' : key)));

/** Types as UniKey does: a letter that no key has comes as text. */
export async function unikey(page: Page): Promise<void> {
  for (const key of UNIKEY_KEYS) {
    if (key === 'Backspace' || /^[\x20-\x7e]$/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
  }
}

/** A paste as the system's clipboard gives it, when the browser has told of a caret moved before (a pasting hand's keys do). */
export const paste = (page: Page, data: Record<string, string>, selector = '[data-body]') =>
  page.evaluate(
    async ([given, where]) => {
      for (let n = 0; n < 2; n++) await new Promise(requestAnimationFrame);
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      const target = document.querySelector(where);
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [data, selector] as const,
  );
