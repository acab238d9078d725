import type { Recipe } from '../photo/recipe.ts';
import { same } from './same.ts';

type Area = NonNullable<Recipe['hide']>[number];
/** Areas of a recipe, at most (see recipeSchema). */
const MOST = 50;

/**
 * Two recipes with a common base. What one side alone changed is its own; where both changed it, ours' cut stands, and every area
 * that either side hides is hidden: a merge uncovers nobody.
 * @returns `isAsked`: something of theirs is not in it, or an area one side had taken out is: a person decides
 */
export function mergeRecipes(
  base: Recipe | undefined,
  ours: Recipe | undefined,
  theirs: Recipe | undefined,
): { recipe: Recipe | undefined; isAsked: boolean } {
  if (same(ours, theirs) || same(base, theirs)) return { recipe: ours, isAsked: false };
  if (same(base, ours)) return { recipe: theirs, isAsked: false };
  const part = <T>(of: (recipe: Recipe | undefined) => T): { value: T; isOpen: boolean } => {
    const [b, o, t] = [of(base), of(ours), of(theirs)];
    return { value: same(b, o) ? t : o, isOpen: !same(b, o) && !same(b, t) && !same(o, t) };
  };
  // A crop is of the turned and straightened picture: the three go together.
  const cut = part((recipe) => ({ rotate: recipe?.rotate, straighten: recipe?.straighten, crop: recipe?.crop }));
  const focal = part((recipe) => recipe?.focal);
  const [b, o, t] = [base, ours, theirs].map((recipe) => recipe?.hide ?? []) as [Area[], Area[], Area[]];
  const areas = [...o, ...t.filter((area) => !o.some((other) => same(other, area)))];
  const has = (list: Area[], area: Area) => list.some((one) => same(one, area));
  const isBack = b.some((area) => has(areas, area) && !(has(o, area) && has(t, area)));
  const { rotate, straighten, crop } = cut.value;
  const recipe: Recipe = {
    ...(rotate && { rotate }),
    ...(straighten && { straighten }),
    ...(crop && { crop }),
    ...(focal.value && { focal: focal.value }),
    ...(areas.length > 0 && { hide: within(areas) }),
  };
  return {
    recipe: Object.keys(recipe).length > 0 ? recipe : undefined,
    isAsked: cut.isOpen || focal.isOpen || isBack,
  };
}

/** As many areas as a recipe may have: one around all that are too many, so that none is uncovered. */
function within(areas: Area[]): Area[] {
  if (areas.length <= MOST) return areas;
  const rest = areas.slice(MOST - 1);
  const [x, y] = [Math.min(...rest.map((area) => area.x)), Math.min(...rest.map((area) => area.y))];
  const [right, bottom] = [
    Math.max(...rest.map((area) => area.x + area.width)),
    Math.max(...rest.map((area) => area.y + area.height)),
  ];
  return [
    ...areas.slice(0, MOST - 1),
    { x, y, width: Math.min(1, right) - x, height: Math.min(1, bottom) - y, how: 'pixelate' },
  ];
}
