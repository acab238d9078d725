import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { between } from '../../../story/photo/frame.ts';
import { frameOf, fromFrame, WHOLE } from '../../../story/photo/geometry.ts';
import type { Recipe, Size } from '../../../story/photo/recipe.ts';
import { useTexts } from '../texts.ts';
import { CropFrame, percent } from './CropFrame.tsx';
import { followPointer } from './drag.ts';
import { FocalMark } from './FocalMark.tsx';
import { frameStyle, holeStyle, Picture } from './Picture.tsx';
import styles from './photoEditor.module.css';
import type { Tool, View } from './tool.ts';

/** The picture, turned and straightened as it stands, with what the tool in hand lays over it. */
export function Stage({ tool, view }: { tool: Tool; view: View }) {
  const t = useTexts();
  const [room, box] = useRoom();
  const frame = useRef<HTMLDivElement>(null);
  const { size, mode } = tool;
  const recipe: Recipe = view === 'original' ? {} : tool.recipe;
  const cut = (view === 'result' ? recipe.crop : undefined) ?? WHOLE;
  const whole = frameOf(size, recipe);
  const scale = Math.min(room.width / (whole.width * cut.width), room.height / (whole.height * cut.height), 4);
  const isEdited = view === 'edit';

  const press = (event: PointerEvent<HTMLElement>) => {
    const element = frame.current;
    if (!element || !isEdited || event.target instanceof HTMLButtonElement) return;
    if (mode === 'hide') drawArea(tool, event, element);
    if (mode === 'focal') placeFocal(tool, event, element);
  };

  return (
    <div ref={box} className={styles.stage}>
      <div className={styles.cut} data-view={view} style={holeStyle(whole, cut, scale)}>
        <div
          ref={frame}
          className={styles.frame}
          data-stage={isEdited ? mode : view}
          style={frameStyle(whole, cut, scale)}
          onPointerDown={press}
        >
          <Picture
            tool={tool}
            recipe={recipe}
            scale={scale}
            alt={t(`recipe.shown.${view}`)}
            {...(isEdited && mode === 'hide' && { edited: frame })}
          >
            {isEdited && mode === 'focal' ? <FocalMark tool={tool} frame={frame} /> : null}
          </Picture>
          {isEdited && recipe.crop ? (
            <div className={styles.shades}>
              <span className={styles.shade} data-light={mode !== 'crop' || undefined} style={percent(recipe.crop)} />
            </div>
          ) : null}
          {isEdited && mode === 'crop' ? <CropFrame tool={tool} frame={frame} /> : null}
        </div>
      </div>
    </div>
  );
}

/** A press and a pull over the picture hides what lies between. */
function drawArea(tool: Tool, event: PointerEvent, frame: Element): void {
  const { size, recipe, change, setSelected } = tool;
  const areas = recipe.hide ?? [];
  if (areas.length >= 50) return;
  const how = areas.at(-1)?.how ?? 'blur';
  followPointer(event, frame, (from, to) => {
    const area = between(fromFrame(size, recipe, from), fromFrame(size, recipe, to));
    if (area.width < 0.005 || area.height < 0.005) return;
    change({ ...recipe, hide: [...areas, { ...area, how }] }, event);
    setSelected(areas.length);
  });
}

function placeFocal({ size, recipe, change }: Tool, event: PointerEvent, frame: Element): void {
  const put = (point: { x: number; y: number }) => {
    const { x, y } = fromFrame(size, recipe, point);
    const inside = (value: number) => Math.min(1, Math.max(0, value));
    change({ ...recipe, focal: { x: inside(x), y: inside(y) } }, event);
  };
  const { left, top, width, height } = frame.getBoundingClientRect();
  put({ x: (event.clientX - left) / width, y: (event.clientY - top) / height });
  followPointer(event, frame, (_, to) => put(to));
}

/** How much room an element has, in CSS pixels, as long as it is there. */
function useRoom(): [Size, (element: HTMLElement | null) => void] {
  const [room, setRoom] = useState<Size>({ width: 1, height: 1 });
  const [element, setElement] = useState<HTMLElement | null>(null);
  useEffect(() => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  return [room, setElement];
}
