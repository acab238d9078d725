import type { Language } from '../model.ts';
import { type Counted, countTextWords, perBlock, summed } from './counts.ts';
import { withoutMarks } from './fold.ts';
import { readSyllable } from './vietnamese/syllable.ts';

/**
 * How fast a text is read out, its pauses included, a minute. A newsroom's own readers may be faster.
 * Vietnamese, in syllables: 5.22 a second within speech (Pellegrino, Coupé, Marsico, Language 87, 2011); a fifth of the time
 * for pauses is our own assumption. English, in words: 160, between the 150 and 170 of broadcasters' handbooks.
 */
const A_MINUTE: Readonly<Record<Language, number>> = { vi: 250, en: 160 };

/** Syllables of units behind a number: "ki-lô-mét trên giờ", "phần trăm". */
const UNITS: Readonly<Record<string, number>> = {
  ...{
    '%': 2,
    '‰': 2,
    '°': 1,
    '°C': 2,
    '°F': 2,
    km: 3,
    m: 1,
    dm: 3,
    cm: 3,
    mm: 3,
    ha: 2,
    kg: 3,
    mg: 3,
    g: 1,
    l: 1,
    ml: 3,
  },
  ...{
    'km/h': 5,
    'm/s': 3,
    'km²': 4,
    'm²': 2,
    'm³': 2,
    m2: 2,
    m3: 2,
    kWh: 4,
    MWh: 4,
    kW: 3,
    MW: 3,
    GW: 3,
    MB: 3,
    GB: 3,
  },
  ...{ USD: 3, VND: 3, VNĐ: 3, EUR: 2, đ: 1, h: 1 },
};
const UNIT = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const TOKEN = new RegExp(
  [
    String.raw`(?<day>\b\d{1,2})[/-](?<month>0?[1-9]|1[0-2])(?:[/-](?<year>\d{4}))?(?![\d/])`,
    String.raw`(?<hour>\b[01]?\d|2[0-3]):(?<minute>[0-5]\d)(?!\d)`,
    String.raw`(?<whole>\d{1,3}(?:\.\d{3})+|\d+)(?:,(?<part>\d+))?(?:[ \u00a0]?(?<unit>${UNIT})(?![\p{L}\p{M}\p{N}]))?`,
    String.raw`(?<short>\p{Lu}{2,5}(?![\p{L}\p{M}]))`,
    String.raw`(?<word>[\p{L}\p{M}]+)`,
    String.raw`(?<between>(?<=\d[ \u00a0]?)[–-](?=[ \u00a0]?\d))`,
    '(?<sign>[%‰°&+=₫$€])',
  ].join('|'),
  'gu',
);

/** Syllables that a newsreader speaks for a Vietnamese text: figures, dates, times and units as they are read out, abbreviations by the letter. */
export function spokenSyllables(text: string): number {
  const composed = text.normalize('NFC');
  let sum = 0;
  for (const { groups = {} } of composed.matchAll(TOKEN)) {
    const { day, month, year, hour, minute, whole, part, unit, short, word, between, sign } = groups;
    if (day !== undefined && month !== undefined)
      sum += ofNumber(day) + 1 + ofNumber(month) + (year === undefined ? 0 : 1 + ofNumber(year));
    else if (hour !== undefined && minute !== undefined)
      sum += ofNumber(hour) + 1 + (minute === '00' ? 0 : ofNumber(String(Number(minute))));
    else if (whole !== undefined)
      sum +=
        ofNumber(whole.replaceAll('.', '')) +
        (part === undefined ? 0 : 1 + ofDecimals(part)) +
        (UNITS[unit ?? ''] ?? 0);
    else if (short !== undefined) sum += /[^A-ZĐ]/.test(short) || readSyllable(short).ok ? 1 : short.length;
    else if (word !== undefined) sum += ofWord(word);
    else if (between !== undefined || sign !== undefined) sum += sign === '%' || sign === '‰' ? 2 : 1;
  }
  return sum;
}

/** A foreign word has as many as it has groups of vowels. */
const ofWord = (word: string): number =>
  readSyllable(word).ok ? 1 : Math.max(1, withoutMarks(word).match(/[aeiouy]+/gi)?.length ?? 1);

/** A number of digits alone. One that begins with 0 is read digit by digit, as a telephone's is. */
function ofNumber(digits: string): number {
  if (digits.length > 15 || (digits.length > 2 && digits.startsWith('0'))) return digits.length;
  const value = Number(digits);
  return value === 0 ? 1 : ofValue(value, false);
}

/** "phẩy năm mươi tư", but "phẩy không năm", "phẩy một bốn một". */
const ofDecimals = (digits: string): number =>
  digits.length > 2 || digits.startsWith('0') ? digits.length : ofNumber(digits);

/** `inner`: behind thousands, where nothing is left out: "hai nghìn không trăm hai mươi mốt". */
function ofValue(value: number, inner: boolean): number {
  for (const step of [1e9, 1e6, 1e3]) {
    if (value < step) continue;
    const rest = value % step;
    return ofValue(Math.floor(value / step), inner) + 1 + (rest === 0 ? 0 : ofValue(rest, true));
  }
  const [hundreds, rest] = [Math.floor(value / 100), value % 100];
  const front = hundreds > 0 || inner ? 2 : 0;
  if (rest === 0) return front;
  if (rest < 10) return front > 0 ? front + 2 : 1; // "linh năm"
  const [tens, ones] = [Math.floor(rest / 10), rest % 10];
  return front + (tens === 1 ? 1 : 2) + (ones === 0 ? 0 : 1);
}

const inBlock = { vi: perBlock(spokenSyllables), en: perBlock(countTextWords) };

/** Seconds in which a story is read out: headline, standfirst and body, captions not. Counted again, it looks only at blocks that changed. */
export function spokenSeconds(story: Counted, language: Language): number {
  const ofText = language === 'vi' ? spokenSyllables : countTextWords;
  return Math.ceil((60 * summed(story, ofText, inBlock[language])) / A_MINUTE[language]);
}
