import { type Fact, without } from './fact.ts';

const D = String.raw`(?<d>0?[1-9]|[12]\d|3[01])`;
const M = `(?<m>0?[1-9]|1[0-2])`;
const Y = String.raw`(?<y>\d{4})`;
const H = String.raw`(?<h>[01]?\d|2[0-4])`;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH = String.raw`(?<month>${MONTHS.map((one) => `${one[0]!.toUpperCase()}${one.slice(1)}`).join('|')}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)`;
const NTH = '(?:st|nd|rd|th)?';
/** Not in the middle of a longer number or word. */
const alone = (pattern: string, flags = 'giu'): RegExp =>
  new RegExp(String.raw`(?<![\p{L}\p{M}\p{N}]|\p{N}[.,/])${pattern}(?![\p{L}\p{M}\p{N}]|[.,/-]\p{N})`, flags);

/** How dates and times are written, in Vietnamese and English, the longer form first. */
const PATTERNS: readonly RegExp[] = [
  alone(`${Y}-${M}-${D}`),
  alone(String.raw`(?:ngày\s+)?${D}\s+tháng\s+${M}(?:(?:\s+năm\s+|\s*/\s*)${Y})?`),
  alone(String.raw`(?:ngày\s+)?${D}(?<sign>[/.-])${M}\k<sign>(?<y>\d{4}|\d\d)`),
  alone(String.raw`(?:ngày\s+)?${D}/${M}`),
  alone(String.raw`(?:ngày|sáng|trưa|chiều|tối|đêm|hôm|từ|đến)\s+${D}-${M}`),
  alone(String.raw`(?:tháng\s+)?${M}[/-]${Y}`),
  alone(String.raw`tháng\s+${M}(?:\s+năm\s+${Y})?`),
  alone(String.raw`quý\s+(?<quarter>IV|I{1,3}|[1-4])(?:(?:\s*/\s*|\s+năm\s+)${Y})?`),
  alone(String.raw`ngày\s+${D}`),
  alone(String.raw`năm\s+${Y}`),
  alone(String.raw`${MONTH}\s+${D}${NTH}(?:,?\s+${Y})?`, 'gu'),
  alone(String.raw`${D}${NTH}\s+${MONTH}(?:,?\s+${Y})?`, 'gu'),
  alone(String.raw`${MONTH}\s+${Y}`, 'gu'),
  alone(String.raw`${H}(?::(?<min>[0-5]\d))?\s?(?<half>[ap])\.?m\b\.?`),
  alone(String.raw`${H}(?::|h|g)(?<min>[0-5]\d)`),
  alone(String.raw`${H}\s*giờ(?:\s*(?<min>[0-5]?\d)(?:\s*phút)?)?`),
  alone(`${H}h`),
  alone(String.raw`[Tt]hứ\s+(?<weekday>Hai|Ba|Tư|Năm|Sáu|Bảy|[2-7])`, 'gu'),
  alone(String.raw`(?<weekday>[Cc]hủ\s+nhật|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)`, 'gu'),
];
const WEEKDAYS: Readonly<Record<string, string>> = {
  ...{ hai: '2', ba: '3', tư: '4', năm: '5', sáu: '6', bảy: '7', 'chủ nhật': '1', sunday: '1', monday: '2' },
  ...{ tuesday: '3', wednesday: '4', thursday: '5', friday: '6', saturday: '7' },
};
const QUARTERS = ['', 'i', 'ii', 'iii', 'iv'];

/** Dates and times of a text in NFC, however they are written: "ngày 14 tháng 6" and "14/6" are one. */
export function datesIn(text: string): Fact[] {
  const found: Fact[] = [];
  let left = text;
  for (const pattern of PATTERNS) {
    const facts = [...left.matchAll(pattern)].map(
      (match): Fact => ({
        kind: 'date',
        from: match.index,
        to: match.index + match[0].length,
        key: keyOf(match.groups ?? {}),
      }),
    );
    if (facts.length > 0) left = without(left, facts);
    found.push(...facts);
  }
  return found;
}

function keyOf(groups: Record<string, string | undefined>): string {
  const { d, m, y, h, min, half, quarter, month, weekday } = groups;
  if (weekday) {
    const day = weekday.toLowerCase().replace(/\s+/, ' ');
    return `weekday ${WEEKDAYS[day] ?? day}`;
  }
  if (h) return `time ${hourOf(Number(h), half?.toLowerCase())}:${Number(min ?? 0)}`;
  const ofQuarter = quarter && `q${Math.max(QUARTERS.indexOf(quarter.toLowerCase()), Number(quarter) || 0)}`;
  const ofMonth = month ? MONTHS.findIndex((name) => name.startsWith(month.slice(0, 3).toLowerCase())) + 1 : m;
  const year = y?.length === 2 ? `20${y}` : y;
  return [year ?? '', ofQuarter ?? (ofMonth ? Number(ofMonth) : ''), d ? Number(d) : ''].join('-');
}

const hourOf = (hour: number, half: string | undefined): number =>
  half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
