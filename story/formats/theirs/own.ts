import { type PublishedBlock, type PublishedStory, publishedPart } from '../../canonical.ts';
import { type FieldName, isTextBlock, type Run, type Story } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { htmlEscape, linesToHtml } from '../escape.ts';
import { captionHtml, inlineToHtml } from '../inline.ts';
import { storyToWordPress } from '../wordpress/index.ts';
import { readUnits } from '../wordpress/read.ts';
import { type Piece, piecesOf, type Words } from './pieces.ts';

/** A piece of our own story, and whose it is: a block's, or a line of a field that stands in the page's text. */
export type Own = { piece: Piece; block?: string; field?: FieldName };

const CLASSES: Readonly<Record<string, FieldName>> = {
  lead: 'standfirst',
  correction: 'correction',
  dateline: 'kicker',
  byline: 'byline',
};

/** The story as pages have it, in their order: pieces as `piecesOf` would read them. Blank blocks have none. */
export function ownPieces(story: Story): Own[] {
  const part = publishedPart(story);
  const fields = fieldPieces(story);
  const isBehind = ({ field }: Own): boolean => field === 'byline';
  const body = asRendered(
    part.body.flatMap((block, at) => ownBlock(block, part, at)),
    story,
  );
  return [...fields.filter((one) => !isBehind(one)), ...body, ...fields.filter(isBehind)];
}

/** A list's item may stand less deep in the page than in the story: what counts is the page. */
function asRendered(own: readonly Own[], story: Story): Own[] {
  const shown = renderedPieces(story);
  const items = shown.filter((piece) => piece.kind === 'text' && piece.as.type === 'listItem');
  let at = 0;
  return own.map((one) => {
    if (one.piece.kind !== 'text' || one.piece.as.type !== 'listItem') return one;
    const item = items[at++];
    return item?.kind === 'text' ? { ...one, piece: { ...one.piece, as: item.as } } : one;
  });
}

/** Our own story as a page of it would be read. */
export function renderedPieces(story: Story): Piece[] {
  const photos = new Map(story.body.flatMap((one) => (one.type === 'figure' ? [[photoKey(one), NO_PHOTO]] : [])));
  return piecesOf(storyToWordPress(story, { photos }).content);
}
const NO_PHOTO = { id: 1, url: 'photo', width: 1, height: 1 };

function fieldPieces(story: Story): Own[] {
  const bare = { ...story, fields: { ...story.fields, closingMark: '' }, body: [] };
  const { content } = storyToWordPress(bare, { photos: new Map() });
  return [...content.matchAll(/<p class="(\w+)">.*?<\/p>/gs)].flatMap(([html, name = '']) => {
    const field = CLASSES[name];
    return field ? [{ field, piece: { kind: 'text', as: { type: 'paragraph' }, ...wordsOf(html) } as const }] : [];
  });
}

const wordsOf = (html: string): Words => {
  const [unit] = readUnits(html);
  return { text: unit?.text ?? '', markup: unit?.markup ?? '' };
};
/** White space as an attribute read back has it. */
const spaced = (text: string): string => text.replace(/[ \t\r\n\f]+/g, ' ').trim();
const runWords = (runs: readonly Run[]): Words => wordsOf(`<p>${inlineToHtml(runs, htmlEscape, [])}</p>`);
const lines = (text: string): string => linesToHtml(text.trim(), htmlEscape);

function ownBlock(block: PublishedBlock, { body }: PublishedStory, at: number): Own[] {
  const own = (piece: Piece): Own => ({ piece, block: block.id });
  if (isTextBlock(block)) {
    const { id: _, runs, box: __, ...as } = block;
    return [own({ kind: 'text', as, ...runWords(runs) })];
  }
  switch (block.type) {
    case 'figure': {
      const caption = wordsOf(`<p>${captionHtml(block, lines)}</p>`);
      const figure = own({ kind: 'figure', address: '', alt: spaced(block.alt), caption });
      const next = body[at + 1];
      if (!block.gallery || (next?.type === 'figure' && next.gallery)) return [figure];
      const first = body.slice(0, at + 1).findLastIndex((one) => one.type !== 'figure' || !one.gallery) + 1;
      const named = body.slice(first, at + 1).find((one) => one.type === 'figure' && one.galleryCaption?.trim());
      if (named?.type !== 'figure') return [figure];
      return [
        figure,
        { block: named.id, piece: { kind: 'gallery', ...wordsOf(`<p>${lines(named.galleryCaption ?? '')}</p>`) } },
      ];
    }
    case 'table': {
      const cell = (text: string): string => wordsOf(`<p>${linesToHtml(text, htmlEscape)}</p>`).text;
      const rows = block.rows.map((row) => row.map(cell));
      return [own({ kind: 'table', rows, header: block.header, caption: cell(block.caption.trim()) })];
    }
    case 'embed':
      return [own({ kind: 'embed', url: block.url, caption: wordsOf(`<p>${lines(block.caption)}</p>`).text })];
    case 'divider':
      return [own({ kind: 'line' })];
  }
}
