import type { Ratio } from '../../../story/photo/ratios.ts';
import type { Recipe, Size } from '../../../story/photo/recipe.ts';

/** What the pointer and the keys do on the picture. */
export const MODES = ['crop', 'hide', 'focal'] as const;
export type Mode = (typeof MODES)[number];
export const VIEWS = ['edit', 'result', 'original'] as const;
export type View = (typeof VIEWS)[number];

/** What the photo editor's parts share: the recipe as it stands, not yet tidy, and how to change it. */
export type Tool = {
  /** The upright original, in pixels. */
  size: Size;
  photo: string;
  recipe: Recipe;
  /** `gesture`: what belongs to the same one is taken back in one step. */
  change: (next: Recipe, gesture?: unknown) => void;
  mode: Mode;
  ratio: Ratio;
  /** Holds the crop to a ratio, with the recipe that fits. */
  hold: (ratio: Ratio, next: Recipe) => void;
  /** The hidden area that keys and buttons are about. */
  selected: number | null;
  setSelected: (index: number | null) => void;
};

/** A step of the arrow keys, in fractions of the picture. */
export const STEP = 0.01;
const ARROWS: Record<string, [x: number, y: number]> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};
/** The way an arrow key points; null: it is none. */
export const arrowOf = (key: string): { x: number; y: number } | null => {
  const [x, y] = ARROWS[key] ?? [];
  return x === undefined || y === undefined ? null : { x, y };
};
