import { canonicalJson } from '../canonical.ts';
import { FIGURE_FIELDS, type Figure, figureText, withFigureText } from '../model.ts';
import type { Recipe } from '../photo/recipe.ts';
import type { Conflicts } from './conflicts.ts';
import { mergeField } from './mergeField.ts';
import { mergeRecipes } from './mergeRecipe.ts';
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
  let merged: Figure = { ...ours, photo, width, height };
  for (const name of FIGURE_FIELDS) {
    const field = mergeField(base?.[name] ?? '', figureText(ours, name), figureText(theirs, name));
    merged = withFigureText(merged, name, field.text);
    if (field.theirs !== null) conflicts.add({ block: ours.id, part: name }, field.text, field.theirs);
  }
  const unchecked = base
    ? pickSet(base.unchecked, ours.unchecked, theirs.unchecked)
    : ours.unchecked.filter((name) => theirs.unchecked.includes(name));
  // In the schema's order of keys, as everything that is stored.
  const { gallery: _, columns: __, drafted: ___, recipe: ____, galleryCaption, box, ...figure } = merged;
  const isInGallery = pick(base?.gallery, ours.gallery, theirs.gallery);
  const columns = pick(base?.columns, ours.columns, theirs.columns);
  const drafted = pickSet(base?.drafted ?? [], ours.drafted ?? [], theirs.drafted ?? []);
  const recipe = recipeOf(base, ours, theirs, photo, conflicts);
  return {
    ...figure,
    unchecked: unchecked.toSorted(),
    ...(drafted.length > 0 && { drafted: drafted.toSorted() }),
    ...(recipe && { recipe }),
    ...(isInGallery && { gallery: true as const }),
    ...(columns && { columns }),
    ...(galleryCaption && { galleryCaption }),
    ...(box && { box }),
  };
}

/** A recipe is of one photo: where the sides have two, that of the photo that stays. */
function recipeOf(
  base: Figure | undefined,
  ours: Figure,
  theirs: Figure,
  photo: string,
  conflicts: Conflicts,
): Recipe | undefined {
  if (ours.photo !== theirs.photo) return (ours.photo === photo ? ours : theirs).recipe;
  const { recipe, isAsked } = mergeRecipes(base?.recipe, ours.recipe, theirs.recipe);
  const stored = (made: Recipe | undefined) => (made ? canonicalJson(made) : '');
  if (isAsked) conflicts.add({ block: ours.id, recipe: true }, stored(recipe), stored(theirs.recipe));
  return recipe;
}
