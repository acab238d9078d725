import { elements, isBlock, nextElement, styleOf, unwrap, wordsOf } from './dom.ts';
import { note, type PasteReport } from './report.ts';
import { cleanText } from './text.ts';

/** Page breaks leave no trace but the report; a line that only parts footnotes is none of the text. */
export function dropPageBreaks(document: Document, report: PasteReport): void {
  for (const element of elements(document, '[data-style], [style]')) {
    const style = styleOf(element);
    const breaks = ['page-break-before', 'break-before', 'page-break-after', 'break-after'].some((name) =>
      /^(always|page|left|right)/.test(style.get(name) ?? ''),
    );
    if (!breaks) continue;
    note(report, 'pageBreak');
    if (element.tagName === 'BR' || element.tagName === 'HR') element.remove();
  }
}

/** Two line breaks on end, or more, part paragraphs, as in mails. */
export function splitAtBreaks(document: Document): void {
  for (const first of elements(document, 'br')) {
    const second = first.isConnected ? nextElement(first) : null;
    const parent = first.parentElement;
    if (second?.tagName !== 'BR' || !parent || !/^(P|DIV|BODY)$/.test(parent.tagName)) continue;
    for (let next = nextElement(first); next?.tagName === 'BR'; next = nextElement(first)) next.remove();
    const lead = document.createElement('p');
    while (first.previousSibling && !isBlock(first.previousSibling)) lead.prepend(first.previousSibling);
    if (parent.tagName === 'P') {
      while (first.previousSibling) lead.prepend(first.previousSibling);
      parent.before(lead);
    } else first.before(lead);
    first.remove();
    if (wordsOf(lead) === '') lead.remove();
  }
}

const PULLED = /\bpull-?quote\b/i;

/** Whose words a quote is: the line under it in a figure, or the address it cites. */
export function attributeQuotes(document: Document): void {
  for (const quote of elements(document, 'blockquote')) {
    // As other editors mark theirs; the frame around it goes.
    if (PULLED.test(`${quote.className} ${quote.parentElement?.className ?? ''}`)) quote.className = 'pullquote';
    const caption = quote.parentElement?.tagName === 'FIGURE' ? nextElement(quote) : null;
    const cited = quote.getAttribute('cite') ?? '';
    let footer = quote.querySelector(':scope > footer, :scope > cite, :scope > p > cite:only-child');
    if (caption?.tagName === 'FIGCAPTION') footer = caption;
    else if (footer === null && /^https?:\/\//i.test(cited) && URL.canParse(cited)) {
      const link = document.createElement('a');
      link.setAttribute('href', cited);
      link.append(new URL(cited).hostname.replace(/^www\./, ''));
      footer = document.createElement('footer');
      footer.append(link);
    }
    if (footer === null || wordsOf(footer) === '') continue;
    const figure = document.createElement('figure');
    const line = document.createElement('footer');
    line.append(...footer.childNodes);
    for (const inner of elements(line, 'p, div, cite')) unwrap(inner);
    footer.remove();
    trimDash(line);
    quote.before(figure);
    figure.append(quote, line);
  }
  for (const quote of elements(document, 'blockquote blockquote')) unwrap(quote);
}

function trimDash(line: Element): void {
  let node: Node | null = line;
  while (node && node.nodeType !== 3) node = node.firstChild;
  if (node) node.nodeValue = (node.nodeValue ?? '').replace(/^[\s\u00a0]*[—–-]+[\s\u00a0]*/, '');
}

/** Every text in NFC and without what nobody sees; blank text between blocks goes. */
export function cleanTexts(document: Document): void {
  const walker = document.createTreeWalker(document.body, 4);
  const texts: Node[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) texts.push(node);
  for (const node of texts) node.nodeValue = cleanText(node.nodeValue ?? '');
}
