import { htmlEscape } from '../escape.ts';
import { attribute } from '../wordpress/read.ts';
import { isSamePhoto } from './address.ts';

const TAG = /<(\/?)(picture|source|img|iframe|span|font)\b((?:"[^"]*"|'[^']*'|[^'"<>])*)>/gi;
/** Pictures that stand for one which is still to be loaded. */
const PLACEHOLDER = /^data:|(?:^|\/)[^/]*(?:blank|placeholder|lazy|spacer|pixel|1x1|loading|transparent)[^/]*$/i;
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file'];

/**
 * A page's HTML as far as readers meet it: without its head, scripts, styles and comments; pictures with the address that is
 * loaded in the end; and without wrappers that mean nothing (span). `url` is the page's.
 */
export function shownHtml(html: string, url: string): string {
  let copies: string[] = [];
  return withoutUnseen(html).replace(TAG, (tag: string, slash: string, name: string, attributes: string) => {
    const kind = name.toLowerCase();
    if (kind === 'span' || kind === 'font') return '';
    if (slash) return kind === 'iframe' ? tag : '';
    if (kind === 'picture') {
      copies = [];
      return '';
    }
    if (kind === 'source') {
      copies.push(...candidates(attributes));
      return '';
    }
    const src = addressOf(attributes);
    if (kind === 'iframe') return `<iframe src="${htmlEscape.attribute(src)}">`;
    // A browser loads one of them, as it likes: one that is another photo is named, and makes the address another one.
    const others = [...copies, ...candidates(attributes)].filter((copy) => !isSamePhoto(src, copy, url));
    copies = [];
    const shown = [src, ...others].join(' ');
    return `<img src="${htmlEscape.attribute(shown)}" alt="${htmlEscape.attribute(attribute(attributes, 'alt'))}">`;
  });
}

/** Looks at each character a few times at most, however broken the page is. */
function withoutUnseen(html: string): string {
  const ends: Record<string, RegExp> = { '<!--': /-->/g };
  for (const name of ['head', 'script', 'style', 'noscript', 'template', 'svg'])
    ends[`<${name}`] = new RegExp(`</${name}\\s*>`, 'gi');
  let kept = '';
  let at = 0;
  for (const begin of html.matchAll(/<!--|<(?:head|script|style|noscript|template|svg)(?=[\s/>])/gi)) {
    const end = ends[begin[0].toLowerCase()];
    if (begin.index < at || !end) continue;
    end.lastIndex = begin.index;
    const found = end.exec(html);
    // What is never closed is not looked for again.
    if (!found) delete ends[begin[0].toLowerCase()];
    else {
      kept += `${html.slice(at, begin.index)} `;
      at = end.lastIndex;
    }
  }
  return kept + html.slice(at);
}

function addressOf(attributes: string): string {
  const src = attribute(attributes, 'src');
  if (src !== '' && !PLACEHOLDER.test(src)) return src;
  return LAZY.map((name) => attribute(attributes, name)).find((one) => one !== '') ?? src;
}

const candidates = (attributes: string): string[] =>
  ['srcset', 'data-srcset', 'data-lazy-srcset']
    .flatMap((name) => attribute(attributes, name).split(/,\s+/))
    .flatMap((one) => one.trim().split(/\s+/)[0] || [])
    .filter((one) => !one.startsWith('data:'));
