import type { Language } from '../../model.ts';
import { type Fact, without } from './fact.ts';
import { numberWordsIn } from './numberWords.ts';

const SCALES: Readonly<Record<string, number>> = {
  ...{ nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 },
  ...{ thousand: 1e3, million: 1e6, billion: 1e9, bn: 1e9 },
};
const UNITS = (
  '%|‰|°C|°F|°|km/h|m/s|km²|km2|m²|m2|m³|m3|km|dm|cm|mm|m|ha|kg|mg|g|tấn|tạ|yến|lít|ml|kWh|MWh|kW|MW|GW|MB|GB|TB|' +
  'USD|VND|VNĐ|EUR|đồng|đô la|euro|đ|₫|€|phần trăm|điểm phần trăm|mét|ki-lô-mét|héc-ta|độ|tuổi|percent|per cent|' +
  'dollars|tonnes|tons|metres|meters|miles|hectares|years'
)
  .split('|')
  .sort((a, b) => b.length - a.length)
  .map((unit) => unit.replace('/', '\\/'));
/** After a number: its scale and its unit. */
const TAIL = String.raw`(?<scale>(?:[ \u00a0](?:${Object.keys(SCALES).join('|')})(?![\p{L}\p{M}\p{N}]))*)(?:[ \u00a0]?(?<unit>${UNITS.join('|')})(?![\p{L}\p{M}\p{N}]))?`;
const NUMBER = new RegExp(
  String.raw`(?<sign>(?<![\p{L}\p{M}\p{N}])[-−])?(?<currency>[$€£₫])?(?<digits>\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*)${TAIL}`,
  'gu',
);
const AFTER_WORDS = new RegExp(TAIL, 'uy');
/** One unit, written in two ways. */
const ONE: Readonly<Record<string, string>> = {
  ...{ 'phần trăm': '%', percent: '%', 'per cent': '%', mét: 'm', metres: 'm', meters: 'm', hectares: 'ha' },
  ...{
    'ki-lô-mét': 'km',
    'héc-ta': 'ha',
    km2: 'km²',
    m2: 'm²',
    m3: 'm³',
    đ: 'đồng',
    '₫': 'đồng',
    VND: 'đồng',
    VNĐ: 'đồng',
  },
};
const one = (unit: string): string => ONE[unit] ?? unit;

/** Numbers of a text in NFC with their units, whether in digits or in words: every digit is in one of them. */
export function numbersIn(text: string, language: Language): Fact[] {
  const inDigits = [...text.matchAll(NUMBER)].map((match): Fact => {
    const { sign, currency = '', digits = '', scale, unit } = match.groups ?? {};
    const value = `${sign ? '-' : ''}${plainDigits(digits, language)}`;
    const key = [one(currency), keyOf(value, scale, unit)].filter(Boolean).join(' ');
    return { kind: 'number', from: match.index, to: match.index + match[0].length, key };
  });
  const inWords = numberWordsIn(without(text, inDigits), language).map(({ from, to, value }): Fact => {
    AFTER_WORDS.lastIndex = to;
    const tail = AFTER_WORDS.exec(text);
    const { scale, unit } = tail?.groups ?? {};
    return { kind: 'number', from, to: to + (tail?.[0].length ?? 0), key: keyOf(value, scale, unit) };
  });
  return [...inDigits, ...inWords];
}

/** "3,5 triệu đồng" and "3.500.000 đồng" are one. */
function keyOf(value: string, scale = '', unit = ''): string {
  const factor = (scale.match(/[\p{L}\p{M}]+/gu) ?? []).reduce((all, word) => all * (SCALES[word] ?? 1), 1);
  const number = Number(value);
  const isExact = factor > 1 && Number.isFinite(number);
  return `${isExact ? Number((number * factor).toPrecision(15)) : `${value}${scale}`} ${one(unit)}`.trim();
}

/** Without what only parts thousands ("3.700" in Vietnamese, "3,700" in English), a decimal point before the rest. */
function plainDigits(digits: string, language: Language): string {
  const spaced = digits.replace(/[\u00a0\u202f](?=\p{N}{3}(?!\p{N}))/gu, '');
  const [thousands, decimal] = language === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^\\d{1,3}(?:[${thousands}]\\d{3})+(?:[${decimal}]\\d+)?$`);
  const whole = grouped.test(spaced) ? spaced.replaceAll(thousands, '') : spaced;
  return new RegExp(`^\\d+[${decimal}]\\d+$`).test(whole) ? whole.replace(decimal, '.') : whole;
}
