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

const FREE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const SPACE = '[ \u00a0]';
const NUMBER = String.raw`(?<![\p{L}\p{M}\p{N}.,])\p{N}+(?:[.,]\p{N}+)*`;
const NAME = String.raw`\p{Lu}[\p{L}\p{M}]*`;
const oneOf = (...words: string[]): string =>
  words
    .join(' ')
    .split(' ')
    .sort((a, b) => b.length - a.length)
    .join('|');

/** What stands before a space that does not end a line, and what stands behind it. */
type Tie = readonly [before: string, after: string];

/** TP. Bắc Kạn, ông Nguyễn, Điều 5, ngày 14/06/2021, Quốc lộ 3B. */
const VIETNAMESE: readonly Tie[] = [
  [`${FREE}(?:TP|Tp|TX|Tx|TT|[QPHX])\\.(?:${SPACE}${NAME}){0,2}`, NAME],
  [`${FREE}(?:TP|Tp|TX|Tx|TT|[QPHX])\\.`, String.raw`\p{N}+`],
  [`${FREE}(?:[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]ụ|[Cc]ô|[Cc]hú|[Bb]ác|[Đđ]ồng${SPACE}chí)`, NAME],
  [`${FREE}(?:P?GS|TS|ThS|BS|KS|LS)\\.`, `${NAME}\\.?`],
  [
    `${FREE}(?:[Đđ]iều|[Kk]hoản|[Mm]ục|[Nn]gày|[Tt]háng|[Nn]ăm|[Kk]hóa|[Ll]ớp|[Qq]uốc${SPACE}lộ|QL)`,
    String.raw`\p{N}+(?:[./,-]\p{N}+)*\p{L}?`,
  ],
  [`${FREE}[Qq]uốc`, 'lộ'],
  [`${FREE}(?:[Cc]hương|[Qq]uý|[Kk]hóa)`, '[IVX]+'],
];

const tiesOf = (language: Language): Tie[] => {
  const [amounts, money] = [AMOUNTS[language], MONEY[language]];
  return [
    [NUMBER, oneOf(COMMON, MEASURES[language], amounts, money)],
    [`${NUMBER}${SPACE}(?:${oneOf(amounts)})`, oneOf(money, 'USD EUR VND')],
    ...(language === 'vi' ? VIETNAMESE : []),
  ];
};
const patterns = (language: Language, end: string, flags: string): RegExp[] =>
  tiesOf(language).map(([before, after]) => new RegExp(`(?<=${before}) (?=(?:${after})${end})`, flags));

const AT_END = { vi: patterns('vi', '$', 'u'), en: patterns('en', '$', 'u') } as const;
const WORD_ENDS = String.raw`(?![\p{L}\p{M}\p{N}])`;
const ANYWHERE = { vi: patterns('vi', WORD_ENDS, 'gu'), en: patterns('en', WORD_ENDS, 'gu') } as const;

/** The end of a text whose last word is whole, with a no-break space where the line must not end (57 km, TP. Bắc Kạn). */
export const tiedAtEnd = (text: string, language: Language): string =>
  AT_END[language].reduce((now, pattern) => now.replace(pattern, '\u00a0'), text);

/** Where plain spaces stand in a text (UTF-16) at which a line must not end, in order. */
export function looseSpaces(text: string, language: Language): number[] {
  const found = ANYWHERE[language].flatMap((pattern) => [...text.matchAll(pattern)].map(({ index }) => index));
  return [...new Set(found)].sort((a, b) => a - b);
}
