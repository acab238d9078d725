import { plainTexts } from '../content.ts';
import type { Figure, SolidBlock } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeEmbed } from './mergeEmbed.ts';
import { mergeFigure } from './mergeFigure.ts';
import { mergeMarksOf } from './mergeMarks.ts';
import { mergeTable } from './mergeTable.ts';
import { pick, same } from './same.ts';

/** A block's texts, as a conflict about the whole block shows them. Never empty: that means "no such block". */
export const solidText = (block: SolidBlock): string =>
  [...plainTexts(block).map(({ text }) => text), block.type === 'embed' ? block.url : '']
    .filter((text) => text !== '')
    .join('\n') || '▣';

/** See mergeInPlace. Whether the block stands in a box or is only suggested are questions of their own: no change of what it says. */
export function mergeSolid(
  base: SolidBlock | undefined,
  ours: SolidBlock | undefined,
  theirs: SolidBlock | undefined,
  conflicts: Conflicts,
  ourBody: readonly { id: string }[],
  newId: () => string,
): SolidBlock[] {
  if (!ours || !theirs) return mergeInPlace(base, ours, theirs, conflicts, ourBody, newId);
  const place = {
    box: pick((base ?? ours).box, ours.box, theirs.box),
    ...mergeMarksOf(base, ours, theirs, conflicts.suggested, (block) => inPlace(block, {})),
  };
  const [b, o, t] = [base && inPlace(base, place), inPlace(ours, place), inPlace(theirs, place)];
  return mergeInPlace(b, o, t, conflicts, ourBody, newId);
}

function inPlace<B extends SolidBlock>(
  { id, box: _, suggestions: __, ...block }: B,
  { box, suggestions }: Pick<SolidBlock, 'box' | 'suggestions'>,
): B {
  return { id, ...(suggestions && { suggestions }), ...block, ...(box && { box }) } as unknown as B;
}

/**
 * A block that is no text, and may be absent in any version. Taken out by one side and changed by the other, it stays, with a
 * conflict. Changed by both, it is merged by its parts where its kind can be (figures, tables, cards), else both stand, each with a conflict.
 * @param ourBody what ours has already: received twice, theirs stands there.
 */
function mergeInPlace(
  base: SolidBlock | undefined,
  ours: SolidBlock | undefined,
  theirs: SolidBlock | undefined,
  conflicts: Conflicts,
  ourBody: readonly { id: string }[],
  newId: () => string,
): SolidBlock[] {
  if (same(base, theirs) || same(ours, theirs)) return ours ? [ours] : [];
  if (same(base, ours)) return theirs ? [theirs] : [];
  if (!ours || !theirs) {
    const kept = (ours ?? theirs)!;
    if (isAlike(kept, base!)) return []; // nothing but a tick was changed
    conflicts.add({ block: kept.id }, ours ? solidText(ours) : '', theirs ? solidText(theirs) : '');
    return [kept];
  }
  const merged = mergeParts(base, ours, theirs, conflicts);
  if (merged) return [merged];
  if (ourBody.some((block) => block.id !== ours.id && isAlike(block, { ...theirs, id: block.id }))) return [ours];
  const second = { ...theirs, id: newId() };
  conflicts.add({ block: ours.id }, solidText(ours), '');
  conflicts.add({ block: second.id }, '', solidText(theirs));
  return [ours, second];
}

/** The merged block; null where two versions cannot be one. */
function mergeParts(
  base: SolidBlock | undefined,
  ours: SolidBlock,
  theirs: SolidBlock,
  conflicts: Conflicts,
): SolidBlock | null {
  const of = <T extends SolidBlock['type']>(type: T) => {
    const is = (block: SolidBlock | undefined): block is Extract<SolidBlock, { type: T }> => block?.type === type;
    return is(ours) && is(theirs) ? { base: is(base) ? base : undefined, ours, theirs } : null;
  };
  const figures = of('figure');
  if (figures) return mergeFigure(figures.base, figures.ours, figures.theirs, conflicts);
  const tables = of('table');
  if (tables) return mergeTable(tables.base, tables.ours, tables.theirs, conflicts);
  const embeds = of('embed');
  return embeds && mergeEmbed(embeds.base, embeds.ours, embeds.theirs, conflicts);
}

/** Whether two states of a block are one to a reader. */
function isAlike(a: { id: string }, b: { id: string }): boolean {
  const shown = ({ unchecked: _, drafted: __, suggestions: ___, ...block }: Partial<Figure>) => block;
  return same(shown(a), shown(b));
}
