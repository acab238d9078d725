import type { PublishedStory } from '../../canonical.ts';
import type { Figure } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { providerOf, shownAddress } from '../../text/provider.ts';
import { type List, type PageBlock, type PageGallery, type PageQuote, pageBlocks } from '../blocks.ts';
import { htmlEscape, linesToHtml } from '../escape.ts';
import { blockHtml } from '../html/body.ts';
import { captionHtml } from '../inline.ts';
import type { Warning } from '../warning.ts';
import { type Inline, inlineNodes, type ListNode, type TopNode, textNodes } from './koenig.ts';

/** A photo as it stands on the site: the file that the page is to load, and the one that lists and cards take. */
export type GhostPhoto = { url: string; featured: string; width: number; height: number; alone: boolean };
/** By photoKey. */
export type GhostPhotos = ReadonlyMap<string, GhostPhoto>;

type Shown = Omit<Figure, 'unchecked'>;

const lines = (text: string): string => linesToHtml(text, htmlEscape);

/** Under a photo, as HTML. */
export const underPhoto = (figure: Pick<Figure, 'caption' | 'credit'>): string => captionHtml(figure, lines);

/** The body as Koenig's nodes. */
export const bodyNodes = (story: PublishedStory, photos: GhostPhotos, warnings: Warning[]): TopNode[] =>
  pageBlocks(story).map((block) => blockNode(block, photos, warnings));

function blockNode(block: PageBlock, photos: GhostPhotos, warnings: Warning[]): TopNode {
  switch (block.type) {
    case 'paragraph':
      return { type: 'paragraph', children: inlineNodes(block.runs, warnings) };
    case 'heading':
      return { type: 'extended-heading', tag: `h${block.level}`, children: inlineNodes(block.runs, warnings) };
    case 'quote':
      return { type: 'extended-quote', children: quoted(block, warnings) };
    case 'pullquote':
      return { type: 'aside', children: quoted(block, warnings) };
    case 'list':
      return listNode(block, warnings);
    case 'divider':
      return { type: 'horizontalrule' };
    case 'embed':
      return bookmark(block);
    case 'figure':
      return imageNode(block, photos.get(photoKey(block)), warnings);
    case 'gallery':
      return galleryNode(block, photos, warnings);
    // Koenig has no table, and its callout holds one line of text.
    case 'table':
    case 'box':
      return { type: 'html', html: blockHtml(block, htmlPhotos(photos), warnings) };
  }
}

const htmlPhotos = (photos: GhostPhotos) =>
  new Map([...photos].map(([key, { url, width, height }]) => [key, { href: url, width, height }]));

/** Koenig's quotes hold lines, no footer: whose words they are stands on the last one. */
const quoted = ({ runs, by }: PageQuote, warnings: Warning[]): Inline[] => [
  ...inlineNodes(runs, warnings),
  ...(by.length > 0 ? [{ type: 'linebreak' } as const, ...inlineNodes([{ text: '— ' }, ...by], warnings)] : []),
];

/** Lexical keeps a list under an item as an item of its own. */
function listNode({ list, items }: List, warnings: Warning[]): ListNode {
  const rows = items.flatMap(({ runs, lists }) => [
    inlineNodes(runs, warnings),
    ...lists.map((inner) => [listNode(inner, warnings)]),
  ]);
  return {
    type: 'list',
    listType: list,
    start: 1,
    tag: list === 'number' ? 'ol' : 'ul',
    children: rows.map((children, at) => ({ type: 'listitem', value: at + 1, children })),
  };
}

/** A card with a link: what another site would send to be embedded is not asked for. */
function bookmark({ url, caption }: Extract<PageBlock, { type: 'embed' }>): TopNode {
  const empty = { author: '', icon: '', thumbnail: '' };
  return {
    type: 'bookmark',
    url,
    metadata: { title: shownAddress(url), description: '', publisher: providerOf(url).name, ...empty },
    caption: lines(caption.trim()),
  };
}

function imageNode(figure: Shown, photo: GhostPhoto | undefined, warnings: Warning[]): TopNode {
  warnAbout(figure, photo, warnings);
  const caption = underPhoto(figure);
  if (!photo) return { type: 'html', html: `<p>${caption}</p>` };
  const size = photo.alone ? { width: null, height: null } : { width: photo.width, height: photo.height };
  return {
    ...{ type: 'image', src: photo.url, ...size, title: '', alt: figure.alt },
    ...{ caption, cardWidth: 'regular', href: '' },
  };
}

/** Photos in Koenig's galleries have no texts of their own but the alternative one: those stand under the whole. */
function galleryNode({ figures, caption }: PageGallery, photos: GhostPhotos, warnings: Warning[]): TopNode {
  const there = figures.flatMap((figure) => {
    const photo = photos.get(photoKey(figure));
    warnAbout(figure, photo, warnings);
    return photo ? [{ figure, photo }] : [];
  });
  const texts = [lines(caption), ...figures.map(underPhoto)].filter((text) => text !== '');
  return {
    type: 'gallery',
    images: there.map(({ figure, photo: { url, width, height } }, at) => ({
      ...{ row: Math.floor(at / 3), fileName: url.slice(url.lastIndexOf('/') + 1) },
      ...{ src: url, width, height, alt: figure.alt },
    })),
    caption: [...new Set(texts)].join('<br>'),
  };
}

function warnAbout(figure: Shown, photo: GhostPhoto | undefined, warnings: Warning[]): void {
  if (figure.alt.trim() === '') warnings.push({ code: 'missingAlt', detail: figure.caption || figure.photo });
  if (!photo) warnings.push({ code: 'missingPhoto', detail: figure.photo });
}

/** A correction, in a box of its own: readers are to see it. */
export const correctionNode = (text: string): TopNode => ({
  ...{ type: 'callout', calloutText: lines(text.trim()), calloutEmoji: '', backgroundColor: 'grey' },
});

/** A field as a paragraph; nothing when it is blank. */
export const fieldNode = (text: string): TopNode[] =>
  text.trim() === '' ? [] : [{ type: 'paragraph', children: textNodes(text.trim()) }];
