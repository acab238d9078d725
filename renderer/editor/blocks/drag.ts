import type { LexicalEditor } from 'lexical';
import { $lexicalToBlocks } from '../../../story/document.ts';
import type { Block } from '../../../story/model.ts';
import { moveBlocks, unitsOf } from '../../../story/move.ts';
import { changeBody, selectedIds } from './change.ts';
import { blockElementAt, blockIdOf } from './places.ts';

/** How far a press has to go to be a drag, and how near an edge it scrolls; CSS pixels. */
const FAR = 4;
const EDGE = 48;

export type Drag = { stop(): void };

/**
 * Follows a press on a block's handle. Once it goes far enough it drags the block (or all that is selected with it): a line
 * shows where it would stand, near an edge the page scrolls, Escape lets go. `onEnd` says whether it was a drag.
 */
export function dragBlock(
  editor: LexicalEditor,
  press: PointerEvent,
  id: string,
  line: HTMLElement,
  onEnd: (dragged: boolean) => void,
): Drag {
  const root = editor.getRootElement();
  const handle = press.target as HTMLElement;
  const selected = selectedIds(editor);
  const ids = selected.has(id) ? selected : new Set([id]);
  const edges = unitEdges(editor.read('latest', $lexicalToBlocks));
  let dragged = false;
  let target: { before: string | null } | null = null;
  let frame = 0;
  let last = press;

  const follow = (event: PointerEvent) => {
    last = event;
    if (!dragged && Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) < FAR) return;
    dragged = true;
    frame ||= requestAnimationFrame(show);
  };
  const show = () => {
    frame = 0;
    if (!root) return;
    target = placeLine(editor, root, edges, line, last.clientX, last.clientY);
    const speed = scrollSpeed(root, last.clientY);
    if (speed === 0) return;
    scroller(root).scrollBy(0, speed);
    frame = requestAnimationFrame(show);
  };
  const end = (isDropped: boolean) => {
    handle.removeEventListener('pointermove', follow);
    handle.removeEventListener('pointerup', drop);
    handle.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', letGo, true);
    cancelAnimationFrame(frame);
    line.hidden = true;
    const place = target;
    if (dragged && isDropped && place) changeBody(editor, (body) => moveBlocks(body, ids, place.before));
    onEnd(dragged);
  };
  const drop = () => end(true);
  const cancel = () => end(false);
  const letGo = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    dragged = true; // not a click any more
    end(false);
  };
  handle.setPointerCapture(press.pointerId);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('pointerup', drop);
  handle.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', letGo, true);
  return { stop: cancel };
}

/** The ids of the first block of what goes together, and of the block behind it (null at the end of the body). */
type Edges = [first: string, next: string | null];

/** Read once a drag, not at every frame: a body does not change while one of its blocks is held. */
function unitEdges(body: readonly Block[]): Map<string, Edges> {
  const edges = new Map<string, Edges>();
  for (const [start, end] of unitsOf(body))
    for (const { id } of body.slice(start, end)) edges.set(id, [body[start]!.id, body[end]?.id ?? null]);
  return edges;
}

/** Puts the line where the blocks would stand, between two that do not belong together. */
function placeLine(
  editor: LexicalEditor,
  root: HTMLElement,
  edges: ReadonlyMap<string, Edges>,
  line: HTMLElement,
  x: number,
  y: number,
): { before: string | null } | null {
  const element = blockElementAt(root, x, y);
  const id = element && blockIdOf(editor, element);
  if (!element || id === null) return null;
  const box = element.getBoundingClientRect();
  const isBeside = element.hasAttribute('data-gallery');
  const isBefore = isBeside ? x < box.left + box.width / 2 : y < box.top + box.height / 2;
  const origin = (line.offsetParent ?? root).getBoundingClientRect();
  line.hidden = false;
  line.style.left = `${box.left - origin.left}px`;
  line.style.width = `${box.width}px`;
  line.style.top = `${(isBefore ? box.top : box.bottom) - origin.top}px`;
  const [first, next] = edges.get(id) ?? [id, null];
  return { before: isBefore ? first : next };
}

function scroller(element: Element): Element {
  for (let at = element.parentElement; at; at = at.parentElement)
    if (at.scrollHeight > at.clientHeight && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  return document.scrollingElement ?? document.documentElement;
}

/** Pixels a frame; faster the nearer the edge. */
function scrollSpeed(root: Element, y: number): number {
  const { top, bottom } = scroller(root).getBoundingClientRect();
  const [from, to] = [Math.max(0, top), Math.min(innerHeight, bottom)];
  if (y < from + EDGE) return -Math.ceil((from + EDGE - y) / 4);
  return y > to - EDGE ? Math.ceil((y - to + EDGE) / 4) : 0;
}
