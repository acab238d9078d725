import { publishedText } from '../clean.ts';
import { type Entry, entrySchema, MOST_ENTRIES } from './settings.ts';

/** The most a list's file may have, in bytes. */
export const MAX_LIST_BYTES = 256 * 1024;

/** What a list's text says, and the lines (from 1) that say nothing: no arrow, an empty side, too long, or one too many. */
export type ReadList = { list: Entry[]; bad: number[] };

/**
 * Reads a list: an entry a line, "typed -> meant" (also with a tab or "→", as spreadsheets and people write it); blank lines
 * and lines that begin with # are skipped. Where a word is typed twice, the later line counts.
 */
export function readList(text: string): ReadList {
  const entries = new Map<string, Entry>();
  const bad: number[] = [];
  for (const [index, line] of publishedText(text.replace(/^\ufeff/, ''))
    .split('\n')
    .entries()) {
    if (line.trim() === '' || line.trimStart().startsWith('#')) continue;
    const [typed = '', meant = '', ...more] = line.split(/\t|->|→/).map((part) => part.trim());
    const entry = entrySchema.safeParse({ typed, meant });
    if (entry.success && more.length === 0 && typed !== meant && (entries.has(typed) || entries.size < MOST_ENTRIES))
      entries.set(typed, entry.data);
    else bad.push(index + 1);
  }
  return { list: [...entries.values()], bad };
}

/** The list as `readList` reads it. */
export const writeList = (list: readonly Entry[]): string =>
  list.map(({ typed, meant }) => `${typed} -> ${meant}\n`).join('');

/** Words of a text, one a line, none twice. */
export const readWords = (text: string): string[] =>
  [
    ...new Set(
      publishedText(text)
        .split('\n')
        .map((line) => line.trim()),
    ),
  ]
    .filter((word) => word !== '')
    .slice(0, MOST_ENTRIES);
