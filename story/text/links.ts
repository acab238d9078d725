import { plainTexts } from '../content.ts';
import { type Anchor, FIELD_NAMES, isTextBlock, type Story } from '../model.ts';
import { safeLink } from './link.ts';

/** What can be said of an address without asking it. `insecure`: http, which readers' browsers warn of. */
export const LINK_PROBLEMS = ['unsafe', 'spaces', 'noScheme', 'unbalanced', 'malformed', 'insecure'] as const;
export type LinkProblem = (typeof LINK_PROBLEMS)[number];
export type StoryLink = { url: string; words: string; anchor: Anchor; problem: LinkProblem | null };

/** The worst that is wrong with an address as it was written; null where nothing is. */
export function linkProblem(written: string): LinkProblem | null {
  const url = written.trim();
  if (/^(?:javascript|data|vbscript|file|blob|about):/i.test(url)) return 'unsafe';
  if (/\s/.test(url)) return 'spaces';
  if (!/^[a-z][a-z\d+.-]*:(?!\d+(?:\/|$))/i.test(url)) return 'noScheme';
  const safe = safeLink(url);
  if (safe === null) return /^(?:https?|mailto):/i.test(url) ? 'malformed' : 'unsafe';
  if (safe.startsWith('mailto:')) return null;
  const { hostname, href } = new URL(safe);
  if (/^https?:\/\/https?(?::|\/\/)/i.test(href) || !/[.:]/.test(hostname) || hostname.endsWith('.'))
    return 'malformed';
  if (!isBalanced(url)) return 'unbalanced';
  return safe.startsWith('http:') ? 'insecure' : null;
}

/** Brackets in pairs, and nothing of the sentence at its end. */
const isBalanced = (url: string): boolean =>
  ['()', '[]', '{}'].every(([open, close]) => url.split(open as string).length === url.split(close as string).length) &&
  !/(?:[.,;:!'"’”»<>]|%20)$/.test(url);

/** Addresses written out in a plain text, without what belongs to the sentence around them. */
const WRITTEN = /(?<![\p{L}\p{N}@/.])(?:(?:https?|ftp|file):\/\/|www\.|mailto:|javascript:)[^\s<>"“”«»]+/giu;

function writtenIn(text: string): string[] {
  return (text.match(WRITTEN) ?? []).map((found) => {
    const url = found.replace(/[.,;:!?…'’]+$/u, '');
    return url.endsWith(')') && !url.includes('(') ? url.slice(0, -1) : url;
  });
}

/** Every link of a story in the order of the page: the body's, one for each stretch, what is embedded, and addresses written in its fields and texts. */
export function linksOf({ fields, body }: Pick<Story, 'fields' | 'body'>): StoryLink[] {
  const link = (url: string, words: string, anchor: Anchor): StoryLink => ({
    url,
    words,
    anchor,
    problem: linkProblem(url),
  });
  const inFields = FIELD_NAMES.flatMap((field) => writtenIn(fields[field]).map((url) => link(url, url, { field })));
  const inBody = body.flatMap((block) => {
    const anchor = { block: block.id };
    if (!isTextBlock(block)) {
      const inTexts = plainTexts(block).flatMap(({ place, text }) =>
        writtenIn(text).map((url) => link(url, url, { ...anchor, ...place })),
      );
      return block.type === 'embed' ? [link(block.url, block.caption || block.url, anchor), ...inTexts] : inTexts;
    }
    const found: StoryLink[] = [];
    let last: string | undefined;
    for (const run of block.runs) {
      const before = found.at(-1);
      if (run.link !== undefined && run.link === last && before) before.words += run.text;
      else if (run.link !== undefined) found.push(link(run.link, run.text, anchor));
      last = run.link;
    }
    return found;
  });
  return [...inFields, ...inBody];
}
