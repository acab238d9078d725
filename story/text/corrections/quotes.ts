const QUOTES: Readonly<Record<string, readonly [open: string, close: string]>> = {
  '"': ['“', '”'],
  "'": ['‘', '’'],
};

/**
 * The end of a text with its last character, a straight quote, as it is printed: opening at a beginning, behind spaces,
 * brackets and dashes, else closing or an apostrophe. Behind a digit, where nothing is open, it is left: feet, minutes, inches.
 */
export function withQuote(before: string, typed: string): string {
  const pair = QUOTES[typed];
  if (!pair) return before + typed;
  const [open, close] = pair;
  // rock 'n' roll
  if (typed === "'" && /(?:^|[\s\u00a0])‘n$/i.test(before)) return `${before.slice(0, -2)}’${before.slice(-1)}’`;
  const last = before.at(-1);
  if (last !== undefined && /\p{N}/u.test(last)) return before + (isOpen(before, open, close) ? close : typed);
  return before + (opens(before, last, open, close) ? open : close);
}

function opens(before: string, last: string | undefined, open: string, close: string): boolean {
  if (last === undefined || /[\s\u00a0([{<«/]/.test(last)) return true;
  // “I was—” breaks off; —“Well” begins.
  if (/[-–—]/.test(last)) return !isOpen(before, open, close);
  return last !== open && /[“‘]/.test(last);
}

/** Whether a quotation was opened and not yet closed. An apostrophe between letters closes nothing. */
function isOpen(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === open) depth++;
    else if (text[at] === close && !/^\p{L}.\p{L}$/u.test(text.slice(at - 1, at + 2))) depth = Math.max(0, depth - 1);
  }
  return depth > 0;
}

/** What was taken for an opening quote, and is an apostrophe once the word is whole: the ’90s, ’tis. */
const LEFT_OUT = /(^|[\s\u00a0([“—–-])‘(\d\ds|tis|twas|em|til)$/iu;
export const withApostrophe = (before: string): string => before.replace(LEFT_OUT, '$1’$2');
