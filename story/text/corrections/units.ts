import type { Language } from '../../model.ts';

const COMMON =
  'km/h m/s kWh MWh kW MW GW km² m² cm² m³ km2 m2 m3 km dm cm mm m ha kg mg g ml l GHz MHz Hz GB MB TB kB kcal °C °F ‰ % USD EUR VND';
const AMOUNTS: Readonly<Record<Language, string>> = {
  vi: 'nghìn ngàn triệu tỷ tỉ',
  en: 'hundred thousand million billion trillion',
};
const MONEY: Readonly<Record<Language, string>> = { vi: 'đồng đ VNĐ euro', en: 'dollars euros dong' };
const MEASURES: Readonly<Record<Language, string>> = {
  vi: 'tấn tạ yến lít sào mẫu',
  en: 'miles mi ft yd mph lb lbs oz percent',
};

const number = String.raw`(?<![\p{L}\p{M}\p{N}.,])\p{N}+(?:[.,]\p{N}+)*`;
const oneOf = (...units: string[]): string =>
  units
    .join(' ')
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');

const patternsOf = (language: Language): readonly [unit: RegExp, money: RegExp] => {
  const [amounts, money] = [AMOUNTS[language], MONEY[language]];
  return [
    new RegExp(`(${number}) (${oneOf(COMMON, MEASURES[language], amounts, money)})$`, 'u'),
    new RegExp(`(${number}[ \u00a0](?:${oneOf(amounts)})) (${oneOf(money, 'USD EUR VND')})$`, 'u'),
  ];
};
const PATTERNS = { vi: patternsOf('vi'), en: patternsOf('en') } as const;

/** The end of a text whose last word is whole, with a no-break space between a number and its unit (57 km, 3.700 tỷ đồng). */
export const withUnit = (text: string, language: Language): string =>
  PATTERNS[language].reduce((now, pattern) => now.replace(pattern, '$1\u00a0$2'), text);
