import {
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  defineExtension,
  HISTORIC_TAG,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from 'lexical';
import { newId } from '../ids.ts';
import { $getBlockId, $setBlockId } from './blockId.ts';
import { $blocksUnder, $isBlockNode, blockClasses } from './blocks.ts';

/** Which node holds an id, as far as is known; what it says is checked before it is believed. */
type Holders = { byId: Map<string, NodeKey>; stale: boolean };

/**
 * Every block has one id, and no two have the same. The second half of a split gets a new one; a block that is moved or
 * retyped keeps its own; of a block and its pasted copy, the copy gets a new one.
 */
export const BlockIdsExtension = defineExtension({
  name: 'copydesk/block-ids',
  build: (): Holders => ({ byId: new Map(), stale: false }),
  register: (editor, _config, state) => {
    const holders = state.getOutput();
    const $transform = (node: LexicalNode) => $keepId(node, holders);
    return mergeRegister(
      ...blockClasses(editor).map((kind) => editor.registerNodeTransform(kind, $transform)),
      // Undo and redo put a whole state back without running transforms: what is known of it no longer holds.
      editor.registerUpdateListener(({ tags }) => {
        if (tags.has(HISTORIC_TAG)) holders.stale = true;
      }),
    );
  },
});

function $keepId(node: LexicalNode, holders: Holders): void {
  if (!node.isAttached()) return;
  const id = $getBlockId(node);
  if (!$isBlockNode(node)) {
    if (id !== '') $setBlockId(node, '');
    return;
  }
  if (holders.stale) {
    holders.byId = committedHolders();
    holders.stale = false;
  }
  if (id === '') {
    const own = $inheritedId(node, holders) ?? newId();
    holders.byId.set(own, node.getKey());
    $setBlockId(node, own);
    return;
  }
  const other = $holder(id, holders);
  if (other === null || other.is(node)) {
    holders.byId.set(id, node.getKey());
    return;
  }
  const copy = $newer(node, other, id);
  const other_ = copy.is(node) ? other : node;
  const fresh = newId();
  holders.byId.set(id, other_.getKey()).set(fresh, copy.getKey());
  $setBlockId(copy, fresh);
}

/** The attached block that holds this id now, if there is one. */
function $holder(id: string, holders: Holders): LexicalNode | null {
  const key = holders.byId.get(id);
  const node = key === undefined ? null : $getNodeByKey(key);
  return node?.isAttached() && $isBlockNode(node) && $getBlockId(node) === id ? node : null;
}

/** Of two blocks with one id, the one that was not there before; if neither or both were, the later in the document. */
function $newer(a: LexicalNode, b: LexicalNode, id: string): LexicalNode {
  const had = (node: LexicalNode) =>
    committed(() => {
      const before = $getNodeByKey(node.getKey());
      return before !== null && $getBlockId(before) === id;
    });
  const aBefore = had(a);
  if (aBefore !== had(b)) return aBefore ? b : a;
  return a.isBefore(b) ? b : a;
}

/**
 * The id a new block takes over: of the block its words were in, if that block is gone (it was retyped, or its list was
 * undone), or is now empty (a split at its start: the words keep their id, the empty block above gets the new one).
 */
function $inheritedId(node: LexicalNode, holders: Holders): string | null {
  if (!$isElementNode(node)) return null;
  const leaf = node.getFirstDescendant();
  if (leaf === null) return null;
  const before = committed(() => {
    let block: LexicalNode | null = $getNodeByKey(leaf.getKey());
    while (block !== null && !$isBlockNode(block)) block = block.getParent();
    return block && { key: block.getKey(), id: $getBlockId(block) };
  });
  if (!before || before.id === '' || before.key === node.getKey()) return null;
  const now = $getNodeByKey(before.key);
  if (now?.isAttached()) {
    if (!$isElementNode(now) || !now.isEmpty() || $getBlockId(now) !== before.id) return null;
    const fresh = newId();
    holders.byId.set(fresh, now.getKey());
    $setBlockId(now, fresh);
    return before.id;
  }
  return $holder(before.id, holders) === null ? before.id : null;
}

/** Reads the state before the running update. */
const committed = <T>(read: () => T): T => $getEditor().getEditorState().read(read);

const committedHolders = (): Map<string, NodeKey> =>
  committed(() => new Map($blocksUnder($getRoot()).map((node) => [$getBlockId(node), node.getKey()])));
