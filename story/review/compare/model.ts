import type { PublishedBlock } from '../../canonical.ts';
import type { FieldName, Fields, FigureField, Format, Run } from '../../model.ts';

/** What can be compared: a Story, or the published part of one. */
export type Comparable = { fields: Fields; body: readonly ComparedBlock[] };
export type ComparedBlock = PublishedBlock;

/** Formats a reader sees. What is off is absent. */
export type Marks = Pick<Run, Format | 'link'>;
/**
 * A stretch of text, in NFC, never empty, never cut inside a syllable (except by a format that was). `marks` are absent
 * where there are none; `was`: the marks before, where nothing but they changed. What replaces stands behind what it replaces.
 */
export type Piece =
  | { kind: 'same' | 'added' | 'removed'; text: string; marks?: Marks }
  | { kind: 'format'; text: string; marks?: Marks; was?: Marks };

export type FieldComparison = { name: FieldName; isChanged: boolean; pieces: Piece[] };

/**
 * A block on each side and their text. In a split one block before has several parts, one for each block after: the first
 * part names it, in the others `before` is null. A join the other way round.
 */
export type Part = { before: ComparedBlock | null; after: ComparedBlock | null; pieces: Piece[] };

export type FigureComparison = {
  isPhotoChanged: boolean;
  isRecipeChanged: boolean;
  texts: Record<FigureField, Piece[]>;
};

/**
 * A table on each side: rows and columns of both, in one order, and which stand on one side only; the cells' texts by row and
 * column. Their parts have no pieces.
 */
export type TableComparison = {
  caption: Piece[];
  /** Whether the first row or column is a header has changed. */
  isHeaderChanged: boolean;
  columns: ('same' | 'added' | 'removed')[];
  rows: { kind: 'same' | 'added' | 'removed'; cells: Piece[][] }[];
};

/** A card: its address is compared as a whole. Its parts have no pieces. */
export type EmbedComparison = { url: Piece[]; caption: Piece[] };

/**
 * `moved` makes two rows, one where the block stood and one where it stands, both with all pieces; it may be changed,
 * retyped, split or joined, too. `retyped`: a paragraph became a heading, a list item went in by one, and the like.
 */
export type RowKind = 'same' | 'changed' | 'retyped' | 'split' | 'joined' | 'moved' | 'added' | 'removed';

export type Row = {
  kind: RowKind;
  /** Words, formats or photo differ. Always for added and removed. */
  isChanged: boolean;
  isRetyped: boolean;
  /** One, but several in a split or a join. */
  parts: Part[];
  /** For figures; their parts have no pieces. */
  figure?: FigureComparison;
  table?: TableComparison;
  embed?: EmbedComparison;
  /** Which end of the move this row is, the row of its other end, and the places in both bodies, from 0. */
  moved?: { end: 'from' | 'to'; row: number; from: number; to: number };
  /** Added or removed, but the same words (nearly) stand in this row on both sides: a copy. */
  copyOf?: number;
};

/** Words are syllables and numbers, of all texts; a move counts none. A block moved and changed counts as both. */
export type Counts = {
  wordsAdded: number;
  wordsRemoved: number;
  fieldsChanged: number;
  blocksAdded: number;
  blocksRemoved: number;
  blocksChanged: number;
  blocksMoved: number;
};

export type Comparison = {
  isSame: boolean;
  /** All fields, in the order of the page. */
  fields: FieldComparison[];
  /** Rows aligned for reading side by side, from top to bottom on both sides. */
  rows: Row[];
  counts: Counts;
};
