import { mayBeEnglish } from '../text/english.ts';

export type Span = { from: number; to: number };
/** What no rule looks into, and what only rules for another language than Vietnamese do. */
export type Quiet = { always: Span[]; vietnamese: Span[] };

/** Addresses of the web and of mail, and words for a search (#…, @…): they are what they are. */
const ADDRESSES =
  /(?:https?:\/\/|www\.)[^\s”"’)]+|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+|(?<![\p{L}\p{N}_.-])[\w-]+(?:\.[\w-]+)*\.(?:vn|com|org|net|gov|edu|info|asia)(?![\p{L}\p{N}])(?:\/[^\s”"’)]*)?|(?<![\p{L}\p{N}])[#@][\p{L}\p{N}_]+/gu;
const QUOTED = /“[^“”]*”|"[^"]*"|«[^«»]*»/gu;
const wordsIn = (text: string): number => text.match(/[A-Za-z]+(?:['’][a-z]+)*/g)?.length ?? 0;
/** So many words without one Vietnamese letter hardly come together in Vietnamese. */
const FEWEST = { inQuotes: 3, alone: 6 };

/** Where a text is to be left alone. */
export function quietIn(text: string): Quiet {
  const spans = (pattern: RegExp) =>
    [...text.matchAll(pattern)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  const isForeign = (words: string, fewest: number) => mayBeEnglish(words) && wordsIn(words) >= fewest;
  const quotes = spans(QUOTED).filter(({ from, to }) => isForeign(text.slice(from + 1, to - 1), FEWEST.inQuotes));
  return {
    always: spans(ADDRESSES),
    vietnamese: isForeign(text, FEWEST.alone) ? [{ from: 0, to: text.length }] : quotes,
  };
}

/** Whether a place touches one of the spans. */
export const isWithin = (spans: readonly Span[], from: number, to: number): boolean =>
  spans.some((span) => span.from < to && from < span.to);
