import type { Sharp } from 'sharp';
import type { Rect } from '../../story/photo/recipe.ts';

/** How a stored picture becomes upright, by EXIF's orientation: a turn clockwise, then mirrored left to right or not. */
const UPRIGHT: Readonly<Record<number, { turn: 0 | 90 | 180 | 270; mirror: boolean }>> = {
  2: { turn: 0, mirror: true },
  3: { turn: 180, mirror: false },
  4: { turn: 180, mirror: true },
  5: { turn: 90, mirror: true },
  6: { turn: 90, mirror: false },
  7: { turn: 270, mirror: true },
  8: { turn: 270, mirror: false },
};
const of = (orientation: number) => UPRIGHT[orientation] ?? { turn: 0, mirror: false };

/** Where a part of the upright picture (in fractions) lies in the picture as it is stored. */
export function storedPart({ x, y, width, height }: Rect, orientation: number): Rect {
  const { turn, mirror } = of(orientation);
  const left = mirror ? 1 - x - width : x;
  if (turn === 90) return { x: y, y: 1 - left - width, width: height, height: width };
  if (turn === 180) return { x: 1 - left - width, y: 1 - y - height, width, height };
  if (turn === 270) return { x: 1 - y - height, y: left, width: height, height: width };
  return { x: left, y, width, height };
}

/** Whether width and height change places. */
export const isAcross = (orientation: number): boolean => of(orientation).turn % 180 === 90;

/** The turn that makes a stored picture upright, and whether it is to be mirrored afterwards. */
export function upright(stored: Sharp, orientation: number): { turned: Sharp; mirror: boolean } {
  const { turn, mirror } = of(orientation);
  return { turned: turn === 0 ? stored : stored.rotate(turn), mirror };
}
