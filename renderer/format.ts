import type { Language } from '../story/model.ts';

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** One of a kind for each language, and for each offset of the computer's zone: to make one costs more than to use it a hundred times. */
function perLanguage<F>(make: (locale: string) => F): (language: Language) => F {
  const made = new Map<string, F>();
  return (language) => {
    const key = `${language} ${new Date().getTimezoneOffset()}`;
    const format = made.get(key) ?? make(LOCALE[language]);
    made.set(key, format);
    return format;
  };
}
const dates = (options: Intl.DateTimeFormatOptions) =>
  perLanguage((locale) => new Intl.DateTimeFormat(locale, options));

const minutes = dates({ hour: '2-digit', minute: '2-digit', hour12: false });
const seconds = dates({ hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
const day = dates({ day: '2-digit', month: '2-digit', year: 'numeric' });
const relative = perLanguage((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }));
const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));

/** An instant (ISO 8601 or epoch milliseconds) as the clock shows it here: 08:37. */
export const clock = (at: string | number, language: Language): string => minutes(language).format(new Date(at));

/** The same to the second: 08:37:05. */
export const secondsClock = (at: number, language: Language): string => seconds(language).format(at);

/** Date and time: 08:37, 14/06/2021. */
export const dateTime = (at: string | number, language: Language): string =>
  `${clock(at, language)}, ${day(language).format(new Date(at))}`;

/** The day: 14/06/2021. */
export const date = (at: string | number, language: Language): string => day(language).format(new Date(at));

/** How long ago, as a card says it: "3 phút trước" up to a week, then the date. A clock set back counts as now. */
export function ago(at: string, now: number, language: Language): string {
  const age = Math.max(0, now - Date.parse(at));
  const words = relative(language);
  if (age < MINUTE) return words.format(0, 'second');
  if (age < HOUR) return words.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return words.format(-Math.floor(age / HOUR), 'hour');
  if (age < 7 * DAY) return words.format(-Math.floor(age / DAY), 'day');
  return day(language).format(new Date(at));
}

/** So many seconds as a running time: 2:05. */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

export const number = (value: number, language: Language): string => numbers(language).format(value);

/** A key's whole fingerprint in groups of four, four to a line: to be read aloud. */
export const readableFingerprint = (fingerprint: string): string =>
  (fingerprint.match(/.{1,16}/g) ?? []).map((line) => (line.match(/.{1,4}/g) ?? []).join(' ')).join('\n');

/** The first 16 signs of a key's fingerprint in groups of four: enough to read out over the telephone. */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
