import { elements, styleOf, unwrap, wordsOf } from './dom.ts';
import { type LeftOut, note, type PasteReport } from './report.ts';

/** What holds no words of a text. */
const SILENT = 'style,link,meta,base,title,template,noscript,datalist,map,area,xml,source,track,param';
const CONTROLS = 'input,button,select,textarea,meter,progress';
const EMBEDS = 'iframe,frame,object,embed,svg,math,canvas,audio,video,portal,applet';

function drop(
  document: Document,
  report: PasteReport,
  kind: LeftOut,
  selector: string,
  words: (of: Element) => string,
) {
  for (const element of elements(document, selector)) {
    if (!element.isConnected) continue;
    note(report, kind, words(element));
    element.remove();
  }
}

/** Takes out what no text may bring along: scripts, frames, players, form fields. Their words are told. */
export function dropForeign(document: Document, report: PasteReport): void {
  drop(document, report, 'script', 'script', () => '');
  for (const element of elements(document, SILENT)) element.remove();
  drop(document, report, 'embed', EMBEDS, (of) => `${wordsOf(of)} ${webAddress(of.getAttribute('src'))}`);
  drop(document, report, 'control', CONTROLS, (of) =>
    of.matches('input[type="hidden"], input[type="password"]') ? '' : of.getAttribute('value') || wordsOf(of),
  );
}

/** Words that the source did not show. */
export function dropHidden(document: Document, report: PasteReport): void {
  for (const element of elements(document, '[data-style], [style], [hidden]')) {
    if (!element.isConnected || element === document.body) continue;
    const style = styleOf(element);
    const hidden =
      style.get('display') === 'none' ||
      style.get('visibility') === 'hidden' ||
      style.get('mso-hide') === 'all' ||
      element.hasAttribute('hidden');
    if (!hidden) continue;
    if (wordsOf(element) !== '') note(report, 'hidden', wordsOf(element));
    element.remove();
  }
}

/** A picture of the paste: its bytes as a data address, what it shows in words, and the mark that stands in its place. */
export type Picture = { data: string; alt: string; mark: string };

const DATA = /^data:image\/(png|jpeg|jpg|gif|webp|avif|tiff|heic);base64,/i;
/** Counters and spacers of web pages and mails: no pictures. */
const isSpacer = (image: Element): boolean =>
  ['width', 'height'].some((name) => /^[0-2](px)?$/.test(image.getAttribute(name) ?? ''));

/**
 * Pictures whose bytes are there leave a mark (one private-use character, and their number) where they stood; of the
 * others the description and the address are told. `most`: bytes of all, as written.
 */
export function takePictures(document: Document, report: PasteReport, most = 60_000_000): Picture[] {
  const pictures: Picture[] = [];
  let left = most;
  for (const image of elements(document, 'img')) {
    const data = image.getAttribute('src') ?? '';
    const alt = image.getAttribute('alt') ?? '';
    if (DATA.test(data) && data.length <= left && !isSpacer(image)) {
      left -= data.length;
      const mark = `${MARK}${pictures.length}${MARK}`;
      pictures.push({ data, alt, mark });
      const table = image.closest('table');
      if (table) {
        const behind = document.createElement('p');
        behind.append(mark);
        table.after(behind);
        image.remove();
      } else image.replaceWith(mark);
      continue;
    }
    if (!isSpacer(image)) note(report, 'picture', `${alt} ${webAddress(data)}`);
    image.remove();
  }
  for (const picture of elements(document, 'picture')) unwrap(picture);
  return pictures;
}

const MARK = '\ue0a7';
export const PICTURE_MARK = /\ue0a7(\d+)\ue0a7/g;

const webAddress = (address: string | null): string => (/^https?:/i.test(address ?? '') ? (address as string) : '');
