import { $getState, $setState, createState, type LexicalNode, NODE_STATE_DIRECT } from 'lexical';
import { idList } from './text/marks.ts';

/** Suggestions that a block as such belongs to, sorted (of a text block: the break before it); a copy of a node starts without. */
const suggestedState = createState('suggested', { ...idList, resetOnCopyNode: true });

/** The ids of the undecided suggestions about a block. */
export const $getSuggested = (node: LexicalNode): string[] => $getState(node, suggestedState);

/** The same, read outside an update. */
export const suggestedOf = (node: LexicalNode): string[] => $getState(node, suggestedState, NODE_STATE_DIRECT);

/** Says which suggestions a block belongs to. */
export const $setSuggested = <N extends LexicalNode>(node: N, ids: readonly string[]): N =>
  ids.join() === $getSuggested(node).join() ? node : $setState(node, suggestedState, [...ids]);
