import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  $setState,
  type EditorUpdateOptions,
  HISTORY_MERGE_TAG,
  type LexicalNode,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { plainTexts } from '../../story/content.ts';
import { $blockOf } from '../../story/document.ts';
import { newId } from '../../story/ids.ts';
import type { Anchor, CommentThread } from '../../story/model.ts';
import { $getBlockId } from '../../story/schema/blockId.ts';
import { $blockAround, $blocksUnder } from '../../story/schema/blocks.ts';
import { $isSolidNode } from '../../story/schema/solid.ts';
import { threadsState } from '../../story/schema/text/marks.ts';
import type { Core, Place } from './core.ts';
import { controlAt } from './places.ts';
import { $selectSolid } from './solidSelection.ts';

const MOST_WORDS = 20_000;
const QUIET: EditorUpdateOptions = { discrete: true, tag: [HISTORY_MERGE_TAG, SKIP_DOM_SELECTION_TAG] };

type Target = { anchor: Anchor; words: string };

/** What a comment made now would be about: the selected words in the body, or in the field where the person was last. */
export function commentTargetOf(core: Core): Target | null {
  const control = core.lastPlace === null ? undefined : core.controls.get(core.lastPlace);
  if (control) {
    const { value, selectionStart, selectionEnd } = control.element;
    const words = value.slice(selectionStart ?? 0, selectionEnd ?? 0).slice(0, MOST_WORDS);
    return words.trim() === '' ? null : { anchor: anchorOf(control.place), words };
  }
  return core.editor.read($bodyTarget);
}

/** A cell may move with its row or column: its words are found in the table. */
const anchorOf = (place: Place): Anchor => ('cell' in place && place.cell ? { block: place.block } : place);

function $bodyTarget(): Target | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const solid = selection.getNodes().find($isSolidNode);
    if (!solid) return null;
    const [first] = plainTexts($blockOf(solid)).filter(({ text }) => text.trim() !== '');
    return { anchor: { block: $getBlockId(solid) }, words: first?.text.slice(0, MOST_WORDS) ?? '' };
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null;
  const words = selection.getTextContent().slice(0, MOST_WORDS);
  const first = $blockAround((selection.isBackward() ? selection.focus : selection.anchor).getNode());
  return words.trim() === '' || first === null ? null : { anchor: { block: $getBlockId(first) }, words };
}

/** A thread on the target, its words marked in the body. null where nothing is selected. */
export function makeThread(core: Core, text: string, by: { name: string; fingerprint: string }): CommentThread | null {
  const target = commentTargetOf(core);
  if (target === null) return null;
  const id = newId();
  if ('block' in target.anchor && !target.anchor.part) core.editor.update(() => $markSelection(id), QUIET);
  const at = new Date().toISOString();
  const comment = { id: newId(), by: by.fingerprint, name: by.name, at, text };
  return { id, kind: 'comment', anchor: target.anchor, words: target.words, comments: [comment], resolved: false };
}

function $markSelection(id: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const node of selection.extract())
    if ($isTextNode(node) || $isLineBreakNode(node))
      $setState(node, threadsState, (ids) => [...new Set([...ids, id])].sort());
}

/** Takes a deleted thread's marks off the text. */
export function unmarkThread(core: Core, id: string): void {
  if (!core.editor.read(() => $marked(id)).length) return;
  core.editor.update(() => {
    for (const node of $marked(id)) $setState(node, threadsState, (ids) => ids.filter((other) => other !== id));
  }, QUIET);
}

/** The texts and line breaks that belong to a thread, in the order of the page. */
function $marked(id: string): LexicalNode[] {
  return $blocksUnder($getRoot()).flatMap((block) => {
    const found: LexicalNode[] = [];
    const walk = (node: LexicalNode) => {
      if ($isElementNode(node)) for (const child of node.getChildren()) walk(child);
      else if ($getState(node, threadsState).includes(id)) found.push(node);
    };
    walk(block);
    return found;
  });
}

/** Scrolls to and selects what a thread is about: its marked words, else its block, or its field. */
export function revealThread(core: Core, id: string): void {
  const thread = core.story().threads[id];
  if (!thread) return;
  const { anchor } = thread;
  const words = thread.kind === 'comment' ? thread.words : thread.ours;
  const element = controlAt(core, anchor, words);
  if (element) {
    const at = element.value.indexOf(words);
    element.focus();
    element.setSelectionRange(at < 0 ? 0 : at, at < 0 ? element.value.length : at + words.length);
    element.scrollIntoView({ block: 'center' });
    return;
  }
  let shown: string | null = null;
  core.editor.update(
    () => {
      const marked = $marked(id).filter($isTextNode);
      const first = marked[0];
      const last = marked.at(-1);
      if (first && last) {
        const selection = first.select(0, 0);
        selection.focus.set(last.getKey(), last.getTextContentSize(), 'text');
        shown = first.getKey();
        return;
      }
      const block = 'block' in anchor && $blocksUnder($getRoot()).find((node) => $getBlockId(node) === anchor.block);
      if (!block) return;
      if ($isSolidNode(block)) $selectSolid(block.getKey());
      else block.selectStart();
      shown = block.getKey();
    },
    { discrete: true },
  );
  if (shown !== null && core.editor.read(() => $getNodeByKey(shown as string) !== null)) {
    core.editor.getRootElement()?.focus();
    core.editor.getElementByKey(shown)?.scrollIntoView({ block: 'center' });
  }
}
