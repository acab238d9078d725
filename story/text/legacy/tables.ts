/** Encodings in which Vietnamese was written before Unicode, and two ways in which its letters are garbled today. */
export const LEGACY_ENCODINGS = ['tcvn3', 'vni', 'viqr', 'cp1258', 'utf8'] as const;
export type LegacyEncoding = (typeof LEGACY_ENCODINGS)[number];

/**
 * TCVN3 (ABC; the third set of TCVN 5712:1993, by which the fonts ".Vn…" draw), bytes A1 to FE as Windows-1252 or Latin-1
 * shows them: small letters with their tones, capitals without. Capitals with tones are drawn by fonts that end in H.
 */
const TCVN3_BYTES = `¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ
  Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ`;
export const TCVN3: ReadonlyMap<string, string> = new Map(
  TCVN3_BYTES.split(/[ \n]+/).map((pair) => [pair.charAt(0), pair.slice(1)]),
);

/**
 * VNI for Windows (the fonts "VNI-…"), as Windows-1252 shows it: letters of their own, and marks that stand behind the
 * vowel and say its sign, its tone, or both.
 */
export const VNI_LETTERS: ReadonlyMap<string, string> = new Map(
  'ñđ ÑĐ ôơ ÔƠ öư ÖƯ íí ÍÍ ìì ÌÌ æỉ ÆỈ óĩ ÓĨ òị ÒỊ îỵ ÎỴ'.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)]),
);
const ACUTE = '\u0301';
const GRAVE = '\u0300';
const HOOK = '\u0309';
const TILDE = '\u0303';
const DOT = '\u0323';
const CIRCUMFLEX = '\u0302';
const BREVE = '\u0306';
/** By the small letter of the mark; a capital vowel has the capital one. */
export const VNI_MARKS: ReadonlyMap<string, string> = new Map([
  ['ù', ACUTE],
  ['ø', GRAVE],
  ['û', HOOK],
  ['õ', TILDE],
  ['ï', DOT],
  ['â', CIRCUMFLEX],
  ['á', CIRCUMFLEX + ACUTE],
  ['à', CIRCUMFLEX + GRAVE],
  ['å', CIRCUMFLEX + HOOK],
  ['ã', CIRCUMFLEX + TILDE],
  ['ä', CIRCUMFLEX + DOT],
  ['ê', BREVE],
  ['é', BREVE + ACUTE],
  ['è', BREVE + GRAVE],
  ['ú', BREVE + HOOK],
  ['ü', BREVE + TILDE],
  ['ë', BREVE + DOT],
]);

/** VIQR (RFC 1456): signs and tones in ASCII behind their vowel. */
export const VIQR_SIGNS: ReadonlyMap<string, string> = new Map([
  ['^', CIRCUMFLEX],
  ['(', BREVE],
  ['+', '\u031b'],
  ['*', '\u031b'],
]);
export const VIQR_TONES: ReadonlyMap<string, string> = new Map([
  ["'", ACUTE],
  ['`', GRAVE],
  ['?', HOOK],
  ['~', TILDE],
  ['.', DOT],
]);

/** Windows-1258 shown as Windows-1252: where the two differ. Tone marks are letters of their own in it. */
export const CP1258: ReadonlyMap<string, string> = new Map([
  ['Ã', 'Ă'],
  ['ã', 'ă'],
  ['Õ', 'Ơ'],
  ['õ', 'ơ'],
  ['Ý', 'Ư'],
  ['ý', 'ư'],
  ['Ð', 'Đ'],
  ['ð', 'đ'],
  ['Ì', GRAVE],
  ['Ò', HOOK],
  ['Þ', TILDE],
  ['ì', ACUTE],
  ['ò', DOT],
  ['þ', '₫'],
]);

/** What Windows-1252 shows for the bytes 80 to 9F, in their order; the five it leaves out stay control characters. */
export const CP1252_HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
