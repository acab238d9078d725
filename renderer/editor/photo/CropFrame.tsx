import type { KeyboardEvent, PointerEvent, RefObject } from 'react';
import { type Pull, pulled } from '../../../story/photo/frame.ts';
import { frameOf, placed, WHOLE } from '../../../story/photo/geometry.ts';
import { ratioValue } from '../../../story/photo/ratios.ts';
import { drawnSize, type Rect } from '../../../story/photo/recipe.ts';
import { useTexts } from '../texts.ts';
import { followPointer } from './drag.ts';
import styles from './photoEditor.module.css';
import { arrowOf, type Tool } from './tool.ts';

const PULLS: readonly Pull[] = ([-1, 0, 1] as const).flatMap((y) =>
  ([-1, 0, 1] as const).flatMap((x) => (x === 0 && y === 0 ? [] : [{ x, y }])),
);

/** A run of arrow keys is one step to take back. */
const KEYS = 'crop by keys';

/** What stays, over the picture: moved and pulled by mouse, or by the arrow keys and with Shift. */
export function CropFrame({ tool, frame }: { tool: Tool; frame: RefObject<HTMLElement | null> }) {
  const t = useTexts();
  const { size, recipe, change, ratio } = tool;
  const crop = recipe.crop ?? WHOLE;
  const whole = frameOf(size, recipe);
  const value = ratioValue(ratio, whole);
  /** Of the frame's sides in fractions of the picture. */
  const held = value === null ? null : value / (whole.width / whole.height);
  const set = (next: Rect, gesture: unknown) => change({ ...recipe, crop: next }, gesture);

  const press = (event: PointerEvent<HTMLButtonElement>) => {
    const element = frame.current;
    if (!element) return;
    const [x, y] = (event.target as HTMLElement).dataset.pull?.split(' ').map(Number) ?? [];
    followPointer(event, element, (from, to) => {
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      if (x === undefined) set(placed({ ...crop, x: crop.x + dx, y: crop.y + dy }), event);
      else set(pulled(crop, { x, y } as Pull, dx, dy, held), event);
    });
  };
  const keys = (event: KeyboardEvent) => {
    const by = arrowOf(event.key);
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (!event.shiftKey) return set(placed({ ...crop, x: crop.x + by.x, y: crop.y + by.y }), KEYS);
    // A frame in a fixed ratio grows from its corner, whichever arrow it was.
    set(
      pulled(crop, held === null ? { x: by.x === 0 ? 0 : 1, y: by.y === 0 ? 0 : 1 } : { x: 1, y: 1 }, by.x, by.y, held),
      KEYS,
    );
  };
  const { width, height } = drawnSize({ ...size, recipe });

  return (
    <button
      type="button"
      className={styles.crop}
      data-crop
      aria-label={t('recipe.cropFrame', { width: String(width), height: String(height) })}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowRight Shift+ArrowDown"
      style={percent(crop)}
      onPointerDown={press}
      onKeyDown={keys}
    >
      {PULLS.map(({ x, y }) => (
        <span
          key={`${x} ${y}`}
          className={styles.pull}
          data-pull={`${x} ${y}`}
          style={{ left: `${(x + 1) * 50}%`, top: `${(y + 1) * 50}%`, cursor: cursorOf(x, y) }}
        />
      ))}
    </button>
  );
}

export const percent = ({ x, y, width, height }: Rect) => ({
  left: `${x * 100}%`,
  top: `${y * 100}%`,
  width: `${width * 100}%`,
  height: `${height * 100}%`,
});

const cursorOf = (x: number, y: number): string =>
  x === 0 ? 'ns-resize' : y === 0 ? 'ew-resize' : x === y ? 'nwse-resize' : 'nesw-resize';
