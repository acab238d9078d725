import {
  type Anchor,
  type Block,
  FIGURE_FIELDS,
  type Figure,
  figureText,
  isTextBlock,
  plainText,
  type SolidBlock,
  withFigureText,
} from './model.ts';

/** A block as it stands in the story, or as it is published. */
export type AnyBlock = Block | Omit<Figure, 'unchecked'>;
type AnySolid = SolidBlock | Omit<Figure, 'unchecked'>;
/** Where in a block a plain text stands, as anchors say it. */
export type TextPlace = Omit<Extract<Anchor, { block: string }>, 'block'>;

/** The plain texts of a block, in the order of the page; of a text block, whose words are runs, none. */
export function plainTexts(block: AnyBlock): { place: TextPlace; text: string }[] {
  switch (block.type) {
    case 'figure':
      return FIGURE_FIELDS.map((part) => ({ place: { part }, text: figureText(block, part) }));
    case 'table':
      return [
        { place: { part: 'caption' }, text: block.caption },
        ...block.rows.flatMap((row, r) =>
          row.map((text, c) => ({ place: { cell: [r, c] } satisfies TextPlace, text })),
        ),
      ];
    case 'embed':
      return [{ place: { part: 'caption' }, text: block.caption }];
    default:
      return [];
  }
}

/** The block with its plain texts changed, each by itself. */
export function withTexts<B extends AnySolid>(block: B, change: (text: string, place: TextPlace) => string): B {
  if (block.type === 'figure') {
    let figure: Omit<Figure, 'unchecked'> = block;
    for (const part of FIGURE_FIELDS) figure = withFigureText(figure, part, change(figureText(figure, part), { part }));
    return figure as B;
  }
  const changed = { ...block };
  if (changed.type === 'table') {
    changed.caption = change(changed.caption, { part: 'caption' });
    changed.rows = changed.rows.map((row, r) => row.map((text, c) => change(text, { cell: [r, c] })));
  }
  if (changed.type === 'embed') changed.caption = change(changed.caption, { part: 'caption' });
  return changed;
}

/** The texts of a block that count as the story's own words: a table's cells do, captions do not. */
export function bodyTexts(block: AnyBlock): string[] {
  if (isTextBlock(block)) return [plainText(block.runs)];
  return block.type === 'table' ? block.rows.flat() : [];
}

/** Whether a block gives a reader something: words, a picture. A line between two parts is nothing by itself. */
export function hasContent(block: AnyBlock): boolean {
  if (isTextBlock(block)) return plainText(block.runs).trim() !== '';
  if (block.type === 'table') return plainTexts(block).some(({ text }) => text.trim() !== '');
  return block.type !== 'divider';
}
