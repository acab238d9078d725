import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnSize, photoKey, recipeSchema, straightenScale } from '../../../story/photo/recipe.ts';

const photo = 'a'.repeat(64);

test('a photo without a recipe keeps its size and its name', () => {
  expect(drawnSize({ width: 4000, height: 3000 })).toEqual({ width: 4000, height: 3000 });
  expect(photoKey({ photo })).toBe(photo);
  expect(photoKey({ photo, recipe: {} })).toBe(photo);
});

test('a quarter turn exchanges the sides, and a crop is reckoned in the turned picture', () => {
  const crop = { x: 0, y: 0, width: 0.5, height: 1 };
  expect(drawnSize({ width: 4000, height: 3000, recipe: { rotate: 90 } })).toEqual({ width: 3000, height: 4000 });
  expect(drawnSize({ width: 4000, height: 3000, recipe: { rotate: 270, crop } })).toEqual({
    width: 1500,
    height: 4000,
  });
});

test('the key tells recipes apart, whatever the order of their parts; a focal point changes no pixel', () => {
  const crop = { x: 0, y: 0, width: 0.5, height: 1 };
  const key = photoKey({ photo, recipe: { rotate: 90, crop } });
  expect(key).not.toBe(photo);
  expect(photoKey({ photo, recipe: { crop, rotate: 90 } })).toBe(key);
  expect(photoKey({ photo, recipe: { rotate: 180, crop } })).not.toBe(key);
  expect(photoKey({ photo, recipe: { focal: { x: 0.1, y: 0.2 } } })).toBe(photo);
});

test('a straightened picture is whole: every corner of what stays lies inside the turned one', () => {
  const side = fc.integer({ min: 10, max: 9000 });
  fc.assert(
    fc.property(side, side, fc.double({ min: -45, max: 45, noNaN: true }), (width, height, degrees) => {
      const scale = straightenScale({ width, height }, degrees);
      const angle = (degrees * Math.PI) / 180;
      const [x, y] = [(width * scale) / 2, (height * scale) / 2];
      for (const sign of [1, -1]) {
        const inTurnedX = x * Math.cos(angle) + sign * y * Math.sin(angle);
        const inTurnedY = -x * Math.sin(angle) + sign * y * Math.cos(angle);
        expect(Math.abs(inTurnedX)).toBeLessThanOrEqual(width / 2 + 1e-6);
        expect(Math.abs(inTurnedY)).toBeLessThanOrEqual(height / 2 + 1e-6);
      }
    }),
  );
});

test('what lies outside the picture, or is nothing, is no recipe', () => {
  for (const crop of [
    { x: 0.6, y: 0, width: 0.5, height: 1 },
    { x: 0, y: 0, width: 0, height: 1 },
    { x: -0.1, y: 0, width: 1, height: 1 },
    { x: Number.NaN, y: 0, width: 1, height: 1 },
  ])
    expect(recipeSchema.safeParse({ crop }).success).toBe(false);
  expect(recipeSchema.safeParse({ rotate: 45 }).success).toBe(false);
  expect(recipeSchema.safeParse({ hide: [] }).success).toBe(false);
  expect(recipeSchema.safeParse({ script: 'x' }).success).toBe(false);
});
