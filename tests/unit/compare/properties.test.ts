import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, FIGURE_FIELDS, figureText, isTextBlock, type Run, type Story } from '../../../story/model.ts';
import { compareStories } from '../../../story/review/compare/compare.ts';
import type { ComparedBlock, Comparison, Marks, Piece } from '../../../story/review/compare/model.ts';
import { comparePlain, piecesOf, piecesText } from '../../../story/review/compare/pieces.ts';
import { cellsOf } from '../../../story/review/compare/views.ts';
import { segments } from '../../../story/text/segments.ts';
import { storyArbitrary } from '../journal/edits.ts';
import { acts, edited, start } from '../review/edits.ts';
import { counter } from '../review/kit.ts';

type Side = 'before' | 'after';
const RUNS = { numRuns: 300 };

/** The same story with new ids for all blocks: imported again. */
const reborn = (of: Story): Story => {
  const id = counter(0x7000);
  return { ...of, body: of.body.map((block) => ({ ...block, id: id() })) };
};

/** Two versions: edited by one person or another, imported again, or nothing to do with each other. */
const versions = fc.oneof(
  fc.tuple(acts, acts).map(([left, right]) => [edited(start, left, 'o'), edited(start, right, 't')] as const),
  acts.map((list) => [start, reborn(edited(start, list, 'o'))] as const),
  fc.tuple(storyArbitrary, storyArbitrary),
);

const nfc = (text: string): string => text.normalize('NFC');
const runsOf = (block: ComparedBlock): Run[] => (isTextBlock(block) ? block.runs : []);
const textOf = (block: ComparedBlock): string =>
  nfc(
    runsOf(block)
      .map((run) => run.text)
      .join(''),
  );

/** Each letter (with its marks) with its format. */
function letters(parts: readonly { text: string; marks?: Marks | undefined }[]): string[] {
  return parts.flatMap(({ text, marks }) => [...text].map((letter) => letter + JSON.stringify(marks ?? {})));
}
const marksOn = (piece: Piece, side: Side) => (piece.kind === 'format' && side === 'before' ? piece.was : piece.marks);
const formatsOf = ({ bold, italic, link }: Run): Marks => ({
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(link !== undefined && { link }),
});

describe('any two versions', () => {
  it.each<Side>(['before', 'after'])(
    '%s is exactly rebuilt from the pieces, block by block, from top to bottom',
    (side) => {
      fc.assert(
        fc.property(versions, ([before, after]) => {
          const comparison = compareStories(before, after);
          const story = side === 'before' ? before : after;
          const cells = comparison.rows.flatMap((row) => cellsOf(row, side));
          expect(cells.map((cell) => cell.block)).toEqual(story.body);
          expect(cells.map((cell) => piecesText(cell.pieces, side))).toEqual(story.body.map(textOf));
          for (const { name, pieces } of comparison.fields)
            expect(piecesText(pieces, side)).toBe(nfc(story.fields[name]));
          for (const row of comparison.rows)
            for (const { block } of cellsOf(row, side))
              for (const name of FIGURE_FIELDS)
                if (block.type === 'figure')
                  expect(piecesText(row.figure!.texts[name], side)).toBe(nfc(figureText(block, name)));
        }),
        RUNS,
      );
    },
  );

  it.each<Side>(['before', 'after'])('every letter of %s has its format', (side) => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        for (const row of compareStories(before, after).rows)
          for (const { block, pieces } of cellsOf(row, side)) {
            const runs = runsOf(block).map((run) => ({ text: run.text, marks: formatsOf(run) }));
            // Where a letter's own marks stand in another run, whose format it has is open.
            if (runs.map(({ text }) => nfc(text)).join('') !== textOf(block)) continue;
            const shown = piecesOf(pieces, side).map((piece) => ({ text: piece.text, marks: marksOn(piece, side) }));
            expect(letters(shown)).toEqual(letters(runs.map((run) => ({ ...run, text: nfc(run.text) }))));
          }
      }),
      RUNS,
    );
  });

  it('equal ones show no change', () => {
    fc.assert(
      fc.property(versions, ([story]) => {
        const { isSame, counts, rows } = compareStories(story, structuredClone(story));
        expect(isSame).toBe(true);
        expect(Object.values(counts).every((count) => count === 0)).toBe(true);
        expect(rows.every((row) => row.kind === 'same' && !row.isChanged)).toBe(true);
      }),
      RUNS,
    );
  });

  it('imported again unchanged, words and order are the same', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const story = edited(start, list, 'o');
        expect(compareStories(story, reborn(story)).counts).toMatchObject({ wordsAdded: 0, wordsRemoved: 0 });
      }),
      RUNS,
    );
  });

  it('the other way round, what was added is removed', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        const back = compareStories(after, before);
        expect(summary(swapped(compareStories(before, after)))).toEqual(summary(back));
      }),
      RUNS,
    );
  });

  it('nothing is empty, nothing stands in two pieces that could stand in one', () => {
    fc.assert(
      fc.property(versions, ([before, after]) => {
        for (const { pieces } of compareStories(before, after).rows.flatMap((row) => row.parts))
          for (const [index, piece] of pieces.entries()) {
            expect(piece.text).not.toBe('');
            const { text: _, ...kind } = piece;
            const { text: __, ...next } = pieces[index + 1] ?? { text: '' };
            expect(next).not.toEqual(kind);
          }
      }),
      RUNS,
    );
  });
});

describe('any two texts of a few words that come again and again', () => {
  const text = fc
    .array(fc.constantFrom('mưa', 'nắng', 'gió', ' ', ' ', ' ', '. ', ', ', '57,54%', '\n'), { maxLength: 40 })
    .map((parts) => parts.join(''));

  it('are rebuilt, and cut only between syllables, numbers and marks', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = comparePlain(before, after);
        for (const [side, whole] of [
          ['before', before],
          ['after', after],
        ] as const) {
          expect(piecesText(pieces, side)).toBe(whole);
          expect(borders(segments(whole))).toEqual(
            expect.arrayContaining(borders(piecesOf(pieces, side).map((piece) => piece.text))),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('show the same words whichever way round they are compared', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const there = comparePlain(before, after);
        const back = comparePlain(after, before);
        expect(piecesOf(there, 'before').map(isKept)).toEqual(piecesOf(back, 'after').map(isKept));
        expect(piecesOf(there, 'after').map(isKept)).toEqual(piecesOf(back, 'before').map(isKept));
      }),
      { numRuns: 2000 },
    );
  });
});

const isKept = ({ kind, text }: Piece) => ({ isKept: kind === 'same', text });
function borders(parts: readonly string[]): number[] {
  let at = 0;
  return parts.map((part) => (at += part.length));
}

type Summary = { fields: string[]; counts: Comparison['counts']; texts: string[] };

/** What one side shows, in whatever order rows of the two sides stand between each other. */
function summary(comparison: Comparison): Summary {
  const texts = comparison.rows.flatMap((row) =>
    [row.parts.map((part) => part.pieces), Object.values(row.figure?.texts ?? {})].map(
      (pieces) => `${row.kind} ${row.isChanged} ${row.isRetyped} ${JSON.stringify(pieces.map(inOrder))}`,
    ),
  );
  return {
    fields: FIELD_NAMES.map((_, index) => JSON.stringify(inOrder(comparison.fields[index]!.pieces))),
    counts: comparison.counts,
    texts: texts.sort(),
  };
}

/** Each side's pieces by themselves, since what replaces always stands behind what it replaces. */
const inOrder = (pieces: readonly Piece[]) => ({
  before: piecesOf(pieces, 'before'),
  after: piecesOf(pieces, 'after'),
});

function swapped(comparison: Comparison): Comparison {
  const opposite = { added: 'removed', removed: 'added' } as const;
  const swapPiece = (piece: Piece): Piece => {
    const { kind, text } = piece;
    if (kind === 'format') {
      const { marks, was } = piece;
      return { kind, text, ...(was && { marks: was }), ...(marks && { was: marks }) };
    }
    return { ...piece, kind: kind === 'same' ? kind : opposite[kind] };
  };
  const rowKinds = { ...opposite, split: 'joined', joined: 'split' } as Record<string, string>;
  const { counts } = comparison;
  return JSON.parse(
    JSON.stringify({
      ...comparison,
      fields: comparison.fields.map((field) => ({ ...field, pieces: field.pieces.map(swapPiece) })),
      rows: comparison.rows.map((row) => ({
        ...row,
        kind: rowKinds[row.kind] ?? row.kind,
        parts: row.parts.map((part) => ({ ...part, pieces: part.pieces.map(swapPiece) })),
        ...(row.figure && {
          figure: {
            ...row.figure,
            texts: Object.fromEntries(FIGURE_FIELDS.map((name) => [name, row.figure!.texts[name].map(swapPiece)])),
          },
        }),
      })),
      counts: {
        ...counts,
        wordsAdded: counts.wordsRemoved,
        wordsRemoved: counts.wordsAdded,
        blocksAdded: counts.blocksRemoved,
        blocksRemoved: counts.blocksAdded,
      },
    }),
  );
}
