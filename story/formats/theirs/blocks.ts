import {
  type Block,
  type Figure,
  isTextBlock,
  type Run,
  type Story,
  type Table,
  type TextBlock,
  withFigureText,
} from '../../model.ts';
import { idOf } from '../page/embed.ts';
import type { Piece, TextKind } from './pieces.ts';
import { changedRuns, runsOfMarkup } from './runs.ts';

/** A block of ours as theirs has it; the block itself where nothing differs. */
export function changedBlock(block: Block, own: Piece, theirs: Piece, suggestions: Story['suggestions']): Block {
  if (JSON.stringify(own) === JSON.stringify(theirs)) return block;
  if (isTextBlock(block) && own.kind === 'text' && theirs.kind === 'text') {
    const runs =
      own.markup === theirs.markup ? block.runs : changedRuns(block.runs, suggestions, runsOfMarkup(theirs.markup));
    return {
      ...(kindOf(block, own.as, theirs.as) as object),
      id: block.id,
      runs,
      ...(block.box && { box: block.box }),
    } as Block;
  }
  if (block.type === 'figure' && theirs.kind === 'figure' && own.kind === 'figure')
    return changedFigure(block, own, theirs);
  if (block.type === 'figure' && theirs.kind === 'gallery') return withFigureText(block, 'galleryCaption', theirs.text);
  if (block.type === 'table' && theirs.kind === 'table' && own.kind === 'table')
    return changedTable(block, own, theirs);
  if (block.type === 'embed' && theirs.kind === 'embed') {
    const url = idOf(theirs.url) === idOf(block.url) ? block.url : theirs.url;
    const isSame = own.kind === 'embed' && own.caption === theirs.caption;
    // Where the site shows a frame instead of the address, there is no caption to be read.
    const isFrame = theirs.caption === '' && theirs.url !== block.url && url === block.url;
    return { ...block, url, caption: isSame || isFrame ? block.caption : theirs.caption };
  }
  return block;
}

/** What a site shows otherwise than by our own hand stays what it is here: whose words a quote's are, a quote set large. */
function kindOf({ id: _, runs: __, box: ___, ...kind }: TextBlock, own: TextKind, theirs: TextKind): TextKind {
  if (own.type === 'attribution' || JSON.stringify(own) === JSON.stringify(theirs)) return kind;
  const isQuote = (kind: TextKind): boolean => kind.type === 'quote' || kind.type === 'pullquote';
  return isQuote(own) && isQuote(theirs) ? kind : theirs;
}

type FigurePiece = Extract<Piece, { kind: 'figure' }>;

function changedFigure(figure: Figure, own: FigurePiece, theirs: FigurePiece): Figure {
  const alt = own.alt === theirs.alt ? figure.alt : theirs.alt;
  if (own.caption.markup === theirs.caption.markup) return { ...figure, alt };
  const { caption, credit } = captionAndCredit(theirs.caption, figure.credit.trim());
  return { ...figure, alt, caption, credit };
}

/** The credit is what stands last, in italics; or, where a site shows it otherwise, the words that it was. */
export function captionAndCredit(
  { text, markup }: { text: string; markup: string },
  known = '',
): Pick<Figure, 'caption' | 'credit'> {
  const [, before = '', credit] = /^(.*?)\s*<em>([^<]*)<\/em>$/s.exec(markup) ?? [];
  const plain = (html: string): string =>
    runsOfMarkup(html)
      .map((run: Run) => run.text)
      .join('')
      .trim();
  if (credit !== undefined) return { caption: plain(before), credit: plain(credit) };
  if (known !== '' && text.endsWith(known)) return { caption: text.slice(0, -known.length).trim(), credit: known };
  return { caption: text, credit: '' };
}

type TablePiece = Extract<Piece, { kind: 'table' }>;

/** Cells that are as they were keep their white space, too. */
function changedTable(table: Table, own: TablePiece, theirs: TablePiece): Table {
  const rows = evenRows(theirs.rows).map((row, at) =>
    row.map((text, column) => (own.rows[at]?.[column] === text ? (table.rows[at]?.[column] ?? text) : text)),
  );
  return { ...table, rows, caption: own.caption === theirs.caption ? table.caption : theirs.caption };
}

const evenRows = (rows: readonly string[][]): string[][] => {
  const columns = Math.min(20, Math.max(1, ...rows.map((row) => row.length)));
  return rows.slice(0, 200).map((row) => Array.from({ length: columns }, (_, at) => row[at] ?? ''));
};

/** A piece that only theirs has, as a new block; null: no block can hold it (a photo that is not on this desk, a script). */
export function newBlock(piece: Piece, id: string): Block | null {
  switch (piece.kind) {
    case 'text':
      return { ...(piece.as as object), id, runs: runsOfMarkup(piece.markup) } as Block;
    case 'table': {
      const { header, caption } = piece;
      return { id, type: 'table', header, caption, rows: evenRows(piece.rows) };
    }
    case 'embed':
      return { id, type: 'embed', url: piece.url, caption: piece.caption };
    case 'line':
      return { id, type: 'divider' };
    case 'gallery':
      return { id, type: 'paragraph', runs: runsOfMarkup(piece.markup) };
    default:
      return null;
  }
}
