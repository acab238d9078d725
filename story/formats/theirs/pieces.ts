import type { TextBlock } from '../../model.ts';
import { embedAddress, providerOf, shownAddress } from '../../text/provider.ts';
import { type PageElement, type PlacedUnit, readPlaced } from '../wordpress/read.ts';

/** What kind of text block stands there. */
export type TextKind = TextBlock extends infer B
  ? B extends TextBlock
    ? Omit<B, 'id' | 'runs' | 'box'>
    : never
  : never;
/** `markup`: as in a unit, with bold, italic and links in a normal form. */
export type Words = { text: string; markup: string };
/** A stretch of a page that is one block of a story, or a gallery's common caption; `other`: what no block can hold. */
export type Piece =
  | ({ kind: 'text'; as: TextKind } & Words)
  | { kind: 'figure'; address: string; alt: string; caption: Words }
  | ({ kind: 'gallery' } & Words)
  | { kind: 'table'; rows: string[][]; header: boolean; caption: string }
  | { kind: 'embed'; url: string; caption: string }
  | { kind: 'line' }
  | { kind: 'other'; text: string };

type Open = { piece: Piece; figures: number; table: PageElement | null; row: PageElement | null };
const NONE: Words = { text: '', markup: '' };

/** A post's HTML as pieces, in order. What is not understood as anything else is text; nothing that shows words is left out. */
export function piecesOf(html: string): Piece[] {
  const all: Open[] = [];
  const add = (piece: Piece, unit: PlacedUnit): void =>
    void all.push({
      piece,
      figures: count(unit.path, 'figure'),
      table: around(unit, 'table'),
      row: around(unit, 'tr'),
    });
  for (const unit of readPlaced(html)) {
    const last = all.at(-1);
    if (unit.kind === 'alt') {
      if (last?.piece.kind === 'figure') last.piece.alt = unit.text;
    } else if (unit.kind === 'photo') add({ kind: 'figure', address: unit.text, alt: '', caption: NONE }, unit);
    else if (unit.kind === 'cell') addCell(last, unit, add);
    else if (unit.kind === 'line') add({ kind: 'line' }, unit);
    else if (unit.kind !== 'caption' || !addCaption(last, unit, add)) add(plainPiece(unit), unit);
  }
  return all.map(({ piece }) => piece);
}

function addCell(last: Open | undefined, unit: PlacedUnit, add: (piece: Piece, unit: PlacedUnit) => void): void {
  const isHead = unit.path.includes('>thead>');
  if (last?.piece.kind !== 'table' || last.table !== around(unit, 'table')) {
    add({ kind: 'table', rows: [[unit.text]], header: isHead, caption: '' }, unit);
    return;
  }
  const row = around(unit, 'tr');
  if (row === last.row) last.piece.rows.at(-1)!.push(unit.text);
  else last.piece.rows.push([unit.text]);
  last.row = row;
}

/** Under a photo, a table or a card; one that stands outside its photo's own figure is a gallery's. */
function addCaption(last: Open | undefined, unit: PlacedUnit, add: (piece: Piece, unit: PlacedUnit) => void): boolean {
  const { text, markup } = unit;
  if (!last) return false;
  const isOwn = count(unit.path, 'figure') >= last.figures;
  const { piece } = last;
  if (piece.kind === 'figure' && !isOwn) add({ kind: 'gallery', text, markup }, unit);
  else if (piece.kind === 'figure' && piece.caption === NONE) piece.caption = { text, markup };
  else if ((piece.kind === 'table' || piece.kind === 'embed') && piece.caption === '') piece.caption = text;
  else return false;
  return true;
}

function plainPiece({ kind, path, text, markup }: PlacedUnit): Piece {
  const isAddress = /^https:\/\/\S+$/.test(text) && /(?:^|>)figure>(?:div|p)$/.test(path);
  const url = isAddress ? embedAddress(text) : null;
  if (url) return { kind: 'embed', url, caption: '' };
  if (kind === 'other' && /^<(?!br)/.test(text)) {
    const frame = text.startsWith('<iframe> ') ? embedAddress(text.slice(9)) : null;
    return frame ? { kind: 'embed', url: frame, caption: '' } : { kind: 'other', text };
  }
  return (
    linkedEmbed(text, markup) ?? {
      kind: 'text',
      as: textKind(path, markup),
      text,
      markup: markup.replace(/<\/?cite>/g, ''),
    }
  );
}

/** A card that a site cannot show stands there as a link: "Google Maps: …". */
function linkedEmbed(text: string, markup: string): Piece | null {
  const [, label, href, words] = /^([^<>]+): <a href="([^"<>]*)">([^<>]*)<\/a>$/.exec(markup) ?? [];
  const url = href === undefined ? null : embedAddress(href.replaceAll('&amp;', '&'));
  if (!url || providerOf(url).wordpress || providerOf(url).name !== label) return null;
  const caption = text.slice(label.length + 2);
  return words === undefined ? null : { kind: 'embed', url, caption: caption === shownAddress(url) ? '' : caption };
}

function textKind(path: string, markup: string): TextKind {
  const tags = path.split('>');
  const heading = tags.findLast((tag) => /^h[1-6]$/.test(tag));
  if (heading) return { type: 'heading', level: heading <= 'h2' ? 2 : 3 };
  if (tags.includes('li')) {
    const lists = tags.filter((tag) => tag === 'ul' || tag === 'ol');
    const list = lists.at(-1) === 'ol' ? 'number' : 'bullet';
    return { type: 'listItem', list, indent: Math.min(6, Math.max(0, lists.length - 1)) };
  }
  if (!tags.includes('blockquote')) return { type: 'paragraph' };
  if (markup.startsWith('<cite>')) return { type: 'attribution' };
  return { type: tags.includes('figure') ? 'pullquote' : 'quote' };
}

const count = (path: string, tag: string): number => path.split('>').filter((one) => one === tag).length;

function around({ inside }: PlacedUnit, tag: string): PageElement | null {
  for (let element = inside; element; element = element.parent) if (element.tag === tag) return element;
  return null;
}
