import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { $getBlockId } from '../../../story/schema/blockId.ts';
import { $blockAround } from '../../../story/schema/blocks.ts';

const isList = (element: Element | null): boolean => element?.matches('ul, ol') ?? false;

/** The element of the block at a point of the window: the nearest by height, of photos side by side the one under the point. */
export function blockElementAt(parent: Element, x: number, y: number): Element | null {
  const { children } = parent;
  let [low, high] = [0, children.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (bottomOf(children, middle) < y) low = middle + 1;
    else high = middle;
  }
  const found = besideIn(children, isCursor(children[low]) ? low - 1 : low, x, y);
  if (!found) return null;
  if (isList(found)) return blockElementAt(found, x, y) ?? found;
  return isList(found.firstElementChild) ? blockElementAt(found.firstElementChild!, x, y) : found;
}

/** The caret that Lexical draws between two blocks lies over them: it stands for the block above it. */
const isCursor = (element: Element | undefined): boolean => element?.hasAttribute('data-lexical-cursor') ?? false;

function bottomOf(children: HTMLCollection, at: number): number {
  const element = isCursor(children[at]) ? children[at - 1] : children[at];
  return element?.getBoundingClientRect().bottom ?? Number.NEGATIVE_INFINITY;
}

function besideIn(children: HTMLCollection, at: number, x: number, y: number): Element | undefined {
  const isRow = (one: Element | undefined) => one?.hasAttribute('data-gallery') && one.getBoundingClientRect().top <= y;
  let found = at;
  while (isRow(children[found + 1]) && children[found]!.getBoundingClientRect().right < x) found++;
  return children[found];
}

/** The id of the block that an element of the body draws. */
export const blockIdOf = (editor: LexicalEditor, element: Element): string | null =>
  editor.read('latest', () => {
    const block = $blockAround($getNearestNodeFromDOMNode(element));
    return block && $getBlockId(block);
  });
