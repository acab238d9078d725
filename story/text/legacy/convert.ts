import {
  CP1252_HIGH,
  CP1258,
  type LegacyEncoding,
  TCVN3,
  VIQR_SIGNS,
  VIQR_TONES,
  VNI_LETTERS,
  VNI_MARKS,
} from './tables.ts';

/** Text of a legacy encoding, as Windows-1252 shows it, in Unicode (NFC). What the encoding does not know stays as it is. */
export function fromLegacy(text: string, encoding: LegacyEncoding): string {
  switch (encoding) {
    case 'tcvn3':
      return mapped(text, TCVN3);
    case 'cp1258':
      return mapped(text, CP1258).normalize('NFC');
    case 'vni':
      return fromVni(text);
    case 'viqr':
      return fromViqr(text);
    case 'utf8':
      return fromUtf8(text);
  }
}

const mapped = (text: string, table: ReadonlyMap<string, string>): string =>
  [...text].map((letter) => table.get(letter) ?? letter).join('');

function fromVni(text: string): string {
  let out = '';
  let before = '';
  for (const letter of text) {
    const mark = /[aeouyAEOUYôöÔÖ]/.test(before) ? VNI_MARKS.get(letter.toLowerCase()) : undefined;
    out += mark ?? VNI_LETTERS.get(letter) ?? letter;
    before = mark === undefined ? letter : '';
  }
  return out.normalize('NFC');
}

/** What follows a "." or "?" that is a tone: more of the word, another stop, or a sentence that goes on in a small letter or a figure. */
const TONE_STOP = String.raw`[?.](?=\p{L}|[.?,;:!]|\s+[\p{Ll}\d])`;
const VIQR_VOWEL = new RegExp(String.raw`([aeiouyAEIOUY])([\^(+*])?(['\x60~]|${TONE_STOP})?`, 'gu');

function fromViqr(text: string): string {
  const letters = text
    .replace(/\\([dD'`?~.^(+*\\])/g, (_, kept: string) => ESCAPED + kept)
    .replace(/dd/g, 'đ')
    .replace(/D[dD]/g, 'Đ')
    .replace(
      VIQR_VOWEL,
      (_, vowel: string, sign = '', tone = '') => vowel + (VIQR_SIGNS.get(sign) ?? '') + (VIQR_TONES.get(tone) ?? ''),
    );
  return letters.replaceAll(ESCAPED, '').normalize('NFC');
}
/** Stands before a sign that is only itself; a letter for private use. */
const ESCAPED = '\ue000';

/** UTF-8 that was read as Windows-1252 ("Tiáº¿ng"): the bytes put together again; as it is where they are no UTF-8. */
function fromUtf8(text: string): string {
  return text.replace(/[\u0080-\u024f\u02c6\u02dc\u2013-\u203a\u20ac\u2122]+/g, (stretch) => {
    const bytes = [...stretch].map(byteOf);
    if (bytes.includes(-1)) return stretch;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)).normalize('NFC');
    } catch {
      return stretch;
    }
  });
}

function byteOf(letter: string): number {
  const high = CP1252_HIGH.indexOf(letter);
  if (high >= 0) return 0x80 + high;
  const code = letter.charCodeAt(0);
  return code <= 0xff ? code : -1;
}

/** The encoding that a font by this name draws, and whether it draws capitals for small letters; null: any other font. */
export function encodingOfFont(name: string): { encoding: LegacyEncoding; capitals: boolean } | null {
  const font = name.trim().replace(/^["']|["']$/g, '');
  if (/^\.?Vn[A-Z ]/.test(font) && !/^VnU/.test(font)) return { encoding: 'tcvn3', capitals: /H$/.test(font) };
  if (/^VNI[- ]/i.test(font)) return { encoding: 'vni', capitals: false };
  return null;
}
