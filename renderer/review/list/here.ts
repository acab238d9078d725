import { type Anchor, type Block, FIELD_NAMES, isTextBlock, type Story } from '../../../story/model.ts';
import type { Start } from '../../../story/review/suggest/parts.ts';
import type { Here } from '../../editor/marked.ts';
import type { Item } from './items.ts';

/** Whether something stands where the person is: what the caret is in or beside, and what is selected. */
export function itemsHere(story: Story, items: readonly Item[], here: Here | null): Item[] {
  if (here === null) return [];
  if ('control' in here) return items.filter((item) => isAbout(anchorOf(item), here.control));
  const marks = marksBetween(story.body, here);
  return items.filter((item) => idsOf(item).some((id) => marks.has(id)));
}

export const idsOf = (item: Item): readonly string[] => (item.kind === 'entry' ? item.entry.ids : [item.key]);
export const anchorOf = (item: Item): Anchor => (item.kind === 'entry' ? item.entry.anchor : item.thread.anchor);

function isAbout(anchor: Anchor, control: Anchor): boolean {
  if ('field' in anchor || 'field' in control)
    return 'field' in anchor && 'field' in control && anchor.field === control.field;
  return anchor.block === control.block && (anchor.part === undefined || anchor.part === control.part);
}

/** Where the person is, as a place on the page; null: nowhere yet. */
export function startHere({ body }: Story, here: Here | null): Start | null {
  if (here === null) return null;
  if ('control' in here && 'field' in here.control) return [-1, FIELD_NAMES.indexOf(here.control.field)];
  const id = 'control' in here ? (here.control as { block: string }).block : here.from.block;
  const index = body.findIndex((block) => block.id === id);
  return index < 0 ? null : [index, 'from' in here ? here.from.offset : 0];
}

/** The suggestions and threads of what stands from one place of the body to another, what only touches them included. */
function marksBetween(body: readonly Block[], { from, to }: Exclude<Here, { control: unknown }>): Set<string> {
  const [first, last] = [from, to].map(({ block }) => body.findIndex(({ id }) => id === block)) as [number, number];
  const marks = new Set<string>();
  if (first < 0) return marks;
  for (let at = first; at <= last; at++) {
    const block = body[at] as Block;
    const [start, end] = [at === first ? from.offset : 0, at === last ? to.offset : Number.MAX_SAFE_INTEGER];
    // The break before a paragraph stands at its very beginning.
    if (start === 0 || !isTextBlock(block)) for (const id of block.suggestions ?? []) marks.add(id);
    let offset = 0;
    for (const run of isTextBlock(block) ? block.runs : []) {
      const isIn = offset <= end && offset + run.text.length >= start;
      if (isIn) for (const id of [...(run.suggestions ?? []), ...(run.threads ?? [])]) marks.add(id);
      offset += run.text.length;
    }
  }
  return marks;
}
