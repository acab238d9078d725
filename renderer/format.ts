import type { Language } from '../story/model.ts';

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** An instant (ISO 8601 or epoch milliseconds) as the clock shows it here: 08:37. */
export const clock = (at: string | number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at));

/** The same to the second: 08:37:05. */
export const secondsClock = (at: number, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(at);

/** Date and time: 08:37, 14/06/2021. */
export const dateTime = (at: string | number, language: Language): string => {
  const day = new Intl.DateTimeFormat(LOCALE[language], { day: '2-digit', month: '2-digit', year: 'numeric' });
  return `${clock(at, language)}, ${day.format(new Date(at))}`;
};

/** How long ago, as a card says it: "3 phút trước" up to a week, then the date. A clock set back counts as now. */
export function ago(at: string, now: number, language: Language): string {
  const age = Math.max(0, now - Date.parse(at));
  const relative = new Intl.RelativeTimeFormat(LOCALE[language], { numeric: 'auto', style: 'long' });
  if (age < MINUTE) return relative.format(0, 'second');
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), 'minute');
  if (age < DAY) return relative.format(-Math.floor(age / HOUR), 'hour');
  if (age < 7 * DAY) return relative.format(-Math.floor(age / DAY), 'day');
  return new Intl.DateTimeFormat(LOCALE[language], { day: '2-digit', month: '2-digit', year: 'numeric' }).format(
    new Date(at),
  );
}

export const number = (value: number, language: Language): string =>
  new Intl.NumberFormat(LOCALE[language]).format(value);

/** The first 16 signs of a key's fingerprint in groups of four: enough to read out over the telephone. */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');
