import { tablesFromDom } from '../../schema/table/fromDom.ts';
import { elements, isBlock, rename, unwrap, wordsOf } from './dom.ts';

const PARAGRAPHS = 'dt, dd, figcaption, summary, address, legend';
const BOXES =
  'div, section, article, main, aside, header, footer, nav, hgroup, figure, details, dl, form, fieldset, center, menu, dir';
/** What is left of a page: the blocks and formats that a story has. Everything else leaves its content. */
const KNOWN =
  'p,h1,h2,h3,h4,h5,h6,ul,ol,li,blockquote,figure,footer,pre,hr,br,table,caption,thead,tbody,tfoot,tr,td,th,b,strong,i,em,u,s,sub,sup,a';

/** A table that only places things on a page: its cells' content in a row. */
export function dissolveLayout(document: Document): void {
  for (const table of elements(document, 'table')) {
    if (tablesFromDom(table) !== null) continue;
    for (const cell of elements(table, 'td, th, caption')) if (cell.closest('table') === table) rename(cell, 'div');
    for (const part of elements(table, 'tr, thead, tbody, tfoot, colgroup'))
      if (part.closest('table') === table) unwrap(part);
    unwrap(table);
  }
}

/** Boxes within boxes become paragraphs in a row; a quote in a figure with its attribution stays. */
export function flatten(document: Document): void {
  for (const quoted of elements(document, 'q')) {
    quoted.prepend('“');
    quoted.append('”');
  }
  for (const struck of elements(document, 'del, strike')) rename(struck, 's');
  for (const words of elements(document, PARAGRAPHS)) rename(words, 'div');
  for (const inline of elements(document, INLINE).reverse()) if (elements(inline, '*').some(isBlock)) sink(inline);
  for (const box of elements(document, BOXES).reverse()) {
    if (
      box.closest('td, th') ||
      isQuoted(box) ||
      (box.parentElement && isQuoted(box.parentElement) && box.tagName === 'FOOTER')
    )
      continue;
    wrapLoose(box);
    unwrap(box);
  }
  for (const words of elements(document, 'p, h1, h2, h3, h4, h5, h6, li').reverse()) {
    if (words.tagName === 'LI' && /^[OU]L$/.test(words.parentElement?.tagName ?? '')) continue;
    if (elements(words, '*').some(isBlock)) {
      wrapLoose(words);
      unwrap(words);
    } else if (words.tagName === 'LI') rename(words, 'p');
  }
  for (const list of elements(document, 'li, blockquote')) if ([...list.children].some(isBlock)) wrapLoose(list);
  for (const other of elements(document.body, '*')) if (!other.matches(KNOWN)) unwrap(other);
  if ([...document.body.children].some(isBlock)) wrapLoose(document.body);
}

const INLINE = 'a, b, strong, i, em, u, s, sub, sup';

/** A link or a format around whole blocks goes around their words. */
function sink(inline: Element): void {
  const walker = inline.ownerDocument.createTreeWalker(inline, 4);
  const texts: ChildNode[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node as ChildNode);
  for (const text of texts) {
    if (wordsOf(text) === '') continue;
    const around = inline.cloneNode(false) as Element;
    text.replaceWith(around);
    around.append(text);
  }
  unwrap(inline);
}

const isQuoted = (element: Element): boolean =>
  element.tagName === 'FIGURE' &&
  element.firstElementChild?.tagName === 'BLOCKQUOTE' &&
  element.childElementCount === 2;

/** The words that stand between the blocks of a box get a paragraph; blank ones go. */
function wrapLoose(box: Element): void {
  let loose: ChildNode[] = [];
  const close = () => {
    const [first] = loose;
    if (first && loose.some((node) => wordsOf(node) !== '')) {
      const paragraph = box.ownerDocument.createElement('p');
      first.before(paragraph);
      paragraph.append(...loose);
    } else for (const node of loose) node.remove();
    loose = [];
  };
  for (const child of [...box.childNodes]) {
    if (isBlock(child)) close();
    else loose.push(child);
  }
  close();
}
