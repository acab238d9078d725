import fc from 'fast-check';
import { expect, test } from 'vitest';
import { between, pulled, THINNEST } from '../../../story/photo/frame.ts';
import {
  drawnFocal,
  focalCut,
  fromFrame,
  largest,
  quarterTurn,
  sourcePart,
  toFrame,
} from '../../../story/photo/geometry.ts';
import { drawnSize, type Recipe, type Rect, recipeSchema } from '../../../story/photo/recipe.ts';
import { tidyRecipe } from '../../../story/photo/tidy.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.record({ x: fraction, y: fraction });
const side = fc.integer({ min: 20, max: 9000 });
const size = fc.record({ width: side, height: side });
const rect = fc
  .tuple(
    fraction,
    fraction,
    fc.double({ min: 0.02, max: 1, noNaN: true }),
    fc.double({ min: 0.02, max: 1, noNaN: true }),
  )
  .map(([x, y, width, height]) => ({ x: x * (1 - width), y: y * (1 - height), width, height }));
const turn: fc.Arbitrary<Recipe> = fc.record(
  {
    rotate: fc.constantFrom(90 as const, 180 as const, 270 as const),
    straighten: fc.double({ min: -45, max: 45, noNaN: true }),
  },
  { requiredKeys: [] },
);
const recipe: fc.Arbitrary<Recipe> = fc
  .tuple(
    turn,
    fc.option(rect, { nil: undefined }),
    fc.option(point, { nil: undefined }),
    fc.array(rect, { maxLength: 3 }),
  )
  .map(([turned, crop, focal, hidden]) => ({
    ...turned,
    ...(crop && { crop }),
    ...(focal && { focal }),
    ...(hidden.length > 0 && { hide: hidden.map((area) => ({ ...area, how: 'blur' as const })) }),
  }));
const isInside = ({ x, y, width, height }: Rect) =>
  x >= -1e-9 && y >= -1e-9 && width > 0 && height > 0 && x + width <= 1 + 1e-9 && y + height <= 1 + 1e-9;

test('a point of the original is found again from where it is seen', () => {
  fc.assert(
    fc.property(size, turn, point, (photo, turned, at) => {
      const back = fromFrame(photo, turned, toFrame(photo, turned, at));
      expect(back.x).toBeCloseTo(at.x, 6);
      expect(back.y).toBeCloseTo(at.y, 6);
    }),
  );
  expect(toFrame({ width: 400, height: 200 }, { rotate: 90 }, { x: 0, y: 0 })).toEqual({ x: 1, y: 0 });
  expect(toFrame({ width: 400, height: 200 }, { rotate: 270 }, { x: 0, y: 0 })).toEqual({ x: 0, y: 1 });
});

test('what is taken out of the original is inside it, and holds every corner that stays to be seen', () => {
  fc.assert(
    fc.property(size, recipe, (photo, made) => {
      const part = sourcePart(photo, made);
      expect(isInside(part)).toBe(true);
      const crop = made.crop ?? { x: 0, y: 0, width: 1, height: 1 };
      for (const x of [crop.x, crop.x + crop.width])
        for (const y of [crop.y, crop.y + crop.height]) {
          const seen = fromFrame(photo, made, { x, y });
          expect(seen.x).toBeGreaterThanOrEqual(part.x - 1e-6);
          expect(seen.x).toBeLessThanOrEqual(part.x + part.width + 1e-6);
          expect(seen.y).toBeGreaterThanOrEqual(part.y - 1e-6);
          expect(seen.y).toBeLessThanOrEqual(part.y + part.height + 1e-6);
        }
    }),
  );
});

test('four quarter turns are none, a turn and its counter-turn neither, and the crop shows the same part', () => {
  fc.assert(
    fc.property(size, recipe, (photo, made) => {
      const once = quarterTurn(made, 'right');
      expect(sourcePart(photo, once).x).toBeCloseTo(sourcePart(photo, made).x, 6);
      expect(sourcePart(photo, once).width).toBeCloseTo(sourcePart(photo, made).width, 6);
      const whole = quarterTurn(quarterTurn(quarterTurn(once, 'right'), 'right'), 'right');
      expect(tidyRecipe(whole)).toEqual(tidyRecipe(made));
      expect(tidyRecipe(quarterTurn(once, 'left'))).toEqual(tidyRecipe(made));
    }),
  );
});

test('a tidy recipe is one the schema takes, and stays itself', () => {
  fc.assert(
    fc.property(recipe, (made) => {
      const tidy = tidyRecipe(made);
      if (!tidy) return;
      expect(recipeSchema.parse(tidy)).toEqual(tidy);
      expect(tidyRecipe(tidy)).toEqual(tidy);
    }),
  );
  expect(tidyRecipe({ straighten: 0.01, crop: { x: 0, y: 0, width: 1, height: 1 }, hide: [] })).toBeNull();
});

test('a frame pulled at any side or corner stays inside the picture, and in its ratio where it has one', () => {
  const way = fc.constantFrom(-1 as const, 0 as const, 1 as const);
  const by = fc.double({ min: -2, max: 2, noNaN: true });
  fc.assert(
    fc.property(rect, way, way, by, by, fc.boolean(), (frame, x, y, dx, dy, keeps) => {
      const ratio = frame.width / frame.height;
      const next = pulled(frame, { x, y }, dx, dy, keeps ? ratio : null);
      expect(isInside(next)).toBe(true);
      if (keeps && ratio > 0.2 && ratio < 5) expect(next.width / next.height).toBeCloseTo(ratio, 4);
      if (!keeps && x === 1) expect(next.x).toBe(frame.x);
      if (!keeps) expect(next.width).toBeGreaterThanOrEqual(Math.min(frame.width, THINNEST) - 1e-9);
    }),
  );
  expect(between({ x: 0.8, y: -1 }, { x: 0.2, y: 0.5 })).toEqual({
    x: 0.2,
    y: 0,
    width: 0.6000000000000001,
    height: 0.5,
  });
});

test('the largest part with a ratio has it, touches two sides, and keeps the focal point', () => {
  fc.assert(
    fc.property(size, fc.double({ min: 0.3, max: 3, noNaN: true }), point, (photo, ratio, at) => {
      const part = largest(ratio, photo, at);
      expect(isInside(part)).toBe(true);
      expect((part.width * photo.width) / (part.height * photo.height)).toBeCloseTo(ratio, 6);
      expect(Math.max(part.width, part.height)).toBeCloseTo(1, 9);
      const cut = focalCut({ ...photo, recipe: { focal: at } }, ratio);
      expect(at.x).toBeGreaterThanOrEqual(cut.x - 1e-9);
      expect(at.x).toBeLessThanOrEqual(cut.x + cut.width + 1e-9);
    }),
  );
});

test('the focal point goes with the picture: turned, cropped, and at the edge where the crop left it out', () => {
  const photo = { width: 400, height: 200 };
  const focal = { x: 0.25, y: 0.5 };
  expect(drawnFocal(photo)).toEqual({ x: 0.5, y: 0.5 });
  expect(drawnFocal({ ...photo, recipe: { focal, rotate: 180 } })).toEqual({ x: 0.75, y: 0.5 });
  const right = { x: 0.5, y: 0, width: 0.5, height: 1 };
  expect(drawnFocal({ ...photo, recipe: { focal, crop: right } })).toEqual({ x: 0, y: 0.5 });
  expect(drawnSize({ ...photo, recipe: { crop: right } })).toEqual({ width: 200, height: 200 });
});
