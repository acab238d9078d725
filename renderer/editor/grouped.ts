import { ListItemNode } from '@lexical/list';
import { defineExtension, mergeRegister } from 'lexical';
import { blockClasses } from '../../story/schema/blocks.ts';
import { isInBox } from '../../story/schema/box/box.ts';
import { FigureNode, isInGallery } from '../../story/schema/figure/node.ts';
import { showGalleries } from './galleries.ts';

/**
 * Shows on the elements of the page which blocks stand in a fact box (`data-box`; a list as a whole when all its items do) or
 * in a gallery (`data-gallery`).
 */
export const GroupedExtension = defineExtension({
  name: 'copydesk/grouped',
  register: (editor) =>
    mergeRegister(
      ...blockClasses(editor).map((kind) =>
        editor.registerMutationListener(kind, (mutations) => {
          const nodes = editor.getEditorState()._nodeMap;
          const lists = new Set<Element>();
          const figures: Element[] = [];
          for (const [key, mutation] of mutations) {
            const node = mutation === 'destroyed' ? undefined : nodes.get(key);
            const element = node && editor.getElementByKey(key);
            if (!node || !element) continue;
            element.toggleAttribute('data-box', isInBox(node));
            if (node instanceof FigureNode) {
              element.toggleAttribute('data-gallery', isInGallery(node));
              figures.push(element);
            }
            if (node instanceof ListItemNode) lists.add(topOf(element, editor.getRootElement()));
          }
          for (const list of lists) showList(list);
          showGalleries(editor, figures);
        }),
      ),
    ),
});

function topOf(element: Element, root: Element | null): Element {
  let top = element;
  while (top.parentElement && top.parentElement !== root) top = top.parentElement;
  return top;
}

/** An item that only holds a deeper list is no block, and says nothing. */
function showList(list: Element): void {
  const items = [...list.querySelectorAll('li')].filter((item) => !item.firstElementChild?.matches('ul, ol'));
  list.toggleAttribute(
    'data-box',
    items.every((item) => item.hasAttribute('data-box')),
  );
}
