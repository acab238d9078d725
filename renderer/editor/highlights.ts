import { $getState, type LexicalNode, NODE_STATE_DIRECT, type NodeKey, TextNode } from 'lexical';
import type { Story } from '../../story/model.ts';
import { sideState, threadsState } from '../../story/schema/text/marks.ts';
import type { Core } from './core.ts';

/**
 * Shows which words belong to an open thread: `data-thread` on their element, "comment", "ours" or "theirs". Node state
 * draws nothing by itself; Lexical names the texts it has just drawn, so a key costs one look at its own text.
 */
export function highlightThreads(core: Core): { repaint(): void; stop(): void } {
  const { editor } = core;
  const marked = new Set<NodeKey>();
  const paint = (keys: Iterable<NodeKey>) => {
    const nodes = editor.getEditorState()._nodeMap;
    const wanted = [...keys].map((key) => [key, markOf(nodes.get(key))] as const);
    const threads = wanted.some(([, mark]) => mark !== null) ? core.threads() : {};
    for (const [key, mark] of wanted) {
      if (mark === null && !marked.has(key)) continue;
      const element = editor.getElementByKey(key);
      const kind = mark && kindOf(mark, threads);
      if (element && kind) element.dataset.thread = kind;
      else if (element) delete element.dataset.thread;
      if (mark === null) marked.delete(key);
      else marked.add(key);
    }
  };
  const stop = editor.registerMutationListener(TextNode, (mutations) => paint(mutations.keys()));
  return { repaint: () => paint([...marked]), stop };
}

type Mark = { threads: string[]; side: 'ours' | 'theirs' | null };

function markOf(node: LexicalNode | undefined): Mark | null {
  const threads = node ? $getState(node, threadsState, NODE_STATE_DIRECT) : [];
  return node && threads.length > 0 ? { threads, side: $getState(node, sideState, NODE_STATE_DIRECT) } : null;
}

function kindOf({ threads: ids, side }: Mark, threads: Story['threads']): 'comment' | 'ours' | 'theirs' | null {
  const open = ids.map((id) => threads[id]).filter((thread) => thread && !thread.resolved);
  if (open.some((thread) => thread?.kind === 'conflict')) return side ?? 'comment';
  return open.length > 0 ? 'comment' : null;
}
