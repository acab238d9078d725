import { elements, isBlock, rename, styleOf, unwrap } from './dom.ts';
import type { PasteReport } from './report.ts';

/** What an element's style means to a story; false: it says that it is not so. */
type Formats = {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  strike?: boolean;
  sub?: boolean;
  sup?: boolean;
};

function formatsOf(element: Element): Formats {
  const style = styleOf(element);
  const formats: Formats = {};
  const weight = style.get('font-weight');
  if (weight !== undefined) formats.bold = /^(bold|bolder|[6-9]00)$/.test(weight);
  const slant = style.get('font-style');
  if (slant !== undefined) formats.italic = /italic|oblique/.test(slant);
  const lines = ['text-decoration', 'text-decoration-line'].map((name) => style.get(name) ?? '').join(' ');
  if (/underline/.test(lines)) formats.underline = true;
  if (/line-through/.test(lines) || style.get('text-line-through') === 'single') formats.strike = true;
  const place = style.get('vertical-align');
  if (place === 'sub' || place === 'super') formats[place === 'sub' ? 'sub' : 'sup'] = true;
  return formats;
}

const ELEMENTS = { bold: 'b', italic: 'i', underline: 'u', strike: 's', sub: 'sub', sup: 'sup' } as const;
const PRESET: Record<string, keyof Formats> = { B: 'bold', STRONG: 'bold', I: 'italic', EM: 'italic' };
/** Elements whose bold is a matter of design. */
const isHeading = (element: Element): boolean => /^(H[1-6]|TH)$/.test(element.tagName);

/**
 * Styles become elements (bold, italic, underlined, struck, sub and superscript), `<b style="font-weight:normal">` none.
 * Then no style, class, handler or other attribute is left but a link's address and a cell's reach.
 */
export function keepFormats(document: Document, report: PasteReport): void {
  settlePresets(document);
  // From the last to the first: what is split off then has nothing left to split.
  for (const element of elements(document.body, '[data-style], [style]').reverse()) {
    const formats = formatsOf(element);
    report.styling ||= isStyled(element);
    const preset = PRESET[element.tagName];
    if (preset !== undefined) formats[preset] = undefined;
    if (isHeading(element)) formats.bold = undefined;
    if (element.closest('a')) formats.underline = undefined;
    if (element.tagName === 'TD' || element.tagName === 'TH') formats.sub = formats.sup = undefined;
    wrapContent(element, formats);
  }
  for (const font of elements(document.body, 'font, center, big, small, tt')) {
    report.styling ||= font.tagName === 'FONT';
    unwrap(font);
  }
  for (const link of elements(document.body, 'a u')) unwrap(link);
  for (const element of elements(document, '*')) bare(element);
}

/** Google Docs' wrapper, a `<b>` that is not bold, goes; a format around blocks goes into each. */
function settlePresets(document: Document): void {
  for (const element of elements(document.body, 'b, strong, i, em')) {
    const preset = PRESET[element.tagName] as 'bold' | 'italic';
    if (formatsOf(element)[preset] === false) unwrap(element);
    else if ([...element.children].some(isBlock)) {
      wrapWords(element, ELEMENTS[preset]);
      unwrap(element);
    }
  }
}

/** Words in a block within `within` take the formats; a "not bold" within bold is cut out of it by splitting. */
function wrapContent(element: Element, formats: Formats): void {
  for (const [format, name] of Object.entries(ELEMENTS)) {
    const wanted = formats[format as keyof Formats];
    if (wanted === true) wrapWords(element, name);
    else if (wanted === false && !isBlock(element)) liftOut(element, format === 'bold' ? 'b, strong' : 'i, em');
  }
}

function wrapWords(element: Element, name: string): void {
  if ([...element.children].some((child) => isBlock(child))) {
    for (const child of [...element.childNodes]) {
      if (isBlock(child)) wrapWords(child as Element, name);
      else if ((child.textContent ?? '').trim() !== '') {
        const wrapper = element.ownerDocument.createElement(name);
        child.replaceWith(wrapper);
        wrapper.append(child);
      }
    }
    return;
  }
  const wrapper = element.ownerDocument.createElement(name);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Splits the bold around an element that is not bold, so that it stands outside. */
function liftOut(element: Element, selector: string): void {
  for (
    let around = element.parentElement?.closest(selector);
    around;
    around = element.parentElement?.closest(selector)
  ) {
    while (element.parentElement && element.parentElement !== around) splitAround(element);
    splitAround(element);
  }
}

/** Takes an element out of its parent: the parent before it, the element (in a copy of an inner parent), the parent behind. */
function splitAround(element: Element): void {
  const parent = element.parentElement as Element;
  const behind = parent.cloneNode(false) as Element;
  while (element.nextSibling) behind.append(element.nextSibling);
  parent.after(element);
  if (behind.hasChildNodes()) element.after(behind);
  if (!parent.hasChildNodes()) parent.remove();
}

const isStyled = (element: Element): boolean =>
  [...styleOf(element).keys()].some((name) => /^(font-family|font-size|color|background|text-align|font$)/.test(name));

const KEPT: Record<string, readonly string[]> = {
  A: ['href'],
  TD: ['colspan', 'rowspan'],
  TH: ['colspan', 'rowspan'],
};

function bare(element: Element): void {
  // A pull quote is known by its class (see attributeQuotes); no other class is any longer there.
  const isPulled = element.tagName === 'BLOCKQUOTE' && element.className === 'pullquote';
  for (const name of element.getAttributeNames())
    if (!KEPT[element.tagName]?.includes(name) && !(isPulled && name === 'class')) element.removeAttribute(name);
}

/** Word's own names for what HTML has elements for. */
export function wordStyles(document: Document): void {
  for (const title of elements(document, 'p.MsoTitle')) rename(title, 'h1');
  for (const title of elements(document, 'p.MsoSubtitle')) rename(title, 'h2');
  for (const quote of elements(document, 'p.MsoQuote, p.MsoIntenseQuote')) rename(quote, 'blockquote');
  for (const office of elements(document, '*')) if (/^[A-Z0-9]+:/.test(office.tagName)) unwrap(office); // o:p, st1:place
}
