import { ListItemNode } from '@lexical/list';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { defineExtension, type Klass, type LexicalNode, mergeRegister, ParagraphNode } from 'lexical';
import { AttributionNode } from '../../story/schema/attribution/node.ts';
import { isInBox } from '../../story/schema/box/box.ts';
import { DividerNode } from '../../story/schema/divider/node.ts';
import { EmbedNode } from '../../story/schema/embed/node.ts';
import { FigureNode, isInGallery } from '../../story/schema/figure/node.ts';
import { PullQuoteNode } from '../../story/schema/pullquote/node.ts';
import { TableNode } from '../../story/schema/table/node.ts';

const KINDS: readonly Klass<LexicalNode>[] = [
  ParagraphNode,
  HeadingNode,
  QuoteNode,
  PullQuoteNode,
  AttributionNode,
  ListItemNode,
  FigureNode,
  DividerNode,
  TableNode,
  EmbedNode,
];

/**
 * Shows on the elements of the page which blocks stand in a fact box (`data-box`; a list as a whole when all its items do) or
 * in a gallery (`data-gallery`).
 */
export const GroupedExtension = defineExtension({
  name: 'copydesk/grouped',
  register: (editor) =>
    mergeRegister(
      ...KINDS.map((kind) =>
        editor.registerMutationListener(kind, (mutations) => {
          const nodes = editor.getEditorState()._nodeMap;
          for (const [key, mutation] of mutations) {
            const node = mutation === 'destroyed' ? undefined : nodes.get(key);
            const element = node && editor.getElementByKey(key);
            if (!node || !element) continue;
            element.toggleAttribute('data-box', isInBox(node));
            if (node instanceof FigureNode) element.toggleAttribute('data-gallery', isInGallery(node));
            if (node instanceof ListItemNode) showList(element, isInBox(node));
          }
        }),
      ),
    ),
});

function showList(item: Element, isIn: boolean): void {
  let list = item.parentElement;
  while (list?.parentElement?.closest('li')) list = list.parentElement;
  if (!list || (!isIn && !list.hasAttribute('data-box'))) return;
  const isDeeper = (one: Element) => one.firstElementChild?.matches('ul, ol');
  list.toggleAttribute(
    'data-box',
    [...list.querySelectorAll('li')].every((one) => one.hasAttribute('data-box') || isDeeper(one)),
  );
}
