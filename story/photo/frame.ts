import { placed } from './geometry.ts';
import type { Rect } from './recipe.ts';

/** Which sides of a frame are pulled: -1 the left (or upper) one, 1 the right (or lower) one, 0 none. */
export type Pull = { x: -1 | 0 | 1; y: -1 | 0 | 1 };
/** No frame is thinner, in fractions of the picture. */
export const THINNEST = 0.02;

/**
 * A frame with its side or corner pulled by `dx`, `dy` (fractions of the picture); the sides across stay where they are.
 * @param ratio the frame's width to its height, both as fractions, that it keeps; null: any
 */
export function pulled(frame: Rect, pull: Pull, dx: number, dy: number, ratio: number | null = null): Rect {
  if (ratio !== null) return pulledInRatio(frame, pull, dx, dy, ratio);
  const [x, width] = side(frame.x, frame.width, pull.x, dx);
  const [y, height] = side(frame.y, frame.height, pull.y, dy);
  return { x, y, width, height };
}

function side(start: number, length: number, pull: -1 | 0 | 1, by: number): [start: number, length: number] {
  const end = start + length;
  if (pull === 1) return [start, Math.min(1, Math.max(start + THINNEST, end + by)) - start];
  if (pull === 0) return [start, length];
  const moved = Math.max(0, Math.min(end - THINNEST, start + by));
  return [moved, end - moved];
}

function pulledInRatio(frame: Rect, pull: Pull, dx: number, dy: number, ratio: number): Rect {
  const wide = frame.width + pull.x * dx;
  const high = (frame.height + pull.y * dy) * ratio;
  // A corner follows whichever side was pulled further.
  const asked =
    pull.x === 0
      ? high
      : pull.y === 0
        ? wide
        : Math.abs(wide - frame.width) > Math.abs(high - frame.width)
          ? wide
          : high;
  // A side that is not pulled grows to both ends, from its middle.
  const room = (start: number, length: number, way: -1 | 0 | 1) =>
    way === 1 ? 1 - start : way === -1 ? start + length : 2 * Math.min(start + length / 2, 1 - start - length / 2);
  const most = Math.min(room(frame.x, frame.width, pull.x), room(frame.y, frame.height, pull.y) * ratio);
  const width = Math.min(most, Math.max(asked, THINNEST, THINNEST * ratio));
  const height = width / ratio;
  const from = (start: number, length: number, next: number, way: -1 | 0 | 1) =>
    way === 1 ? start : way === -1 ? start + length - next : start + (length - next) / 2;
  return placed({
    x: from(frame.x, frame.width, width, pull.x),
    y: from(frame.y, frame.height, height, pull.y),
    width,
    height,
  });
}

/** The frame between two points, in any order, inside the picture. */
export function between(a: { x: number; y: number }, b: { x: number; y: number }): Rect {
  const inside = (value: number) => Math.min(1, Math.max(0, value));
  const [left, right] = [Math.min(inside(a.x), inside(b.x)), Math.max(inside(a.x), inside(b.x))];
  const [top, bottom] = [Math.min(inside(a.y), inside(b.y)), Math.max(inside(a.y), inside(b.y))];
  return { x: left, y: top, width: right - left, height: bottom - top };
}
