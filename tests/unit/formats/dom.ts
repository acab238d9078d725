// Reading outputs back as a browser does.
import { JSDOM } from 'jsdom';

export const parseHtml = (html: string): Document => new JSDOM(html).window.document;

/** The exact text of an element, its `<br>` as line breaks. */
export function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
  return copy.textContent ?? '';
}

/** The texts of a table's cells, row by row. */
export const cellsOf = (table: Element): string[][] =>
  [...table.querySelectorAll('tr')].map((row) => [...row.children].map(textOf));

/** The text of a list item without the lists inside it, and without the line breaks that stand around those in the source. */
export function itemText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const list of copy.querySelectorAll('ul, ol')) list.remove();
  for (const node of [...copy.childNodes]) if (/^\n+$/.test(node.nodeValue ?? '')) node.remove();
  return textOf(copy);
}

/** Letters and digits of each word, in order: for "every word is there". */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** The last text may carry the closing mark: what stands in the output for `text`. */
export function isClosed(output: string, text: string, mark: string): boolean {
  if (mark === '') return output === text;
  const trimmed = text.trimEnd();
  if (trimmed.endsWith(mark)) return output === text;
  return [`${trimmed}${mark}`, `${trimmed}\u00a0${mark}`, `${trimmed.replace(/\.$/, '')}${mark}`].includes(output);
}
