import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListExtension as LexicalListExtension,
  ListItemNode,
  ListNode,
} from '@lexical/list';
import { defineExtension, mergeRegister } from 'lexical';
import type { ListItem } from '../../model.ts';
import { $plainElement } from '../normal.ts';
import { $nodesFromRuns, $runsFromNode } from '../text/runs.ts';

/** The deepest indent a story stores (see the schema). */
export const DEEPEST = 6;

/** Story -> node, without the id and without its place (see nest.ts). */
export const $nodeFromListItem = (block: ListItem): ListItemNode =>
  $createListItemNode().append(...$nodesFromRuns(block.runs));

/** Node -> Story. The item stands in a list of the editor's state. */
export function $listItemFromNode(node: ListItemNode, id: string, composing: boolean): ListItem {
  const list = node.getParent();
  return {
    id,
    type: 'listItem',
    list: $isListNode(list) && list.getListType() === 'number' ? 'number' : 'bullet',
    indent: Math.min(node.getIndent(), DEEPEST),
    runs: $runsFromNode(node, composing),
  };
}

/** Lists: bullet and number, items or deeper lists, no deeper than a story stores. Neighbours of one kind are one list. */
export const ListExtension = defineExtension({
  name: 'copydesk/list',
  dependencies: [LexicalListExtension],
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(ListNode, (node) => {
        $plainElement(node);
        if (node.getListType() === 'check') node.setListType('bullet');
        if (node.getStart() !== 1) node.setStart(1);
      }),
      editor.registerNodeTransform(ListItemNode, (node) => {
        $plainElement(node);
        $liftNestedLists(node);
        if (!$isListNode(node.getFirstChild()) && $isListNode(node.getParent()) && node.getIndent() > DEEPEST)
          node.setIndent(DEEPEST);
      }),
    ),
});

/** An item holds either words or one deeper list; a list beside words gets an item of its own behind them. */
function $liftNestedLists(item: ListItemNode): void {
  if (item.getChildrenSize() < 2 || !$isListItemNode(item)) return;
  const lists = item.getChildren().filter($isListNode);
  const wordsFirst = !$isListNode(item.getFirstChild());
  let after = item;
  for (const list of wordsFirst ? lists : lists.slice(1)) {
    const wrapper = $createListItemNode();
    after.insertAfter(wrapper);
    wrapper.append(list);
    after = wrapper;
  }
  if (wordsFirst) return;
  const words = item.getChildren().slice(1);
  if (words.length > 0) after.insertAfter($createListItemNode().append(...words));
}

/** A list of one kind. */
export const $newList = (kind: ListItem['list']): ListNode => $createListNode(kind);

/** An item without words. */
export const $newItem = (): ListItemNode => $createListItemNode();
