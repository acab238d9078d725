// Control characters that HTML and XML cannot hold; the invisible breaks Word leaves behind become line breaks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BREAKS = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

/**
 * Text as it is published and hashed: NFC, line breaks as "\n", well-formed UTF-16 (a lone surrogate becomes U+FFFD),
 * and no characters that HTML 5 or XML 1.0 could not carry. Idempotent. Words are never lost by it.
 */
export const publishedText = (text: string): string =>
  text.toWellFormed().replace(BREAKS, '\n').replace(FORBIDDEN, '').normalize('NFC');
