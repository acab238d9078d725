import { FIGURE_FIELDS, type Figure } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { pick, pickSet } from './same.ts';

/** A figure that both sides changed: its texts merge like fields. null: they gave it different photos, so there are two now. */
export function mergeFigure(
  base: Figure | undefined,
  ours: Figure,
  theirs: Figure,
  conflicts: Conflicts,
): Figure | null {
  if (ours.photo !== theirs.photo && base?.photo !== ours.photo && base?.photo !== theirs.photo) return null;
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
  // In the schema's order of keys, as everything that is stored.
  const { gallery: _, box, ...figure } = merged;
  const isInGallery = pick(base?.gallery, ours.gallery, theirs.gallery);
  return {
    ...figure,
    unchecked: unchecked.toSorted(),
    ...(isInGallery && { gallery: true as const }),
    ...(box && { box }),
  };
}
