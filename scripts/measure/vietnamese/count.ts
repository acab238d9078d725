import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkProse } from '../../../story/text/check.ts';
import type { IsEnglish } from '../../../story/text/english.ts';
import { proseWords } from '../../../story/text/prose.ts';
import type { SpellingFinding } from '../../../story/text/vietnamese/check.ts';
import { readSyllable } from '../../../story/text/vietnamese/syllable.ts';
import { injectSlips, KINDS, type Slip } from './slips.ts';
import type { Kind, Source } from './sources.ts';

/** A slip that a text was published with, as a person judged it. `right`: what it should have been. `context`: where it stands. */
export type RealSlip = { source: string; word: string; right: string; context: string };
/** A finding, and where. */
export type Finding = { source: string; kind: Kind; word: string; context: string };
/** Syllables that were checked, and findings that are no real slips. */
export type Count = { checked: number; falseAlarms: number };

export type Check = (text: string) => Promise<SpellingFinding[]>;
/** As the program checks a paragraph of a Vietnamese story, before anything was learnt. */
export const checkWith =
  (isEnglish: IsEnglish): Check =>
  (text) =>
    checkProse({ text, language: 'vi', mayQuote: false }, null, async () => isEnglish);

/** The slips in real-slips.tsv: one a line, with tabs between its parts; the first line names them. */
export const realSlips = (): RealSlip[] =>
  readFileSync(path.join(import.meta.dirname, 'real-slips.tsv'), 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [source = '', word = '', right = '', context = ''] = line.split('\t');
      return { source, word, right, context };
    });

/** Counts by kind of source, and what was found that is no real slip. */
export async function countFindings(
  sources: readonly Source[],
  check: Check,
  real: readonly RealSlip[],
): Promise<{ counts: Record<Kind, Count>; alarms: Finding[]; found: Finding[] }> {
  const known = new Set(real.map(({ source, word }) => `${source}\t${word}`));
  const counts = { published: { checked: 0, falseAlarms: 0 }, catalogues: { checked: 0, falseAlarms: 0 } };
  const found: Finding[] = [];
  for (const { name: source, kind, texts } of sources)
    for (const text of texts) {
      counts[kind].checked += syllablesOf(text).length;
      for (const { from, to, word } of await check(text))
        found.push({ source, kind, word, context: around(text, from, to) });
    }
  const alarms = found.filter(({ source, word }) => !known.has(`${source}\t${word}`));
  for (const { kind } of alarms) counts[kind].falseAlarms++;
  return { counts, alarms, found };
}

/** A finding and thirty letters on either side, on one line. */
const around = (text: string, from: number, to: number): string =>
  text
    .slice(Math.max(0, from - 30), to + 30)
    .replace(/\s+/g, ' ')
    .normalize('NFC');

/** What is written with letters in a text, but for addresses and the like. */
export const syllablesOf = (text: string): string[] =>
  proseWords(text).flatMap(({ word }) => (/\p{L}/u.test(word) ? [word] : []));

/**
 * Which words somebody means to write: those that two of the sources have in small letters, or that are on the web, and that
 * are not among the real slips. It knows nothing of syllables: a slip by this measure may be one that no rule can tell.
 */
export function writtenWords(
  sources: readonly Source[],
  web: readonly string[],
  real: readonly RealSlip[],
): (word: string) => boolean {
  const slips = new Set(real.map(({ word }) => word.toLowerCase()));
  const written = new Set(web.map((word) => word.toLowerCase()));
  const firstIn = new Map<string, string>();
  for (const { name, texts } of sources)
    for (const word of texts.flatMap(syllablesOf)) {
      if (word !== word.toLowerCase()) continue;
      const first = firstIn.get(word);
      if (first === undefined) firstIn.set(word, name);
      else if (first !== name) written.add(word);
    }
  return (word) => written.has(word) && !slips.has(word);
}

/** `possible`: of those missed, syllables that the language could have: no rule tells them. */
export type Missed = { slips: number; missed: number; possible: number; firstRight: number };

/** How many slips are not found, by kind, and for how many the first suggestion is what was meant. */
export async function countMissed(
  texts: readonly string[],
  each: number,
  isWritten: (word: string) => boolean,
  check: Check,
): Promise<{ byKind: Record<string, Missed>; missed: Slip[]; wrongFirst: (Slip & { suggestions: string[] })[] }> {
  const byKind = Object.fromEntries(
    KINDS.map((kind): [string, Missed] => [kind, { slips: 0, missed: 0, possible: 0, firstRight: 0 }]),
  );
  const missed: Slip[] = [];
  const wrongFirst: (Slip & { suggestions: string[] })[] = [];
  for (const slip of injectSlips(texts, each, isWritten)) {
    const count = byKind[slip.kind] as Missed;
    count.slips++;
    const end = slip.from + slip.wrong.length;
    const finding = (await check(slip.text)).find(({ from, to }) => from < end && to > slip.from);
    if (!finding) {
      count.missed++;
      if (readSyllable(slip.wrong).ok) count.possible++;
      missed.push(slip);
    } else if (sameWord(finding.suggestions[0] ?? '', slip.right)) count.firstRight++;
    else wrongFirst.push({ ...slip, suggestions: finding.suggestions });
  }
  return { byKind, missed, wrongFirst };
}

const bare = (word: string): string =>
  word.replace(/o([áàảãạéèẻẽẹ])|u([ýỳỷỹỵ])|([óòỏõọ])([ae])|([úùủũụ])y/g, (all) => {
    const tone = all.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? '';
    return all.normalize('NFD').replace(tone, '') + tone;
  });
/** The same word, wherever its house places the mark of oa, oe and uy. */
const sameWord = (one: string, other: string): boolean => bare(one) === bare(other);
