/** Small tools on a document that is not shown: no layout, no style sheets; an element's style is read as text. */

export const elements = (root: ParentNode, selector: string): Element[] => [...root.querySelectorAll(selector)];

/** The declarations of an element's own style (`data-style`: see quietHtml), names and values in lower case. */
export function styleOf(element: Element): Map<string, string> {
  const text = element.getAttribute('data-style') ?? element.getAttribute('style') ?? '';
  const style = new Map<string, string>();
  for (const part of text.toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon > 0) style.set(part.slice(0, colon).trim(), part.slice(colon + 1).trim());
  }
  return style;
}

/** Puts an element's content in its place. */
export function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Another element of that name with the same content in its place. */
export function rename(element: Element, name: string): Element {
  const renamed = element.ownerDocument.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
  return renamed;
}

export const wordsOf = (element: Node): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();

/** The next sibling that is an element, if nothing but blank text stands between. */
export function nextElement(element: Element): Element | null {
  let node = element.nextSibling;
  while (node !== null && node.nodeType !== 1 && (node.nodeType !== 3 || (node.nodeValue ?? '').trim() === ''))
    node = node.nextSibling;
  return node?.nodeType === 1 ? (node as Element) : null;
}

const BLOCKS =
  'P DIV LI UL OL DL H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE SECTION ARTICLE TABLE THEAD TBODY TFOOT TR TD TH HR FIGURE FIGCAPTION FOOTER';
const BLOCK_NAMES = new Set(BLOCKS.split(' '));
export const isBlock = (node: Node): boolean => node.nodeType === 1 && BLOCK_NAMES.has((node as Element).tagName);
