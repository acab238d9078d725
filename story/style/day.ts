import type { Story } from '../model.ts';

const pad = (text: string): string => text.padStart(2, '0');
const WAYS: readonly [RegExp, (parts: string[]) => [string, string, string]][] = [
  [
    /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]((?:19|20)\d{2})(?!\d)/,
    ([, day = '', month = '', year = '']) => [year, month, day],
  ],
  [/(\d{1,2}) tháng (\d{1,2}),? năm (\d{4})/i, ([, day = '', month = '', year = '']) => [year, month, day]],
  [/(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)/, ([, year = '', month = '', day = '']) => [year, month, day]],
];

/** The day that a date line names (8:37, 14/06/2021: 2021-06-14); null for none. */
export function dayIn(text: string): string | null {
  for (const [pattern, order] of WAYS) {
    const match = pattern.exec(text.normalize('NFC'));
    if (!match) continue;
    const [year, month, day] = order([...match]);
    const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    if (isDay) return `${year}-${pad(month)}-${pad(day)}`;
  }
  return null;
}

/** The day that a story is of: that of its date line, else of its embargo, else `today`. All as 2021-06-14. */
export const dayOf = ({ fields }: Pick<Story, 'fields'>, today: string): string =>
  dayIn(fields.date) ?? dayIn(fields.embargo.slice(0, 10)) ?? today;
