import { $getState, $setState, createState, type ElementNode, type LexicalNode } from 'lexical';
import { idSchema } from '../ids.ts';
import { $getSuggested, $setSuggested } from './suggested.ts';

/** The id of a block, on its node. Empty until the transform has given one; a copy of a node starts without. */
export const blockIdState = createState('blockId', {
  parse: (value) => (typeof value === 'string' && idSchema.safeParse(value).success ? value : ''),
  resetOnCopyNode: true,
});

/** The block's id ('' before its first transform). */
export const $getBlockId = (node: LexicalNode): string => $getState(node, blockIdState);

/** Gives a node the id of the block it is to be. */
export const $setBlockId = <N extends LexicalNode>(node: N, id: string): N => $setState(node, blockIdState, id);

/** Replaces a block by an element of another kind that takes over its words, its id and what is suggested of it; a caret in it stays. */
export function $retypeBlock<N extends ElementNode>(block: ElementNode, to: N): N {
  $setSuggested($setBlockId(to, $getBlockId(block)), $getSuggested(block));
  block.replace(to, true);
  return to;
}
