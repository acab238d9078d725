import type { PublishedStory } from '../../canonical.ts';
import type { Figure, Run } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { providerOf, shownAddress } from '../../text/provider.ts';
import { type List, type PageBlock, pageBlocks } from '../blocks.ts';
import { linesToHtml } from '../escape.ts';
import { captionHtml, inlineToHtml } from '../inline.ts';
import type { Warning } from '../warning.ts';
import { addressEscape, blockEscape } from './escape.ts';

/** A photo in the media library: its id, the address of the file shown, and that file's pixels. */
export type WordPressPhoto = {
  id: number;
  url: string;
  width: number;
  height: number;
  /** The site's smaller copies are no use: its page is to load the file itself. */
  alone?: boolean;
};
/** By photoKey. */
export type WordPressPhotos = ReadonlyMap<string, WordPressPhoto>;

type Attributes = Record<string, string | number | boolean>;

/** Plain text, its line breaks as `<br>`. */
const lines = (text: string): string => linesToHtml(text, blockEscape);

/** One block between its delimiters. The attributes hold no words of a writer's, at most an address. */
const block = (name: string, html: string, attributes?: Attributes): string =>
  `<!-- wp:${name}${attributes ? ` ${attributesJson(attributes)}` : ''} -->\n${html}\n<!-- /wp:${name} -->`;

/** As WordPress writes them: nothing in it can end the comment or be taken for markup. */
const attributesJson = (attributes: Attributes): string =>
  JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`)
    .replaceAll('\\"', '\\u0022');

/** A field as a paragraph with a class that themes can style; nothing when it is blank. */
export const fieldBlock = (className: string, text: string): string[] =>
  text.trim() === '' ? [] : [block('paragraph', `<p class="${className}">${lines(text)}</p>`, { className })];

/** The body as the blocks of WordPress 6.1: paragraph, heading, list with list items, quote with a paragraph, pullquote, separator, table, embed, image. */
export const bodyBlocks = (story: PublishedStory, photos: WordPressPhotos, warnings: Warning[]): string[] =>
  pageBlocks(story).map((one) => bodyBlock(one, photos, warnings));

function bodyBlock(one: PageBlock, photos: WordPressPhotos, warnings: Warning[]): string {
  const inline = (runs: readonly Run[]): string => inlineToHtml(runs, blockEscape, warnings);
  const inside = (blocks: readonly PageBlock[]): string =>
    blocks.map((inner) => bodyBlock(inner, photos, warnings)).join('\n\n');
  switch (one.type) {
    case 'paragraph':
      return block('paragraph', `<p>${inline(one.runs)}</p>`);
    case 'heading':
      return block('heading', `<h${one.level}>${inline(one.runs)}</h${one.level}>`, levelOf(one.level));
    case 'quote': {
      const paragraph = block('paragraph', `<p>${inline(one.runs)}</p>`);
      return block('quote', `<blockquote class="wp-block-quote">${paragraph}${cite(one.by, inline)}</blockquote>`);
    }
    case 'pullquote': {
      const words = `<blockquote><p>${inline(one.runs)}</p>${cite(one.by, inline)}</blockquote>`;
      return block('pullquote', `<figure class="wp-block-pullquote">${words}</figure>`);
    }
    case 'list':
      return listBlock(one, inline);
    case 'divider':
      return block('separator', '<hr class="wp-block-separator has-alpha-channel-opacity"/>');
    case 'table':
      return tableBlock(one);
    case 'embed':
      return embedBlock(one);
    case 'figure':
      return imageBlock(one, photos.get(photoKey(one)), warnings);
    case 'gallery': {
      const { columns, caption } = one;
      const classes = `wp-block-gallery has-nested-images columns-${columns ?? 'default'} is-cropped`;
      const under =
        caption && `<figcaption class="blocks-gallery-caption wp-element-caption">${lines(caption)}</figcaption>`;
      return block('gallery', `<figure class="${classes}">${inside(one.figures)}${under}</figure>`, {
        ...(columns && { columns }),
        linkTo: 'none',
      });
    }
    case 'box':
      return block('group', `<div class="wp-block-group fact-box">${inside(one.blocks)}</div>`, {
        className: 'fact-box',
      });
  }
}

const cite = (by: readonly Run[], inline: (runs: readonly Run[]) => string): string =>
  by.length > 0 ? `<cite>${inline(by)}</cite>` : '';

/** Level 2 is the block's default, and defaults are not written. */
const levelOf = (level: 2 | 3): Attributes | undefined => (level === 2 ? undefined : { level });

function listBlock({ list, items }: List, inline: (runs: readonly Run[]) => string): string {
  const tag = list === 'number' ? 'ol' : 'ul';
  const rows = items.map(({ runs, lists }) => {
    const inner = lists.map((one) => listBlock(one, inline)).join('\n\n');
    return block('list-item', `<li>${inline(runs)}${inner}</li>`);
  });
  return block('list', `<${tag}>${rows.join('\n\n')}</${tag}>`, list === 'number' ? { ordered: true } : undefined);
}

/** The layout is said, since WordPress has changed what it takes where nothing is. */
function tableBlock({ caption, header, headerColumn, rows }: Extract<PageBlock, { type: 'table' }>): string {
  const row = (cells: readonly string[], isHead: boolean): string => {
    const html = cells.map((text, column) => {
      if (isHead) return `<th>${lines(text)}</th>`;
      return headerColumn && column === 0 ? `<th scope="row">${lines(text)}</th>` : `<td>${lines(text)}</td>`;
    });
    return `<tr>${html.join('')}</tr>`;
  };
  const head = header ? `<thead>${row(rows[0] ?? [], true)}</thead>` : '';
  const body = (header ? rows.slice(1) : rows).map((cells) => row(cells, false)).join('');
  const under = caption.trim() && `<figcaption class="wp-element-caption">${lines(caption.trim())}</figcaption>`;
  const table = `<table>${head}${body && `<tbody>${body}</tbody>`}</table>`;
  return block('table', `<figure class="wp-block-table">${table}${under}</figure>`, { hasFixedLayout: false });
}

/** Where WordPress can show it, its own block; elsewhere a link, which is all that can be shown. */
function embedBlock({ url, caption }: Extract<PageBlock, { type: 'embed' }>): string {
  const { name, wordpress } = providerOf(url);
  const words = caption.trim();
  if (!wordpress) {
    const link = `<a href="${blockEscape.attribute(url)}">${lines(words || shownAddress(url))}</a>`;
    return block('paragraph', `<p>${lines(name)}: ${link}</p>`);
  }
  const { slug, type } = wordpress;
  const classes = `wp-block-embed is-type-${type} is-provider-${slug} wp-block-embed-${slug}`;
  const wrapper = `<div class="wp-block-embed__wrapper">\n${addressEscape(url)}\n</div>`;
  const under = words && `<figcaption class="wp-element-caption">${lines(words)}</figcaption>`;
  return block('embed', `<figure class="${classes}">${wrapper}${under}</figure>`, {
    url,
    type,
    providerNameSlug: slug,
    responsive: true,
  });
}

function imageBlock(figure: Omit<Figure, 'unchecked'>, photo: WordPressPhoto | undefined, warnings: Warning[]): string {
  const caption = captionHtml(figure, lines);
  if (figure.alt.trim() === '') warnings.push({ code: 'missingAlt', detail: figure.caption || figure.photo });
  if (!photo) {
    warnings.push({ code: 'missingPhoto', detail: figure.photo });
    return block('paragraph', `<p>${caption}</p>`);
  }
  const { attribute } = blockEscape;
  // WordPress puts its smaller copies (srcset) to whatever it knows by this class.
  const known = photo.alone ? '' : ` class="wp-image-${photo.id}"`;
  const image = `<img src="${attribute(photo.url)}" alt="${attribute(figure.alt)}"${known}/>`;
  const under = caption && `<figcaption class="wp-element-caption">${caption}</figcaption>`;
  return block('image', `<figure class="wp-block-image size-full">${image}${under}</figure>`, {
    ...(!photo.alone && { id: photo.id }),
    sizeSlug: 'full',
    linkDestination: 'none',
  });
}
