import { z } from '../../zod.ts';

/** Characters that are kept of each text of a clipboard; what is longer is cut. */
export const MOST_CLIPBOARD = 2_000_000;

/** Where a pasted text comes from, as its markup tells. */
export const SOURCES = [
  'word',
  'outlook',
  'excel',
  'docs',
  'sheets',
  'office',
  'mail',
  'web',
  'plain',
  'copydesk',
] as const;
export type Source = (typeof SOURCES)[number];

/**
 * What a paste left out, and what it changed. Left out: pictures without their bytes, tracked deletions, comments, hidden
 * text, form fields, frames and players, scripts, unsafe addresses, footnote marks without their note. Changed: notes put
 * at the end, redirects and trackers taken off addresses, page breaks, lines joined.
 */
export const LEFT_OUT = [
  'picture',
  'deletion',
  'comment',
  'hidden',
  'control',
  'embed',
  'script',
  'unsafeLink',
  'noNote',
] as const;
export const CHANGED = [
  'footnote',
  'insertion',
  'redirect',
  'pageBreak',
  'joined',
  'list',
  'quote',
  'overflow',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];
export type Changed = (typeof CHANGED)[number];

const KINDS = [...LEFT_OUT, ...CHANGED] as const;
const MOST_TEXT = 20_000;
const MOST_TEXTS = 500;

export const reportSchema = z.strictObject({
  source: z.enum(SOURCES),
  /** Fonts, colours, alignment were there and are not in the story. */
  styling: z.boolean(),
  items: z
    .array(
      z.strictObject({
        kind: z.enum(KINDS),
        count: z.number().int().positive(),
        /** The words that are nowhere in the story: they can be brought back. */
        texts: z.array(z.string().max(MOST_TEXT)).max(MOST_TEXTS),
      }),
    )
    .max(KINDS.length),
});
export type PasteReport = z.infer<typeof reportSchema>;

export const emptyReport = (source: Source): PasteReport => ({ source, styling: false, items: [] });

/** Notes one thing, with its words where it had some (in NFC, on one line). */
export function note(report: PasteReport, kind: LeftOut | Changed, words = ''): void {
  let item = report.items.find((known) => known.kind === kind);
  if (!item) {
    item = { kind, count: 0, texts: [] };
    report.items.push(item);
  }
  item.count++;
  const text = words.normalize('NFC').replace(/\s+/g, ' ').trim();
  for (let at = 0; at < text.length && item.texts.length < MOST_TEXTS; at += MOST_TEXT)
    item.texts.push(text.slice(at, at + MOST_TEXT).toWellFormed());
}

/** The words that were left out, in order. */
export const wordsLeftOut = (report: PasteReport): string[] => report.items.flatMap((item) => item.texts);

/** Whether there is anything to tell. */
export const isQuiet = (report: PasteReport): boolean => !report.styling && report.items.length === 0;
