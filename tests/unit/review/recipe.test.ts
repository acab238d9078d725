import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Figure } from '../../../story/model.ts';
import { type Recipe, recipeSchema } from '../../../story/photo/recipe.ts';
import { resolveConflict } from '../../../story/review/merge.ts';
import { mergeRecipes } from '../../../story/review/mergeRecipe.ts';
import { figure, merge, story } from './kit.ts';

const crop = { x: 0, y: 0, width: 0.5, height: 1 };
const area = (x: number) => ({ x, y: 0.2, width: 0.1, height: 0.1, how: 'blur' as const });
const of = (recipe?: Recipe) => story([figure(1, recipe && { recipe })]);
const recipeIn = ({ body }: { body: readonly { type: string }[] }) => (body[0] as Figure).recipe;

test('one side crops, the other hides a face: both count, and nobody is asked', () => {
  const merged = merge(of(), of({ crop }), of({ hide: [area(0.1)] }));
  expect(recipeIn(merged.story)).toEqual({ crop, hide: [area(0.1)] });
  expect(merged.conflicts).toEqual([]);
});

test('what one side alone took off is off', () => {
  const merged = merge(of({ crop, hide: [area(0.1)] }), of({ crop, hide: [area(0.1)] }), of({ crop }));
  expect(recipeIn(merged.story)).toEqual({ crop });
});

test('two crops: ours stands, a person is asked, and may take theirs', () => {
  const theirs = { crop: { ...crop, x: 0.5 }, hide: [area(0.3)] };
  const merged = merge(of(), of({ crop, hide: [area(0.1)] }), of(theirs));
  expect(recipeIn(merged.story)).toEqual({ crop, hide: [area(0.1), area(0.3)] });
  const [conflict] = merged.conflicts;
  expect(conflict?.anchor).toEqual({ block: merged.story.body[0]?.id, recipe: true });
  const id = conflict?.id ?? '';
  expect(recipeIn(resolveConflict(merged.story, id, 'theirs'))).toEqual(theirs);
  const kept = resolveConflict(merged.story, id, 'ours');
  expect(recipeIn(kept)).toEqual(recipeIn(merged.story));
  expect(kept.threads[id]?.resolved).toBe(true);
});

test('a conflict from outside that holds no recipe changes nothing', () => {
  const merged = merge(of(), of({ crop }), of({ crop: { ...crop, x: 0.5 } }));
  const conflict = merged.conflicts[0]!;
  for (const theirs of ['{', '[]', '{"rotate":45}']) {
    const hostile = { ...merged.story, threads: { [conflict.id]: { ...conflict, theirs } } };
    expect(recipeIn(resolveConflict(hostile, conflict.id, 'theirs'))).toEqual({ crop });
  }
});

test('an area one side uncovers while the other works on the photo stays hidden until a person decides', () => {
  const merged = merge(of({ hide: [area(0.1)] }), of({ rotate: 90 }), of({ hide: [area(0.1)], crop }));
  expect(recipeIn(merged.story)?.hide).toEqual([area(0.1)]);
  expect(merged.conflicts).toHaveLength(1);
});

test('another photo brings its own recipe', () => {
  const base = story([figure(1)]);
  const other = story([figure(1, { photo: 'b'.repeat(64), recipe: { rotate: 90 } })]);
  expect(recipeIn(merge(base, of({ crop }), other).story)).toEqual({ rotate: 90 });
});

test('whatever both sides did, every area that both or one of them hides anew is inside a hidden one, and the recipe is valid', () => {
  const number = fc.integer({ min: 0, max: 8 }).map((n) => n / 10);
  const hidden = fc.uniqueArray(number.map(area), { maxLength: 9, selector: ({ x }) => x });
  const recipe = fc
    .tuple(hidden, fc.constantFrom(undefined, 90 as const, 180 as const), fc.constantFrom(undefined, crop))
    .map(([hide, rotate, cut]): Recipe | undefined => {
      const made = { ...(rotate && { rotate }), ...(cut && { crop: cut }), ...(hide.length > 0 && { hide }) };
      return Object.keys(made).length > 0 ? made : undefined;
    });
  fc.assert(
    fc.property(recipe, recipe, recipe, (base, ours, theirs) => {
      const { recipe: made } = mergeRecipes(base, ours, theirs);
      if (made) expect(recipeSchema.parse(made)).toEqual(made);
      const has = (one: Recipe | undefined, x: number) => one?.hide?.some((other) => other.x === x) ?? false;
      for (let x = 0; x < 1; x += 0.1) {
        const at = Math.round(x * 10) / 10;
        const isNew = !has(base, at) && (has(ours, at) || has(theirs, at));
        if (isNew || (has(ours, at) && has(theirs, at))) expect(has(made, at)).toBe(true);
      }
    }),
  );
});

test('more areas than a recipe may have: one around all that are too many', () => {
  const many = (y: number): Recipe => ({
    hide: Array.from({ length: 40 }, (_, i) => ({ x: i / 50, y, width: 0.01, height: 0.01, how: 'blur' as const })),
  });
  const { recipe } = mergeRecipes(undefined, many(0.1), many(0.7));
  expect(recipe?.hide).toHaveLength(50);
  expect(recipeSchema.safeParse(recipe).success).toBe(true);
  const last = recipe?.hide?.at(-1);
  for (const { x, y } of many(0.7).hide?.slice(9) ?? [])
    expect(x >= (last?.x ?? 1) && y >= (last?.y ?? 1) && x + 0.01 <= (last?.x ?? 0) + (last?.width ?? 0) + 1e-9).toBe(
      true,
    );
});
