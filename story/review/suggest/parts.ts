import { type Block, isTextBlock, type SolidBlock, type Story, type Suggestion } from '../../model.ts';
import { isGhost } from './moves.ts';

/** A place on the page, for sorting: a block's index in the body and how far in; a field is before all, by its rank. */
export type Start = readonly [number, number];

/** What one suggestion marks in a body: where it begins, its words (a break is "\n") and its blocks that are no text. */
export type Part = {
  id: string;
  made: Suggestion | undefined;
  start: Start;
  /** Where its last words end. */
  end: Start;
  block: Block;
  text: string;
  solids: SolidBlock[];
  /** The one beside it that it replaces, or that replaces it. */
  pair?: string;
};

/** The suggestions that a body is marked with, in the order in which they begin. */
export function partsOf({ body, suggestions }: Pick<Story, 'body' | 'suggestions'>): Map<string, Part> {
  const parts = new Map<string, Part>();
  let beside: readonly Part[] = [];
  const mark = (marks: readonly string[], block: Block, start: Start, text: string) => {
    const here = marks.map((id) => {
      const part = parts.get(id) ?? { id, made: suggestions[id], start, end: start, block, text: '', solids: [] };
      parts.set(id, part);
      part.text += text;
      part.end = [start[0], start[1] + text.length];
      if (!isTextBlock(block)) part.solids.push(block);
      return part;
    });
    for (const part of here) {
      const other = beside.find((one) => isReplacement(one, part));
      if (other) [part.pair, other.pair] = [other.id, part.id];
    }
    beside = here;
  };
  body.forEach((block, index) => {
    if (isGhost(block, suggestions)) return;
    mark(block.suggestions ?? [], block, [index, -1], isTextBlock(block) ? '\n' : '');
    if (!isTextBlock(block)) return;
    let offset = 0;
    for (const run of block.runs) {
      mark(run.suggestions ?? [], block, [index, offset], run.text);
      offset += run.text.length;
    }
  });
  return parts;
}

/** What one author took out, and what stands in its place. */
const isReplacement = (a: Part, b: Part): boolean =>
  a.made?.by === b.made?.by &&
  !a.pair &&
  !b.pair &&
  ((a.made?.kind === 'deletion' && b.made?.kind === 'insertion') ||
    (a.made?.kind === 'insertion' && b.made?.kind === 'deletion'));
