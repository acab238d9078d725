import { FIGURE_FIELDS, type Figure } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { pickSet, same } from './same.ts';

/** The figure's texts, as a conflict about the whole figure shows them. Never empty: that means "no such figure". */
export const figureText = (figure: Figure): string =>
  FIGURE_FIELDS.map((name) => figure[name])
    .filter((text) => text !== '')
    .join('\n') || '▣';

/**
 * A figure that may be absent in any version. Texts merge like fields; taken out by one side and changed by the other, it
 * stays, with a conflict; given different photos by both, both figures stay, each with a conflict.
 */
export function mergeFigure(
  base: Figure | undefined,
  ours: Figure | undefined,
  theirs: Figure | undefined,
  conflicts: Conflicts,
  newId: () => string,
  ourFigures: readonly Figure[],
): Figure[] {
  if (same(base, theirs) || same(ours, theirs)) return ours ? [ours] : [];
  if (same(base, ours)) return theirs ? [theirs] : [];
  if (!ours || !theirs) {
    const kept = (ours ?? theirs)!;
    if (!sameTexts(kept, base!) || kept.photo !== base!.photo)
      conflicts.add({ block: kept.id }, ours ? figureText(ours) : '', theirs ? figureText(theirs) : '');
    else return []; // nothing but a tick was changed
    return [kept];
  }
  if (ours.photo !== theirs.photo && base?.photo !== ours.photo && base?.photo !== theirs.photo) {
    // Received twice, it stands here already.
    if (
      ourFigures.some((figure) => figure.id !== ours.id && figure.photo === theirs.photo && sameTexts(figure, theirs))
    )
      return [ours];
    const second = { ...theirs, id: newId() };
    conflicts.add({ block: ours.id }, figureText(ours), '');
    conflicts.add({ block: second.id }, '', figureText(theirs));
    return [ours, second];
  }
  return [mergeTexts(base, ours, theirs, conflicts)];
}

const sameTexts = (a: Figure, b: Figure): boolean => FIGURE_FIELDS.every((name) => a[name] === b[name]);

function mergeTexts(base: Figure | undefined, ours: Figure, theirs: Figure, conflicts: Conflicts): Figure {
  const { photo, width, height } = base && ours.photo === base.photo ? theirs : ours;
  const merged: Figure = { ...ours, photo, width, height };
  for (const name of FIGURE_FIELDS) {
    const field = mergeField(base?.[name] ?? '', ours[name], theirs[name]);
    merged[name] = field.text;
    if (field.theirs !== null) conflicts.add({ block: ours.id, part: name }, field.text, field.theirs);
  }
  const unchecked = base
    ? pickSet(base.unchecked, ours.unchecked, theirs.unchecked)
    : ours.unchecked.filter((name) => theirs.unchecked.includes(name));
  return { ...merged, unchecked: unchecked.toSorted() };
}
