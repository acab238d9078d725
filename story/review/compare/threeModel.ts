import type { FieldName, FigureField } from '../../model.ts';
import type { ComparedBlock, Marks, Piece } from './model.ts';

/** The three versions: the one that both sides come from, and the sides. */
export const VERSIONS = ['base', 'ours', 'theirs'] as const;
export type ThreeVersion = (typeof VERSIONS)[number];
/** Whose a change is; `both`: both made the same one. */
export type Owner = 'ours' | 'theirs' | 'both';
/** Whose the changes of a whole row or field are; `each`: each side has changes of its own; `different`: they contradict each other. */
export type Whose = Owner | 'each' | 'different';

/**
 * A stretch of three texts, in NFC, never empty. `clash`: both changed the same words, differently; its pieces lead from the
 * base to each side, and may be empty where the base is. A `format` by both that is not the same has `theirs` beside `marks`.
 */
export type ThreePiece =
  | { kind: 'same'; text: string; marks?: Marks }
  | { kind: 'added' | 'removed'; by: Owner; text: string; marks?: Marks }
  | { kind: 'format'; by: Owner; text: string; marks?: Marks; was?: Marks }
  | { kind: 'format'; by: 'different'; text: string; marks?: Marks; theirs?: Marks; was?: Marks }
  | { kind: 'clash'; ours: Piece[]; theirs: Piece[] };

/** Between the blocks of one row, in its text: Unicode's paragraph separator. */
export const BREAK = '\u2029';

/** A text of a row: its words (blocks are parted by BREAK), a figure's text, a table's cells (a row a line), an address. */
export type ThreeText = { name: 'words' | 'cells' | 'url' | FigureField; pieces: ThreePiece[] };

/**
 * The blocks of the three versions that are one, with all that differs. More than one on a side: split or joined. None: it
 * is not there. `away`: only the place where a block stood in the base that was moved; it has no texts.
 */
export type ThreeRow = Record<ThreeVersion, ComparedBlock[]> & {
  kind: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'away';
  whose: Whose | null;
  texts: ThreeText[];
  /** Who moved it, made it another kind of block, put in another photo, or did something else to the photo; null: nobody. */
  moved: Whose | null;
  retyped: Whose | null;
  photo: Whose | null;
  recipe: Whose | null;
};

export type ThreeField = { name: FieldName; whose: Whose | null; pieces: ThreePiece[] };

export type ThreeComparison = {
  isSame: boolean;
  /** All fields, in the order of the page. */
  fields: ThreeField[];
  rows: ThreeRow[];
  /** How many fields and blocks have changes by whom. */
  counts: Record<Whose, number>;
};
