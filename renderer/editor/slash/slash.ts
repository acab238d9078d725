import {
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  BLUR_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  type EditorState,
  HISTORIC_TAG,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalCommand,
  type LexicalEditor,
  mergeRegister,
  type NodeKey,
  PASTE_TAG,
} from 'lexical';
import type { Store } from '../../store.ts';
import type { Offer } from './offers.ts';

/** The list as it stands open: at which paragraph, what it offers, and which of it is marked. */
export type Open = { key: NodeKey; offers: readonly Offer[]; at: number };

/** More than this is no longer a filter. */
const LONGEST = 40;

/**
 * Opens the list where "/" is typed in an empty paragraph, and keeps it to what is typed behind, as long as the paragraph
 * holds nothing else and the caret is in it. Its keys are taken only while it shows, and never from an input method: Escape,
 * and a filter that finds nothing, leave what was typed. Returns its own undo.
 */
export function registerSlash(
  editor: LexicalEditor,
  list: Store<Open | null>,
  offersFor: (filter: string) => readonly Offer[],
  choose: (open: Open) => void,
): () => void {
  let key: NodeKey | null = null;
  let filter = '';
  let giveBack: (() => void) | null = null;

  const show = (next: Open | null) => {
    if (next) giveBack ??= takeKeys();
    else {
      giveBack?.();
      giveBack = null;
    }
    list.set(next);
  };
  const end = () => {
    key = null;
    show(null);
  };
  const step = (by: 1 | -1) =>
    list.set((open) => open && { ...open, at: (open.at + by + open.offers.length) % open.offers.length });
  const take = () => {
    const open = list.get();
    end();
    if (open) choose(open);
  };
  const takeKeys = () => {
    const on = <T extends KeyboardEvent | null>(command: LexicalCommand<T>, act: () => void) =>
      editor.registerCommand(
        command,
        (event) => {
          if (!event || event.isComposing || editor.isComposing()) return false;
          if (event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
          event.preventDefault();
          event.stopPropagation();
          act();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      );
    return mergeRegister(
      on(KEY_ARROW_DOWN_COMMAND, () => step(1)),
      on(KEY_ARROW_UP_COMMAND, () => step(-1)),
      on(KEY_ENTER_COMMAND, take),
      on(KEY_TAB_COMMAND, take),
      on(KEY_ESCAPE_COMMAND, end),
    );
  };

  const stop = mergeRegister(
    editor.registerUpdateListener(({ editorState, prevEditorState, dirtyLeaves, tags }) => {
      const isTyped = dirtyLeaves.size > 0 && !tags.has(HISTORIC_TAG) && !tags.has(PASTE_TAG);
      if (key === null && !isTyped) return;
      const here = editorState.read($slashed);
      if (key === null) {
        if (here?.text !== '/' || !wasEmpty(prevEditorState, here.key)) return;
        ({ key } = here);
      } else if (here === null && editor.isComposing())
        return; // its selection may stand around a mark of Lexical's own for a moment
      else if (here?.key !== key || tags.has(HISTORIC_TAG)) return end();
      else if (here.text.slice(1) === filter) return;
      filter = here.text.slice(1);
      const offers = offersFor(filter);
      show(offers.length === 0 ? null : { key, offers, at: 0 });
    }),
    editor.registerCommand(
      BLUR_COMMAND,
      () => {
        end();
        return false;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
  );
  return () => {
    stop();
    end();
  };
}

/** The paragraph with the caret, where it holds "/" and a filter and nothing else. */
function $slashed(): { key: NodeKey; text: string } | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const node = selection.anchor.getNode();
  if (!$isTextNode(node) || node.getTextContentSize() > LONGEST) return null;
  const paragraph = node.getParent();
  if (!$isParagraphNode(paragraph) || paragraph.getChildrenSize() !== 1) return null;
  // Lexical keeps a mark of its own where a composition began.
  const text = node.getTextContent().replaceAll('\u200b', '');
  return text.startsWith('/') ? { key: paragraph.getKey(), text } : null;
}

const wasEmpty = (state: EditorState, key: NodeKey): boolean => {
  const node = state._nodeMap.get(key);
  return $isParagraphNode(node) && state.read(() => node.isEmpty());
};
