import type { Story } from '../../model.ts';

/** So many colours there are for authors; with more of them, two share one. */
export const AUTHOR_COLOURS = 6;

type Said = { by: string; name: string; at: string };

/** Who suggested or commented in a story, by fingerprint, in the order in which they first did: so a colour stays. */
export function authorsOf({ suggestions, threads }: Pick<Story, 'suggestions' | 'threads'>): Map<string, Said> {
  const said: Said[] = Object.values(suggestions);
  const comments = Object.values(threads).flatMap((one) => (one.kind === 'comment' ? one.comments : []));
  const authors = new Map<string, Said>();
  const byTime = (a: Said, b: Said) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.by < b.by ? -1 : 1);
  for (const { by, name, at } of [...said, ...comments].sort(byTime))
    authors.set(by, { by, name, at: authors.get(by)?.at ?? at });
  return authors;
}

/** The colour of each author, from 0: see the window's `--author-0` and so on. */
export const authorColours = (story: Pick<Story, 'suggestions' | 'threads'>): Map<string, number> =>
  new Map([...authorsOf(story).keys()].map((by, index) => [by, index % AUTHOR_COLOURS]));

/** A person in two letters: those of the last two words of the name, the given name in Vietnamese. */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').trim().split(/\s+/).slice(-2);
  return words.map((word) => (word.match(/\p{L}|\p{N}/u)?.[0] ?? '').toUpperCase()).join('') || '?';
}
