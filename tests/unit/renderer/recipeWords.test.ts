import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../../renderer/i18n.ts';
import { recipeWords, storedRecipeWords } from '../../../renderer/media/recipeWords.ts';
import type { Recipe } from '../../../story/photo/recipe.ts';

beforeEach(() => void vi.stubGlobal('document', { documentElement: {} }));
afterEach(() => vi.unstubAllGlobals());

const area = { x: 0.1, y: 0.1, width: 0.1, height: 0.1, how: 'blur' as const };
const all: Recipe = {
  rotate: 90,
  straighten: -2.5,
  crop: { x: 0, y: 0, width: 0.5, height: 1 },
  hide: [area, area],
  focal: { x: 0, y: 0 },
};

test('what was done to a photo is said in words, in either language', () => {
  setLanguage('en');
  expect(recipeWords(all)).toBe('turned right, straightened by -2.5°, cropped, 2 areas hidden, focal point set');
  expect(recipeWords({ hide: [area] })).toBe('1 area hidden');
  expect(recipeWords(undefined)).toBe('as the original');
  setLanguage('vi');
  expect(recipeWords(all)).toBe('xoay phải, nắn thẳng -2,5°, đã cắt, che 2 vùng, có điểm nhấn');
});

test('a conflict’s is read from its JSON, and what is no recipe is none', () => {
  setLanguage('en');
  expect(storedRecipeWords('{"rotate":180}')).toBe('turned upside down');
  for (const json of ['', '{', '[]', '{"rotate":45}']) expect(storedRecipeWords(json)).toBe('as the original');
});
