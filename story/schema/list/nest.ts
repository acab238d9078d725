import { $createListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import type { ListItem } from '../../model.ts';
import { $newList } from './list.ts';

/**
 * Items that stand flat -> nested lists, as Lexical wants them: an item of indent n stands n lists deep, each deeper
 * list in an item of its own. Returns the outermost lists; reading them in order gives the same items again.
 */
export function $nestListItems(items: readonly { block: ListItem; node: ListItemNode }[]): ListNode[] {
  const outermost: ListNode[] = [];
  /** The list that is open at each depth. */
  let open: ListNode[] = [];
  for (const { block, node } of items) {
    open = open.slice(0, block.indent + 1);
    const deepest = open[block.indent];
    if (deepest !== undefined && deepest.getListType() !== block.list) open.pop();
    while (open.length <= block.indent) {
      const list = $newList(block.list);
      const parent = open.at(-1);
      if (parent === undefined) outermost.push(list);
      else parent.append($createListItemNode().append(list));
      open.push(list);
    }
    (open[block.indent] as ListNode).append(node);
  }
  return outermost;
}

/** The list around everything an item stands in. */
export function $outermostList(item: ListItemNode): ListNode | null {
  let found: ListNode | null = null;
  for (let at = item.getParent(); at !== null; at = at.getParent()) if ($isListNode(at)) found = at;
  return found;
}
