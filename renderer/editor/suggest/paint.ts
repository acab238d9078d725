import { $getState, $isTextNode, type LexicalNode, NODE_STATE_DIRECT, type NodeKey, TextNode } from 'lexical';
import type { Suggestion } from '../../../story/model.ts';
import { authorColours } from '../../../story/review/suggest/authors.ts';
import { blockIdState } from '../../../story/schema/blockId.ts';
import { blockClasses } from '../../../story/schema/blocks.ts';
import { suggestedOf } from '../../../story/schema/suggested.ts';
import { suggestionsState } from '../../../story/schema/text/marks.ts';
import type { Core } from '../core.ts';

/**
 * Shows on the page what is suggested: `data-suggested` names the kinds on the element of the words or the block, and
 * `data-author` the colour of who suggested it last. Node state draws nothing by itself; Lexical names what it has just drawn,
 * so that a key costs one look at its own text.
 */
export function paintSuggestions(core: Core, placeText: () => string): { repaint(): void; stop(): void } {
  const { editor } = core;
  const colourOf = colours(core);
  const marked = new Set<NodeKey>();
  const paint = (keys: Iterable<NodeKey>) => {
    const nodes = editor.getEditorState()._nodeMap;
    const known = core.suggestions();
    for (const key of keys) {
      const node = nodes.get(key);
      const ids = node ? idsOf(node) : [];
      if (ids.length === 0 && !marked.has(key)) continue;
      const made = ids.flatMap((id) => known[id] ?? []).sort((a, b) => (a.at < b.at ? -1 : 1));
      const element = editor.getElementByKey(key);
      if (element && node && made.length > 0) {
        const kinds = new Set(made.map((one) => kindOf(one, node)));
        show(element, 'suggested', [...kinds].join(' '));
        show(element, 'author', String(colourOf(made.at(-1)?.by ?? '')));
        if (kinds.has('place')) show(element, 'place', placeText());
      } else if (element) {
        delete element.dataset.suggested;
        delete element.dataset.author;
        delete element.dataset.place;
      }
      if (ids.length === 0) marked.delete(key);
      else marked.add(key);
    }
  };
  const stops = [TextNode, ...blockClasses(editor)].map((kind) =>
    editor.registerMutationListener(kind, (mutations) => paint(mutations.keys())),
  );
  return {
    repaint: () => paint([...marked]),
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** Setting what is set already would have the browser look at its styles again, at every key. */
function show(element: HTMLElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

/** An author's colour; counted anew only where somebody said something. */
function colours({ suggestions, threads }: Core): (by: string) => number {
  let known: ReadonlyMap<string, number> = new Map();
  let of: unknown[] = [];
  return (by) => {
    const now = [suggestions(), threads()];
    if (now.some((one, at) => one !== of[at]))
      known = authorColours({ suggestions: suggestions(), threads: threads() });
    of = now;
    return known.get(by) ?? 0;
  };
}

const idsOf = (node: LexicalNode): readonly string[] =>
  $isTextNode(node) ? $getState(node, suggestionsState, NODE_STATE_DIRECT) : suggestedOf(node);

/** A place that a block was moved away from is no block that was moved. */
const kindOf = (one: Suggestion, node: LexicalNode): string =>
  one.kind === 'move' && one.ghost === $getState(node, blockIdState, NODE_STATE_DIRECT) ? 'place' : one.kind;
