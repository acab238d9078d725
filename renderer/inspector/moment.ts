import type { Language } from '../../story/model.ts';

const LOCALE: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** An instant in words, as a time zone has it: "06:30 Thứ Bảy, 28 tháng 11, 2026". Epoch milliseconds. */
export const momentWords = (at: number, timeZone: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], {
    timeZone,
    ...({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
  }).format(at);

/** A time zone's name in words. */
export function zoneName(timeZone: string, language: Language): string {
  const parts = new Intl.DateTimeFormat(LOCALE[language], { timeZone, timeZoneName: 'longGeneric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
