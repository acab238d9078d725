import { type Recipe, recipeFromJson } from '../../story/photo/recipe.ts';
import { number } from '../format.ts';
import { language, t } from '../i18n.ts';

/** What was done to a photo, in words: "turned right, cropped, 2 areas hidden". */
export function recipeWords(recipe: Recipe | undefined): string {
  const { rotate, straighten, crop, focal, hide } = recipe ?? {};
  const said: string[] = [];
  if (rotate) said.push(t(`editor.recipe.said.turned${rotate}`));
  if (straighten) said.push(t('editor.recipe.said.straightened', { degrees: number(straighten, language()) }));
  if (crop) said.push(t('editor.recipe.said.cropped'));
  if (hide) said.push(t('editor.recipe.said.hidden', { count: hide.length }));
  if (focal) said.push(t('editor.recipe.said.focal'));
  return said.length > 0 ? said.join(', ') : t('editor.recipe.said.nothing');
}

/** The same of a recipe as a conflict holds it: JSON, or nothing. */
export const storedRecipeWords = (json: string): string => recipeWords(recipeFromJson(json));
