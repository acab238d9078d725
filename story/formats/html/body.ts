import type { PublishedStory } from '../../canonical.ts';
import type { Figure } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { providerOf, shownAddress } from '../../text/provider.ts';
import { type List, type PageBlock, type PageGallery, type PageQuote, pageBlocks } from '../blocks.ts';
import { htmlEscape, linesToHtml } from '../escape.ts';
import { inlineToHtml } from '../inline.ts';
import type { Warning } from '../warning.ts';

/** Where a photo's published rendition is; width and height in pixels. */
export type HtmlPhoto = {
  href: string;
  width: number;
  height: number;
  /** How the picture came to be (IPTC Digital Source Type, a URI), where that is known: made by AI, for one. */
  sourceType?: string | undefined;
};
/** By photoKey. */
export type HtmlPhotos = ReadonlyMap<string, HtmlPhoto>;

const { attribute } = htmlEscape;
export const lines = (text: string): string => linesToHtml(text, htmlEscape);

/** The body's blocks as HTML, one a line. */
export function bodyHtml(story: PublishedStory, photos: HtmlPhotos, warnings: Warning[]): string {
  return pageBlocks(story)
    .map((block) => blockHtml(block, photos, warnings))
    .join('\n');
}

/** One block of a page. */
export function blockHtml(block: PageBlock, photos: HtmlPhotos, warnings: Warning[]): string {
  const inside = (blocks: readonly PageBlock[]) => blocks.map((one) => blockHtml(one, photos, warnings)).join('\n');
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineToHtml(block.runs, htmlEscape, warnings)}</p>`;
    case 'heading':
      return `<h${block.level}>${inlineToHtml(block.runs, htmlEscape, warnings)}</h${block.level}>`;
    case 'quote':
      return quoteHtml(block, warnings);
    case 'pullquote':
      return `<aside class="pullquote">${quoteHtml(block, warnings)}</aside>`;
    case 'list':
      return listHtml(block, warnings);
    case 'divider':
      return '<hr>';
    case 'table':
      return tableHtml(block);
    case 'embed':
      return embedHtml(block);
    case 'figure':
      return figureHtml(block, photos.get(photoKey(block)), warnings);
    case 'gallery':
      return galleryHtml(block, inside(block.figures));
    case 'box':
      return `<aside class="box">\n${inside(block.blocks)}\n</aside>`;
  }
}

function galleryHtml({ columns, caption }: PageGallery, photos: string): string {
  const classes = columns ? `gallery gallery-${columns}` : 'gallery';
  const under =
    caption === '' ? '' : `<figcaption class="together"><span class="caption">${lines(caption)}</span></figcaption>`;
  return `<figure class="${classes}">${photos}${under}</figure>`;
}

function quoteHtml({ runs, by }: PageQuote, warnings: Warning[]): string {
  const name = by.length > 0 ? `<footer><cite>${inlineToHtml(by, htmlEscape, warnings)}</cite></footer>` : '';
  return `<blockquote><p>${inlineToHtml(runs, htmlEscape, warnings)}</p>${name}</blockquote>`;
}

function listHtml({ list, items }: List, warnings: Warning[]): string {
  const tag = list === 'number' ? 'ol' : 'ul';
  const rows = items.map(({ runs, lists }) => {
    const text = inlineToHtml(runs, htmlEscape, warnings);
    return `<li>${text}${lists.map((inner) => listHtml(inner, warnings)).join('')}</li>`;
  });
  return `<${tag}>${rows.join('')}</${tag}>`;
}

/** Header cells say what they are the header of, for who hears the table. */
function tableHtml({ caption, header, headerColumn, rows }: Extract<PageBlock, { type: 'table' }>): string {
  const cell = (text: string, isHead: boolean, scope: string): string =>
    isHead ? `<th scope="${scope}">${lines(text)}</th>` : `<td>${lines(text)}</td>`;
  const row = (cells: readonly string[]): string =>
    `<tr>${cells.map((text, column) => cell(text, headerColumn === true && column === 0, 'row')).join('')}</tr>`;
  const head = header
    ? `<thead><tr>${(rows[0] ?? []).map((text) => cell(text, true, 'col')).join('')}</tr></thead>`
    : '';
  const body = (header ? rows.slice(1) : rows).map(row).join('');
  const title = caption.trim() === '' ? '' : `<caption>${lines(caption)}</caption>`;
  return `<figure class="table"><table>${title}${head}${body && `<tbody>${body}</tbody>`}</table></figure>`;
}

/** A link, and no more: what another site sends would run on the page. */
function embedHtml({ url, caption }: Extract<PageBlock, { type: 'embed' }>): string {
  const link = `<a href="${attribute(url)}"><strong>${lines(providerOf(url).name)}</strong> ${lines(shownAddress(url))}</a>`;
  const under = caption.trim() === '' ? '' : `<figcaption><span class="caption">${lines(caption)}</span></figcaption>`;
  return `<figure class="embed">${link}${under}</figure>`;
}

function figureHtml(figure: Omit<Figure, 'unchecked'>, photo: HtmlPhoto | undefined, warnings: Warning[]): string {
  if (!photo) warnings.push({ code: 'missingPhoto', detail: figure.photo });
  if (figure.alt.trim() === '') warnings.push({ code: 'missingAlt', detail: figure.caption || figure.photo });
  const texts = (['caption', 'credit'] as const)
    .filter((name) => figure[name].trim() !== '')
    .map((name) => `<span class="${name}">${lines(figure[name])}</span>`);
  const image =
    photo &&
    `<img src="${attribute(photo.href)}" alt="${attribute(figure.alt)}" width="${photo.width}" height="${photo.height}">`;
  return `<figure>${image ?? ''}${texts.length > 0 ? `<figcaption>${texts.join(' ')}</figcaption>` : ''}</figure>`;
}
