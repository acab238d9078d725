import { $isListNode } from '@lexical/list';
import {
  $getState,
  $isElementNode,
  HISTORIC_TAG,
  type LexicalNode,
  NODE_STATE_DIRECT,
  type NodeKey,
  type NodeMap,
  type UpdateListenerPayload,
} from 'lexical';
import { blockIdState } from '../../story/schema/blockId.ts';
import { isBlockKind } from '../../story/schema/blocks.ts';

/** Blocks whose nodes changed since they were last read, by id, with the node that had it; and whether any came, went or moved. */
export type Dirty = { blocks: Map<string, NodeKey>; order: boolean };

export const nothingDirty = (): Dirty => ({ blocks: new Map(), order: false });

/**
 * Notes what an update changed, from Lexical's own dirty sets: the cost follows what changed, not the story's length.
 * Undo and redo replace the whole state without such sets; then all nodes are compared by identity.
 */
export function noteUpdate(dirty: Dirty, update: UpdateListenerPayload): void {
  const next = update.editorState._nodeMap;
  const before = update.prevEditorState._nodeMap;
  const { dirtyElements, dirtyLeaves } = update;
  const replaced = update.tags.has(HISTORIC_TAG) || (dirtyLeaves.size === 0 && onlyRoot(dirtyElements));
  const keys = replaced ? changedKeys(before, next) : [...dirtyLeaves, ...intentionally(dirtyElements)];
  for (const key of keys) noteNode(dirty, key, before, next);
}

/** Notes all in which one state differs from another, by identity: for where Lexical's dirty sets are not known. */
export function noteDifferences(dirty: Dirty, before: NodeMap, next: NodeMap): void {
  for (const key of changedKeys(before, next)) noteNode(dirty, key, before, next);
}

const onlyRoot = (elements: ReadonlyMap<NodeKey, boolean>): boolean =>
  elements.size === 1 && elements.get('root') === false;

const intentionally = (elements: ReadonlyMap<NodeKey, boolean>): NodeKey[] =>
  [...elements].flatMap(([key, meant]) => (meant ? [key] : []));

function changedKeys(before: NodeMap, next: NodeMap): NodeKey[] {
  const keys: NodeKey[] = [];
  for (const [key, node] of next) if (before.get(key) !== node) keys.push(key);
  for (const [key] of before) if (!next.has(key)) keys.push(key);
  return keys;
}

function noteNode(dirty: Dirty, key: NodeKey, before: NodeMap, next: NodeMap): void {
  const node = next.get(key);
  if (node === undefined) {
    // Gone: if it was a block or held some, the order changed; if it was text, its block is noted by the siblings.
    const old = before.get(key);
    if (old !== undefined && (isBlock(old, before) || isListLike(old, before))) dirty.order = true;
    else if (old !== undefined) noteBlockAround(dirty, old, before, next);
    return;
  }
  if (key === 'root') {
    // Lexical calls the root dirty in every update; a root that was written to is another object.
    if (before.get('root') !== node) dirty.order = true;
    return;
  }
  if (isListLike(node, next)) {
    dirty.order = true;
    noteBlocksUnder(dirty, node, next);
    return;
  }
  noteBlockAround(dirty, node, before, next);
}

/** Notes the block a node is in, as it is in `next`. */
function noteBlockAround(dirty: Dirty, node: LexicalNode, before: NodeMap, next: NodeMap): void {
  for (let at: LexicalNode | undefined = node; at !== undefined; at = parentIn(at, next, before)) {
    const now = next.get(at.getKey());
    if (now === undefined || !isBlock(now, next)) continue;
    const id = idOf(now);
    dirty.blocks.set(id, now.getKey());
    const old = before.get(now.getKey());
    if (old === undefined || idOf(old) !== id || !isBlock(old, before)) dirty.order = true;
    return;
  }
}

function noteBlocksUnder(dirty: Dirty, list: LexicalNode, map: NodeMap): void {
  if (isBlock(list, map)) dirty.blocks.set(idOf(list), list.getKey());
  else for (const child of childrenIn(list, map)) noteBlocksUnder(dirty, child, map);
}

// The walks below read node maps directly, since they look at two states at once and outside a read.

const idOf = (node: LexicalNode): string => $getState(node, blockIdState, NODE_STATE_DIRECT);

const parentIn = (node: LexicalNode, map: NodeMap, other: NodeMap): LexicalNode | undefined => {
  const parent = (map.get(node.getKey()) ?? node).__parent;
  return parent === null ? undefined : (map.get(parent) ?? other.get(parent));
};

function* childrenIn(node: LexicalNode, map: NodeMap): Generator<LexicalNode> {
  for (let key = $isElementNode(node) ? node.__first : null; key !== null; ) {
    const child = map.get(key);
    if (child === undefined) return;
    yield child;
    key = child.__next;
  }
}

const firstIn = (node: LexicalNode, map: NodeMap): LexicalNode | undefined =>
  $isElementNode(node) && node.__first !== null ? map.get(node.__first) : undefined;

const isBlock = (node: LexicalNode, map: NodeMap): boolean => isBlockKind(node) && !$isListNode(firstIn(node, map));

/** A list, or an item that only holds a deeper one. */
const isListLike = (node: LexicalNode, map: NodeMap): boolean =>
  $isListNode(node) || (isBlockKind(node) && $isListNode(firstIn(node, map)));
