import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { pulled } from '../../../story/photo/frame.ts';
import { fromFrame, placed } from '../../../story/photo/geometry.ts';
import type { Recipe, Rect } from '../../../story/photo/recipe.ts';
import { useTexts } from '../texts.ts';
import { percent } from './CropFrame.tsx';
import { followPointer } from './drag.ts';
import styles from './photoEditor.module.css';
import { arrowOf, type Tool } from './tool.ts';

type Area = NonNullable<Recipe['hide']>[number];
type Props = {
  tool: Tool;
  /** The original, once it is there. */
  image: HTMLImageElement | null;
  /** The frame in which they can be moved, pulled and taken away; none: they are only shown. */
  edited: RefObject<HTMLElement | null> | undefined;
};

/** The hidden areas as they will look; they lie in the picture, and turn with it. */
export function HiddenAreas({ areas, ...props }: Props & { areas: readonly Area[] }) {
  return areas.map((area, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: an area is known by its place in the list, and by nothing else
    <HiddenArea key={index} area={area} index={index} {...props} />
  ));
}

function HiddenArea({ area, index, tool, image, edited }: Props & { area: Area; index: number }) {
  const t = useTexts();
  const { recipe, size, selected, setSelected } = tool;
  const set = (next: Rect, gesture: unknown) => setArea(tool, index, { ...next, how: area.how }, gesture);

  const press = (event: PointerEvent<HTMLButtonElement>) => {
    const element = edited?.current;
    if (!element) return;
    setSelected(index);
    const isPulled = (event.target as HTMLElement).dataset.pull !== undefined;
    followPointer(event, element, (from, to) => {
      const [a, b] = [fromFrame(size, recipe, from), fromFrame(size, recipe, to)];
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      if (isPulled) set(pulled(area, { x: 1, y: 1 }, dx, dy), event);
      else set(placed({ ...area, x: area.x + dx, y: area.y + dy }), event);
    });
  };
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      removeArea(tool, index);
      return;
    }
    const arrow = arrowOf(event.key);
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    // A run of arrow keys is one step to take back.
    const run = `area ${index} by keys`;
    // As it is seen: in a picture that lies on its side, to the right is down or up.
    const quarter = recipe.rotate ? { rotate: recipe.rotate } : {};
    const zero = fromFrame(size, quarter, { x: 0, y: 0 });
    const at = fromFrame(size, quarter, arrow);
    const by = { x: at.x - zero.x, y: at.y - zero.y };
    if (!event.shiftKey) return set(placed({ ...area, x: area.x + by.x, y: area.y + by.y }), run);
    const isAcross = recipe.rotate === 90 || recipe.rotate === 270;
    set(pulled(area, { x: 1, y: 1 }, isAcross ? arrow.y : arrow.x, isAcross ? arrow.x : arrow.y), run);
  };

  const canvas = <Hidden area={area} image={image} />;
  if (!edited)
    return (
      <span className={styles.area} style={percent(area)}>
        {canvas}
      </span>
    );
  return (
    <button
      type="button"
      className={`${styles.area} ${styles.editedArea}`}
      data-area={index + 1}
      data-selected={selected === index || undefined}
      aria-label={t('recipe.area', { number: String(index + 1), how: t(`recipe.how.${area.how}`) })}
      aria-keyshortcuts="ArrowLeft ArrowRight ArrowUp ArrowDown Shift+ArrowRight Shift+ArrowDown Delete"
      style={percent(area)}
      onFocus={() => setSelected(index)}
      onPointerDown={press}
      onKeyDown={keys}
    >
      {canvas}
      <span className={styles.number}>{index + 1}</span>
      <span className={styles.pull} data-pull="1 1" />
    </button>
  );
}

export function setArea({ recipe, change }: Tool, index: number, next: Area, gesture?: unknown): void {
  change({ ...recipe, hide: (recipe.hide ?? []).map((area, at) => (at === index ? next : area)) }, gesture);
}

export function removeArea({ recipe, change, setSelected }: Tool, index: number): void {
  const left = (recipe.hide ?? []).filter((_, at) => at !== index);
  const { hide: _, ...rest } = recipe;
  const next = Math.min(index, left.length - 1);
  // Before what has the focus goes: to the area that takes its number, or to where another is made.
  document.querySelector<HTMLElement>(next < 0 ? '[data-add-area]' : `[data-area="${next + 1}"]`)?.focus();
  change(left.length > 0 ? { ...rest, hide: left } : rest);
  setSelected(next < 0 ? null : next);
}

/** Cells over the longer side: as many as the published photo has. */
const CELLS = 8;

/** An area drawn from a few colours, in squares or softly, as it will be published. */
function Hidden({ area: { x, y, width, height, how }, image }: { area: Area; image: HTMLImageElement | null }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || !image || image.naturalWidth === 0) return;
    const [w, h] = [width * image.naturalWidth, height * image.naturalHeight];
    const cell = Math.max(w, h) / CELLS;
    const target = context.canvas;
    target.width = Math.max(1, Math.floor(w / cell));
    target.height = Math.max(1, Math.floor(h / cell));
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, x * image.naturalWidth, y * image.naturalHeight, w, h, 0, 0, target.width, target.height);
  }, [image, x, y, width, height]);
  return <canvas ref={canvas} className={styles.hidden} data-how={how} />;
}
