// Reading outputs back as a browser does.
import { JSDOM } from 'jsdom';
import { type PublishedBlock, publishedPart } from '../../../story/canonical.ts';
import { plainText, type Story } from '../../../story/model.ts';

export const parseHtml = (html: string): Document => new JSDOM(html).window.document;

/** The exact text of an element, its `<br>` as line breaks. */
export function textOf(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const br of copy.querySelectorAll('br')) br.replaceWith('\n');
  return copy.textContent ?? '';
}

/** The text of a list item without the lists inside it. */
export function itemText(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const list of copy.querySelectorAll('ul, ol')) list.remove();
  return textOf(copy);
}

/** Letters and digits of each word, in order: for "every word is there". */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];

/** The published body without its closing mark, as pairs of kind and text. */
export const bodyTexts = (story: Story): string[] => publishedPart(story).body.map(blockText);
const blockText = (block: PublishedBlock): string =>
  block.type === 'figure' ? `${block.caption}\0${block.credit}\0${block.alt}` : plainText(block.runs);

/** The last text may carry the closing mark: what stands in the output for `text`. */
export function isClosed(output: string, text: string, mark: string): boolean {
  if (mark === '') return output === text;
  const trimmed = text.trimEnd();
  if (trimmed.endsWith(mark)) return output === text;
  return [`${trimmed}${mark}`, `${trimmed}\u00a0${mark}`, `${trimmed.replace(/\.$/, '')}${mark}`].includes(output);
}
