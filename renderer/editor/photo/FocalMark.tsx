import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { fromFrame, toFrame } from '../../../story/photo/geometry.ts';
import { useTexts } from '../texts.ts';
import { followPointer } from './drag.ts';
import styles from './photoEditor.module.css';
import { arrowOf, type Tool } from './tool.ts';

/** The point every narrower cut keeps, on the picture; none where it is not set. */
export function FocalMark({ tool, frame }: { tool: Tool; frame: RefObject<HTMLElement | null> }) {
  const t = useTexts();
  const { recipe, size, change } = tool;
  const { focal } = recipe;
  if (!focal) return null;
  const moveTo = (seen: { x: number; y: number }, gesture: unknown) => {
    const { x, y } = fromFrame(size, recipe, seen);
    change({ ...recipe, focal: { x: Math.min(1, Math.max(0, x)), y: Math.min(1, Math.max(0, y)) } }, gesture);
  };
  const press = (event: PointerEvent) => {
    if (frame.current) followPointer(event, frame.current, (_, to) => moveTo(to, event));
  };
  const keys = (event: KeyboardEvent) => {
    const by = arrowOf(event.key);
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = toFrame(size, recipe, focal);
    moveTo({ x: at.x + by.x, y: at.y + by.y }, 'focal point by keys');
  };
  return (
    <button
      type="button"
      className={styles.focal}
      data-focal
      aria-label={t('recipe.focalMark', {
        x: String(Math.round(focal.x * 100)),
        y: String(Math.round(focal.y * 100)),
      })}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown"
      style={{ left: `${focal.x * 100}%`, top: `${focal.y * 100}%` }}
      onPointerDown={press}
      onKeyDown={keys}
    />
  );
}
