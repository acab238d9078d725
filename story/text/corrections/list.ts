import type { Entry } from './settings.ts';

/** What may stand before a word for it to be one: no letter, digit, or part of an address. */
const INSIDE = /[\p{L}\p{M}\p{N}@/._#&=-]$/u;

/** The entry that a text ends with, the longest first, and what is meant; case follows the first letter. */
export function entryAt(
  before: string,
  list: readonly Entry[],
  exceptions: readonly string[],
): { entry: Entry; meant: string } | null {
  let found: { entry: Entry; meant: string } | null = null;
  for (const entry of list) {
    if (found && entry.typed.length <= found.entry.typed.length) continue;
    const word = before.slice(-entry.typed.length);
    const meant = meantBy(word, entry);
    if (meant === null || meant === word || INSIDE.test(before.slice(0, -word.length))) continue;
    if (!exceptions.some((exception) => lower(exception) === lower(entry.typed))) found = { entry, meant };
  }
  return found;
}

function meantBy(word: string, { typed, meant }: Entry): string | null {
  if (word === typed) return meant;
  return word === capital(typed) ? capital(meant) : null;
}

const lower = (text: string): string => text.toLocaleLowerCase('vi');
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
