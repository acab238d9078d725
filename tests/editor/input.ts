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

/** As UniKey types on Windows: letters as keys, and a word put right by Backspaces and its new letters, all at once. */
export async function unikey(page: Page): Promise<void> {
  const keys = page.keyboard;
  const fix = async (backspaces: number, text: string) => {
    for (let n = 0; n < backspaces; n++) await keys.press('Backspace', { delay: 0 });
    for (const letter of text) await keys.insertText(letter);
  };
  await keys.type('Tie');
  await fix(1, 'ê');
  await keys.type('ng');
  await fix(3, 'ếng');
  await keys.type(' Vie');
  await fix(1, 'ê');
  await keys.type('t');
  await fix(2, 'ệt');
  await keys.type(' d');
  await fix(1, 'đ');
  await keys.type('uo');
  await fix(2, 'ươ');
  await keys.type('c');
  await fix(2, 'ợc');
  await keys.type('.');
}

/** A paste as the system's clipboard gives it. */
export const paste = (page: Page, data: Record<string, string>, selector = '[data-body]') =>
  page.evaluate(
    ([given, where]) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      const target = document.querySelector(where);
      target?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    [data, selector] as const,
  );
