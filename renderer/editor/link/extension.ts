import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  defineExtension,
  KEY_ENTER_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import { $selectedBlocks } from '../../../story/schema/kind.ts';
import { $linkAround, $setLink } from '../../../story/schema/text/link.ts';
import { safeLink } from '../../../story/text/link.ts';

/** Asks the window to open an address in the person's own browser. */
export const openLink = (url: string): void =>
  void document.dispatchEvent(new CustomEvent<string>('copydesk:open-link', { detail: url }));

/**
 * Links in the body beyond their dialog: an address pasted over words links them; Ctrl (Cmd) with a click, or with Enter
 * where the caret is in one, opens it in the browser.
 */
export const LinksExtension = defineExtension({
  name: 'copydesk/links',
  register: (editor) => {
    const click = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link) return;
      // A link in text that is edited leads nowhere by itself.
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) openLink(link.href);
    };
    return mergeRegister(
      editor.registerRootListener((root) => {
        root?.addEventListener('click', click);
        return () => root?.removeEventListener('click', click);
      }),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          const url = event?.ctrlKey || event?.metaKey ? $urlAtCaret() : null;
          if (url === null) return false;
          event?.preventDefault();
          openLink(url);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(COMPOSITION_START_COMMAND, $outOfLink, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const text = 'clipboardData' in event ? (event.clipboardData?.getData('text/plain').trim() ?? '') : '';
          if (!$linkSelected(text)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  },
});

/**
 * A composition at a link's edge begins outside of it. Chromium puts its text beside the `<a>`, where Lexical expects none
 * and takes it away again: all words of it would be lost.
 */
function $outOfLink(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const { anchor, focus } = selection;
  const node = anchor.getNode();
  const link = $linkAround(node);
  if (!link) return false;
  const isFirst = anchor.offset === 0 && node.is(link.getFirstDescendant());
  const isLast = anchor.offset === node.getTextContentSize() && node.is(link.getLastDescendant());
  if (!isFirst && !isLast) return false;
  const at = link.getIndexWithinParent() + (isFirst ? 0 : 1);
  for (const point of [anchor, focus]) point.set(link.getParentOrThrow().getKey(), at, 'element');
  return false;
}

/** The address of the link the caret is in. */
export function $urlAtCaret(): string | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? ($linkAround(selection.anchor.getNode())?.getURL() ?? null) : null;
}

/** Links the selected words of one block to a pasted address. Whether it did: an address over an address replaces it. */
function $linkSelected(text: string): boolean {
  const selection = $getSelection();
  if (!/^(?:https?|mailto):\S+$/i.test(text) || safeLink(text) === null) return false;
  if (!$isRangeSelection(selection) || selection.isCollapsed() || $selectedBlocks().length !== 1) return false;
  const words = selection.getTextContent().trim();
  if (words === '' || safeLink(words) !== null || words.includes('\n')) return false;
  $addUpdateTag(PASTE_TAG);
  $setLink(text);
  return true;
}
