import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import nspell from 'nspell';
import { measureInputMethods, type Tally } from '../../tests/ime/count.ts';
import { checkTime } from './vietnamese/check-time.ts';
import { conversions } from './vietnamese/conversions.ts';
import {
  type Count,
  checkWith,
  countFindings,
  countMissed,
  type Missed,
  realSlips,
  syllablesOf,
  writtenWords,
} from './vietnamese/count.ts';
import { type Source, sources, wordsOfTheWeb } from './vietnamese/sources.ts';
import { type TypingCost, typingCost } from './vietnamese/typing-cost.ts';

export type VietnameseFigures = {
  /** What input methods send, replayed, and runs of real ones: letters lost and doubled. null: left out. */
  ime: Tally | null;
  syllables: Count & {
    /** Of the slips that were made by rule, those that are not found. */
    missed: number;
    /** Of those: syllables that the language could have, which no rule tells. */
    possible: number;
    slips: number;
    /** Of those that are found: the first suggestion is what was meant. */
    firstRight: number;
    byKind: Record<string, Missed>;
    published: Count;
    catalogues: Count;
    /** Of each source, with its version: its syllables. */
    sources: Record<string, number>;
    /** Packages that could not be fetched. */
    missing: string[];
  };
  /** Texts from before Unicode, recognised and converted. */
  conversions: { samples: number; wrong: number };
  /** The function that the worker runs, in Node. */
  checkMsPerThousandWords: number;
  /** Script a key with all checks on by that with all off: the worst of the lengths. null: not measured. */
  typingCost: number | null;
  /** The same by the story's words, with its milliseconds. */
  typing: Record<string, TypingCost>;
};

const LENGTHS = [1_200, 12_000];

const { values: options } = parseArgs({
  args: process.argv.slice(3),
  allowNegative: true,
  options: {
    slips: { type: 'string', default: '400' },
    list: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    ime: { type: 'boolean', default: true },
  },
});

/**
 * The figures of docs/vietnamese.md. `--list FILE`: also writes what is found, and what is missed, one a line. `--rounds 0`
 * leaves out typing, `--no-ime` the input methods: they take most of the time.
 */
export async function measure(): Promise<VietnameseFigures> {
  const { taken, missing } = sources();
  const check = checkWith(english());
  const real = realSlips();
  const { counts, alarms, found } = await countFindings(taken, check, real);
  const published = taken.filter(({ kind }) => kind === 'published').flatMap(({ texts }) => texts);
  const web = wordsOfTheWeb();
  if (!web) missing.push('debian tesseract-ocr-vie');
  if (missing.length > 0) console.error(`measure: could not be fetched, and is left out: ${missing.join(', ')}`);
  const isWritten = writtenWords(taken, web ?? [], real);
  const { byKind, missed, wrongFirst } = await countMissed(published, Number(options.slips), isWritten, check);
  if (options.list) {
    const lines = [
      ...alarms.map(({ source, word, context }) => ['alarm', source, word, context]),
      ...found
        .filter((one) => !alarms.includes(one))
        .map(({ source, word, context }) => ['real', source, word, context]),
      ...missed.map(({ kind, right, wrong }) => ['missed', kind, right, wrong]),
      ...wrongFirst.map(({ kind, right, wrong, suggestions }) => [
        'not first',
        kind,
        right,
        wrong,
        suggestions.join(', '),
      ]),
    ];
    writeFileSync(options.list, lines.map((line) => `${line.join('\t')}\n`).join(''));
  }
  const sum = (what: keyof Missed) => Object.values(byKind).reduce((total, one) => total + one[what], 0);
  const { samples, wrong, wrongOnes } = conversions();
  for (const one of wrongOnes) console.error(`measure: converted wrongly: ${one}`);
  const rounds = Number(options.rounds);
  const typing = rounds > 0 ? await typingCost(LENGTHS, rounds) : {};
  const ime = options.ime ? measureInputMethods() : null;
  if (ime && !ime.passed) console.error('measure: a spec of input methods failed');
  return {
    ime: ime && { sequences: ime.sequences, lost: ime.lost, doubled: ime.doubled, realRuns: ime.realRuns },
    syllables: {
      checked: counts.published.checked + counts.catalogues.checked,
      falseAlarms: counts.published.falseAlarms + counts.catalogues.falseAlarms,
      missed: sum('missed'),
      possible: sum('possible'),
      slips: sum('slips'),
      firstRight: sum('firstRight'),
      byKind,
      ...counts,
      sources: Object.fromEntries(taken.map((source) => [nameOf(source), sizeOf(source)])),
      missing,
    },
    conversions: { samples, wrong },
    checkMsPerThousandWords: await checkTime(published, check),
    typingCost: rounds > 0 ? Math.max(...Object.values(typing).map(({ ratio }) => ratio)) : null,
    typing,
  };
}

function english(): (word: string) => boolean {
  const file = (name: string) =>
    readFileSync(new URL(`../../node_modules/dictionary-en/index.${name}`, import.meta.url));
  const speller = nspell(file('aff'), file('dic'));
  return (word) => speller.correct(word);
}

const nameOf = ({ name, version }: Source): string => (version === '' ? name : `${name} ${version}`);
const sizeOf = ({ texts }: Source): number => texts.reduce((sum, text) => sum + syllablesOf(text).length, 0);
