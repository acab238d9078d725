import type { Rewriting } from '../vietnamese/iy.ts';
import { fromLegacy } from './convert.ts';
import { isMendedBy, recogniseLegacy } from './recognise.ts';
import { CP1252_HIGH, type LegacyEncoding } from './tables.ts';

/** How words are written: their encoding, and whether their font draws small letters as capitals (`.VnTimeH`). */
export type LegacyWay = { encoding: LegacyEncoding; capitals: boolean };
/** A part of a text, [start, end), and how its font says it is written. */
export type FontRun = { start: number; end: number; way: LegacyWay };
/** A text, and what is known of its fonts (nothing, where it came without). */
export type LegacyText = { text: string; fonts: readonly FontRun[] };

// No-break spaces are letters' bytes in a garbled text, so they part no words here.
const WORDS = /[^ \t\r\n\u2028\u2029]+/g;

/** What the words of a text become if all of it is written in `way`, in order: of each the letters that change, from the first to the last. Words that are Unicode beyond doubt stay. */
export function legacyRewritings(text: string, { encoding, capitals }: LegacyWay): Rewriting[] {
  const converted = [...fromLegacy(text, encoding).matchAll(WORDS)].map(([word]) => word);
  const words = [...text.matchAll(WORDS)];
  const isAligned = converted.length === words.length;
  return words.flatMap(({ 0: word, index: start }, at): Rewriting[] => {
    if (isUnicode(word)) return [];
    const plain = (isAligned && converted[at]) || fromLegacy(word, encoding);
    const next = capitals ? plain.toLocaleUpperCase('vi') : plain;
    return next === word ? [] : [narrowed(word, next, start)];
  });
}

/** Only the letters that differ, so that what stands beside them keeps its own format and link. */
function narrowed(word: string, next: string, start: number): Rewriting {
  const most = Math.min(word.length, next.length);
  let before = 0;
  while (before < most && word[before] === next[before]) before++;
  let behind = 0;
  while (behind < most - before && word.at(-1 - behind) === next.at(-1 - behind)) behind++;
  return {
    start: start + before,
    end: start + word.length - behind,
    text: next.slice(before, next.length - behind),
  };
}

/** Letters that no 8-bit font of these shows. */
const isUnicode = (word: string): boolean =>
  [...word].some((letter) => /[\u0100-\u036f\u1e00-\u1eff]/.test(letter) && !CP1252_HIGH.includes(letter));

/**
 * What becomes of each of a story's texts: as `wanted` says for all of them; with null by the fonts they came in, else by
 * their letters, the shortest (a credit, a headline) by what the others are written in.
 */
export function legacyWordsOf(texts: readonly LegacyText[], wanted: LegacyWay | null): Rewriting[][] {
  if (wanted) return texts.map(({ text }) => legacyRewritings(text, wanted));
  const known = texts.map(({ text, fonts }) => (fonts.length > 0 ? null : recogniseLegacy(text)));
  const common = mostFrequent([
    ...known.filter((encoding) => encoding !== null),
    ...texts.flatMap(({ fonts }) => fonts.map(({ way }) => way.encoding)),
  ]);
  return texts.map(({ text, fonts }, at) => {
    if (fonts.length > 0) return fonts.flatMap((run) => inRun(text, run));
    const encoding = known[at] ?? (common !== null && isMendedBy(text, common) ? common : null);
    return encoding ? legacyRewritings(text, { encoding, capitals: false }) : [];
  });
}

const inRun = (text: string, { start, end, way }: FontRun): Rewriting[] =>
  legacyRewritings(text.slice(start, end), way).map((one) => ({
    ...one,
    start: one.start + start,
    end: one.end + start,
  }));

function mostFrequent(encodings: readonly LegacyEncoding[]): LegacyEncoding | null {
  const counts = Map.groupBy(encodings, (encoding) => encoding);
  return [...counts].sort(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null;
}
