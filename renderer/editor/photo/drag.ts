import type { PointerEvent as ReactPointerEvent } from 'react';
import type { Point } from '../../../story/photo/geometry.ts';

/**
 * Follows the pointer from a press until it is let go.
 * @param frame the element that points are fractions of
 * @param onMove where the press was and where the pointer is, in fractions of the frame, also beyond its edges
 * @param onEnd whether the pointer has moved at all
 */
export function followPointer(
  event: ReactPointerEvent,
  frame: Element,
  onMove: (from: Point, to: Point) => void,
  onEnd?: (hasMoved: boolean) => void,
): void {
  if (event.button !== 0) return;
  const { currentTarget: element, pointerId } = event;
  const from = pointIn(frame, event);
  let hasMoved = false;
  const move = (next: Event) => {
    hasMoved = true;
    onMove(from, pointIn(frame, next as PointerEvent));
  };
  const end = () => {
    element.removeEventListener('pointermove', move);
    for (const name of ENDS) element.removeEventListener(name, end);
    onEnd?.(hasMoved);
  };
  element.setPointerCapture(pointerId);
  element.addEventListener('pointermove', move);
  for (const name of ENDS) element.addEventListener(name, end);
}

const ENDS = ['pointerup', 'pointercancel'];

/** Where an event is, in fractions of an element. */
export function pointIn(frame: Element, { clientX, clientY }: { clientX: number; clientY: number }): Point {
  const { left, top, width, height } = frame.getBoundingClientRect();
  return { x: (clientX - left) / width, y: (clientY - top) / height };
}
