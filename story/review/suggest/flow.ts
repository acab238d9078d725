import { type Block, isTextBlock, type Run, type SolidBlock, type TextBlock } from '../../model.ts';
import { joinRuns } from '../../runs.ts';
import { withMarks } from './decide.ts';

/** A body as one row of things: the break that begins a text block, a letter with its combining marks, a block that is no text. */
export type Item =
  | { key: string; kind: 'break'; block: TextBlock; marks: readonly string[] }
  | { key: string; kind: 'text'; run: Run; marks: readonly string[] }
  | { key: string; kind: 'solid'; block: SolidBlock; marks: readonly string[] }
  /** A block that was moved, already tracked by itself. */
  | { key: string; kind: 'moved'; blocks: readonly Block[]; marks: readonly string[] };

const NONE: readonly string[] = [];
const LETTERS = /\P{M}\p{M}*|\p{M}+/gsu;

export function flowOf(body: readonly Block[]): Item[] {
  const items: Item[] = [];
  for (const block of body) {
    const marks = block.suggestions ?? NONE;
    if (!isTextBlock(block)) items.push({ key: `\u0001${block.id}`, kind: 'solid', block, marks });
    else {
      items.push({ key: `\u0000${block.id}`, kind: 'break', block, marks });
      for (const run of block.runs)
        for (const [letter] of run.text.matchAll(LETTERS))
          items.push({
            key: letter,
            kind: 'text',
            run: run.text === letter ? run : { ...run, text: letter },
            marks: run.suggestions ?? NONE,
          });
    }
  }
  return items;
}

/** The item with other marks. */
export function marked(item: Item, marks: readonly string[]): Item {
  if (item.marks.join() === marks.join()) return item;
  if (item.kind !== 'text') return { ...item, marks };
  const { suggestions: _, ...run } = item.run;
  return { ...item, marks, run: marks.length > 0 ? { ...run, suggestions: [...marks] } : run };
}

/** The blocks that a flow holds. It begins with a break, or with a block that is no text. */
export function blocksOf(items: readonly Item[]): Block[] {
  const body: Block[] = [];
  let text: { block: TextBlock; runs: Run[] } | null = null;
  const close = () => {
    if (text) body.push({ ...text.block, runs: joinRuns(text.runs) });
    text = null;
  };
  for (const item of items) {
    if (item.kind === 'text') {
      text?.runs.push(item.run);
      continue;
    }
    close();
    if (item.kind === 'moved') body.push(...item.blocks);
    else if (item.kind === 'solid') body.push(withMarks(item.block, item.marks));
    else text = { block: withMarks(item.block, item.marks), runs: [] };
  }
  close();
  return body;
}
