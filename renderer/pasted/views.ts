import { cleanPaste } from '../../story/formats/paste/clean.ts';
import { markFonts, unmarkFonts } from '../../story/formats/paste/fonts.ts';
import { quietHtml } from '../../story/formats/paste/quietHtml.ts';
import { recogniseSource } from '../../story/formats/paste/source.ts';

const FORBIDDEN =
  'script,style,link,meta,base,title,template,noscript,iframe,frame,object,embed,svg,math,canvas,audio,video,input,button,select,textarea,form';
/** What may be seen of a style: nothing that places, covers or loads. */
const SHOWN = /^(font-weight|font-style|font-size|text-decoration|text-align|vertical-align)$/;

const KEPT = ['colspan', 'rowspan', 'data-style'];

const parse = (html: string): Document => new DOMParser().parseFromString(quietHtml(html), 'text/html');

/** The original, made harmless: no script, no frame, no address that is followed or loaded; pictures by their description. */
export function originalView(html: string): DocumentFragment {
  const document = parse(html);
  for (const element of document.querySelectorAll(FORBIDDEN)) element.remove();
  for (const image of document.querySelectorAll('img')) image.replaceWith(`[${image.alt || '🖼'}]`);
  for (const element of document.body.querySelectorAll('*'))
    for (const name of element.getAttributeNames()) if (!KEPT.includes(name)) element.removeAttribute(name);
  const fragment = taken(document);
  // Only once it is in the window's document: a style attribute that is carried over is one the content policy forbids.
  for (const element of fragment.querySelectorAll<HTMLElement>('[data-style]')) {
    const parsed = window.document.createElement('i').style;
    parsed.cssText = element.dataset.style ?? '';
    for (const name of parsed) if (SHOWN.test(name)) element.style.setProperty(name, parsed.getPropertyValue(name));
    delete element.dataset.style;
  }
  return fragment;
}

/** What the story takes of it. */
export function cleanedView(html: string): DocumentFragment {
  const document = parse(html);
  markFonts(document);
  cleanPaste(document, recogniseSource(html));
  unmarkFonts(document);
  for (const link of document.querySelectorAll('a')) link.removeAttribute('href');
  return taken(document);
}

function taken(from: Document): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...document.importNode(from.body, true).childNodes);
  return fragment;
}
