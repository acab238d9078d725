import { $getSelection, $isRangeSelection } from 'lexical';
import type { Core } from '../core.ts';
import { clear, isOfBody, rangesOf } from '../find/paint.ts';
import type { Found } from '../find/searcher.ts';

/** What is underlined; `kind` says by which line, `key` of which place. */
export type Marked = Found & { kind: string; key: string };
/** More than these nobody mends one by one. */
const MOST_PAINTED = 1_000;

export type Paint<Mark extends Marked> = {
  paint(layer: HTMLElement, marks: readonly Mark[]): void;
  /** The mark at a point of the window. */
  at(x: number, y: number): Mark | null;
  /** Where a mark is on the screen. */
  rectOf(mark: Mark): DOMRect | null;
  stop(): void;
};

/**
 * Quiet underlines, by the browser's own highlights. Between two checks what stands behind the caret in its text is no longer
 * where it was: its line goes with the first key, and comes back with the next check. `names`: the highlight of each kind.
 */
export function createPaint<Mark extends Marked>(
  core: Core,
  names: Readonly<Record<Mark['kind'], string>>,
): Paint<Mark> {
  let ranges = new Map<Mark, StaticRange>();
  let byText = new Map<Node, [Mark, StaticRange][]>();
  let layer: HTMLElement | null = null;
  const lines = new Map(Object.entries<string>(names).map(([kind, name]) => [kind, { name, line: new Highlight() }]));
  const show = () => {
    for (const { name, line } of lines.values()) CSS.highlights.set(name, line);
  };
  const drop = (pairs: readonly [Mark, StaticRange][]) => {
    for (const [mark, range] of pairs) {
      lines.get(mark.kind)?.line.delete(range);
      ranges.delete(mark);
    }
  };
  const stopTyping = core.editor.registerUpdateListener(({ dirtyLeaves, editorState }) => {
    if (dirtyLeaves.size === 0 || byText.size === 0) return;
    const caret = editorState.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? { key: selection.focus.key, offset: selection.focus.offset } : null;
    });
    for (const key of dirtyLeaves) {
      let text: Node | null = core.editor.getElementByKey(key);
      while (text?.firstChild) text = text.firstChild;
      const there = text && byText.get(text);
      if (!there) continue;
      const from = caret?.key === key ? caret.offset - 1 : 0;
      drop(there.filter(([, range]) => range.endOffset >= from));
    }
  });
  /** A control's copy no longer says what the control does. */
  const typed = ({ target }: Event) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) || ranges.size === 0) return;
    const [key] = [...core.controls].find(([, { element }]) => element === target) ?? [];
    if (key !== undefined) drop([...ranges].filter(([mark]) => mark.key === key));
  };
  document.addEventListener('input', typed);

  const rectsOf = (mark: Mark): DOMRect[] => {
    const range = ranges.get(mark);
    if (!range?.startContainer.isConnected || !range.endContainer.isConnected) return [];
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return [...live.getClientRects()];
  };
  return {
    paint(into, marks) {
      layer = into;
      const standing = standingOf(ranges);
      const wanted = marks.slice(0, MOST_PAINTED).map((mark) => [mark, standing(mark)] as const);
      const fresh = wanted.flatMap(([mark, range]) => (range ? [] : [mark]));
      ranges = new Map([
        ...wanted.flatMap(([mark, range]) => (range ? [[mark, range] as const] : [])),
        ...rangesOf(core, into, fresh),
      ]);
      byText = Map.groupBy(ranges, ([, range]) => range.startContainer);
      const now = new Set<AbstractRange>(ranges.values());
      for (const { line } of lines.values()) for (const range of [...line]) if (!now.has(range)) line.delete(range);
      for (const [mark, range] of ranges) lines.get(mark.kind)?.line.add(range);
      show();
    },
    at: (x, y) =>
      [...ranges.keys()].find((mark) =>
        rectsOf(mark).some(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom),
      ) ?? null,
    rectOf: (mark) => rectsOf(mark)[0] ?? null,
    stop() {
      stopTyping();
      document.removeEventListener('input', typed);
      for (const { name, line } of lines.values()) if (CSS.highlights.get(name) === line) CSS.highlights.delete(name);
      if (layer) clear(layer);
    },
  };
}

/** What is painted of a text that is the same as before, and so on the page where it was: most of it, while somebody types. */
function standingOf<Mark extends Marked>(ranges: Map<Mark, StaticRange>): (mark: Mark) => StaticRange | undefined {
  const keyOf = ({ kind, start, end }: Mark): string => `${kind} ${start} ${end}`;
  const byPassage = new Map<object, Map<string, StaticRange>>();
  for (const [mark, range] of ranges) {
    if (!isOfBody(mark) || !range.startContainer.isConnected || !range.endContainer.isConnected) continue;
    const there = byPassage.get(mark.passage) ?? new Map<string, StaticRange>();
    byPassage.set(mark.passage, there.set(keyOf(mark), range));
  }
  return (mark) => byPassage.get(mark.passage)?.get(keyOf(mark));
}
