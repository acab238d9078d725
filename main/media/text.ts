// Controls, the marks that reorder text on screen, and what no text may hold.
const UNWANTED = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/**
 * Text out of a file, fit for a field: NFC, one line, no control or bidirectional-override characters, at most `max`
 * characters (code points).
 */
export function cleanText(value: unknown, max: number): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(UNWANTED, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  return text.length <= max ? text : [...text].slice(0, max).join('').trim();
}

/**
 * Text of the days before Unicode: UTF-8 where the bytes are (a last character cut in two is left out), else
 * Windows-1252. `bytes` is a string of one character a byte, as exifr hands it out.
 */
export function decodeBytes(bytes: string): string {
  return utf8Of(bytes) ?? new TextDecoder('windows-1252').decode(Buffer.from(bytes, 'latin1'));
}
export const isUtf8 = (bytes: string): boolean => utf8Of(bytes) !== null;

function utf8Of(bytes: string): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'), { stream: true });
  } catch {
    return null;
  }
}
