import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type NodeKey,
  PASTE_COMMAND,
} from 'lexical';
import { $createEmbedNode } from '../../../story/schema/embed/node.ts';
import { $paragraphBehind } from '../../../story/schema/insert.ts';
import { embedAddress, providerOf } from '../../../story/text/provider.ts';

/**
 * An address alone, of a site whose videos, posts or maps are known, pasted into an empty paragraph becomes a card. It is
 * pasted as text first: one undo leaves that.
 */
export const EmbedPasteExtension = defineExtension({
  name: 'copydesk/embed-paste',
  register: (editor) =>
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        const text = event instanceof ClipboardEvent ? (event.clipboardData?.getData('text/plain').trim() ?? '') : '';
        const url = embedAddress(text);
        const selection = $getSelection();
        if (url === null || providerOf(url).id === 'other' || !$isRangeSelection(selection)) return false;
        const paragraph = selection.anchor.getNode();
        if (!selection.isCollapsed() || !$isParagraphNode(paragraph) || !paragraph.isEmpty()) return false;
        event.preventDefault();
        $addUpdateTag(HISTORY_PUSH_TAG);
        selection.insertText(text.normalize('NFC'));
        const key = paragraph.getKey();
        $onUpdate(() => toCard(editor, key, url));
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});

function toCard(editor: LexicalEditor, key: NodeKey, url: string): void {
  editor.update(
    () => {
      const paragraph = $getNodeByKey(key);
      if (!$isParagraphNode(paragraph)) return;
      const card = $createEmbedNode({ url, caption: '' });
      paragraph.replace(card);
      $paragraphBehind(card).select();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
