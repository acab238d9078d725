// Finding words in one text. Pure, and with exact places: what is found with marks aside is told where it stands, also in a
// text whose marks are characters of their own (NFD).

import { withoutMarks } from './fold.ts';

export type FindOptions = {
  matchCase: boolean;
  /** Diacritics count: "bac" does not find "bắc". */
  marks: boolean;
  wholeWords: boolean;
  regex: boolean;
};
/** A place in a text, [start, end) in UTF-16 units; of an expression also its groups as they stand in the text. */
export type Match = {
  start: number;
  end: number;
  groups?: readonly (string | undefined)[];
  names?: Readonly<Record<string, string | undefined>>;
};
/** The matches of one text, in order, none empty and none over another. */
export type Finder = (text: string) => Match[];
/** `message`: what the engine says of a bad expression. */
export type Compiled = { ok: true; find: Finder } | { ok: false; message: string };

/** The space between a number and its unit is a space to whoever looks for it; an expression has its \s. */
const spaced = (text: string): string => text.replaceAll('\u00a0', ' ');

/** Makes the finder of a query that is not empty. An expression may still take for ever: run it where it can be stopped. */
export function compileFind(query: string, options: FindOptions): Compiled {
  const { marks, matchCase, regex, wholeWords } = options;
  const plain = marks ? (text: string) => text.normalize('NFC') : withoutMarks;
  // An expression has a flag of its own for case, and its \W is not its \w.
  const form = regex ? plain : (text: string) => spaced(plain(matchCase ? text : text.toLowerCase()));
  const keep = wholeWords ? areWords : () => true;
  if (!regex) {
    const needle = form(query);
    const find: Finder = (text) => literal(needle, mapped(text, form)).filter((match) => keep(text, match));
    return { ok: true, find: needle === '' ? () => [] : find };
  }
  try {
    const expression = expressionOf(plain(query), `dgm${matchCase ? '' : 'i'}`);
    return { ok: true, find: (text) => expressed(expression, mapped(text, form)).filter((match) => keep(text, match)) };
  } catch (error) {
    return { ok: false, message: (error as Error).message.replace(/^.*:\s*/s, '') };
  }
}

/** With the stricter Unicode rules where they take it. */
function expressionOf(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, `${flags}u`);
  } catch {
    return new RegExp(source, flags);
  }
}

/** `text` in the form that is compared; `at[i]`: where its unit i begins in `original`, -1 within what one letter became. */
export type Mapped = { original: string; text: string; at: readonly number[] };

/** A text letter by letter in another form, a letter with the marks behind it being one. */
export function mapped(original: string, form: (text: string) => string): Mapped {
  const known = new Map<string, string>();
  const at: number[] = [];
  let text = '';
  for (let from = 0; from < original.length; ) {
    let end = from + (isHigh(original.charCodeAt(from)) ? 2 : 1);
    while (isMark(original.charCodeAt(end))) end++;
    const letter = original.slice(from, end);
    let formed = known.get(letter);
    if (formed === undefined) {
      formed = form(letter);
      known.set(letter, formed);
    }
    for (let unit = 0; unit < formed.length; unit++) at.push(unit === 0 ? from : -1);
    text += formed;
    from = end;
  }
  at.push(original.length);
  return { original, text, at };
}

const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;

function literal(needle: string, { text, at }: Mapped): Match[] {
  const found: Match[] = [];
  for (let from = text.indexOf(needle); from >= 0; ) {
    const [start, end] = [at[from] as number, at[from + needle.length] as number];
    const isWhole = start >= 0 && end >= 0;
    if (isWhole) found.push({ start, end });
    from = text.indexOf(needle, from + (isWhole ? needle.length : 1));
  }
  return found;
}

function expressed(expression: RegExp, folded: Mapped): Match[] {
  const found: Match[] = [];
  let last = 0;
  for (const match of folded.text.matchAll(expression)) {
    const { indices } = match;
    const [start, end] = placeOf(folded, indices?.[0]) ?? [0, 0];
    if (start < last || end <= start) continue;
    const words = (place: [number, number] | undefined) => {
      const there = placeOf(folded, place);
      return there && folded.original.slice(...there);
    };
    const names = indices?.groups;
    found.push({
      start,
      end,
      groups: (indices ?? []).map(words),
      ...(names && { names: Object.fromEntries(Object.entries(names).map(([name, place]) => [name, words(place)])) }),
    });
    last = end;
  }
  return found;
}

/** A place in the form as one in the original, whole letters. */
function placeOf({ at }: Mapped, place: [number, number] | undefined): [number, number] | undefined {
  if (!place) return undefined;
  let [start, end] = place;
  while (at[start] === -1) start--;
  while (at[end] === -1) end++;
  return [at[start] as number, at[end] as number];
}

const ENDS_IN_LETTER = /[\p{L}\p{M}\p{N}_]$/u;
const BEGINS_WITH_LETTER = /^[\p{L}\p{M}\p{N}_]/u;

/** Whether a match begins and ends where words do. */
function areWords(text: string, { start, end }: Match): boolean {
  const begins = BEGINS_WITH_LETTER.test(text.slice(start, start + 2));
  const ends = ENDS_IN_LETTER.test(text.slice(Math.max(start, end - 2), end));
  return !(
    (begins && ENDS_IN_LETTER.test(text.slice(Math.max(0, start - 2), start))) ||
    (ends && BEGINS_WITH_LETTER.test(text.slice(end, end + 2)))
  );
}
