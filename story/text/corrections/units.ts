import type { Language } from '../../model.ts';

const COMMON =
  'km/h m/s kWh MWh kW MW GW km² m² cm² m³ km2 m2 m3 km dm cm mm m ha kg mg g ml l GHz MHz Hz GB MB TB kB kcal °C °F ‰ % USD EUR VND';
const UNITS: Readonly<Record<Language, readonly string[]>> = {
  vi: `${COMMON} tấn tạ yến lít sào mẫu đồng đ VNĐ euro nghìn ngàn triệu tỷ tỉ`.split(' '),
  en: `${COMMON} miles mi ft yd mph lb lbs oz percent hundred thousand million billion trillion`.split(' '),
};
const AMOUNTS = 'nghìn|ngàn|triệu|tỷ|tỉ|hundred|thousand|million|billion|trillion';
const MONEY = 'đồng|USD|EUR|VND|VNĐ|euro|dollars|euros|đ';

const number = String.raw`(?<![\p{L}\p{M}\p{N}.,])\p{N}+(?:[.,]\p{N}+)*`;
const either = (units: readonly string[]): string => units.toSorted((a, b) => b.length - a.length).join('|');
const unitOf = (language: Language): RegExp => new RegExp(`(${number}) (${either(UNITS[language])})$`, 'u');
const PATTERNS = { vi: unitOf('vi'), en: unitOf('en') } as const;
const AMOUNT = new RegExp(`(${number}[ \u00a0](?:${AMOUNTS})) (${MONEY})$`, 'u');

/** The end of a text whose last word is whole, with a no-break space between a number and its unit (57 km, 3.700 tỷ đồng). */
export const withUnit = (text: string, language: Language): string =>
  text.replace(AMOUNT, '$1\u00a0$2').replace(PATTERNS[language], '$1\u00a0$2');
