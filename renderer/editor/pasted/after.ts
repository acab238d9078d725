import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { $nodesFromPlain } from '../../../story/formats/paste/nodes.ts';
import { linesOf } from '../../../story/formats/paste/plain.ts';
import { $blockAround, $blocksUnder } from '../../../story/schema/blocks.ts';

/** Puts words that a paste left out behind the caret's block, each a paragraph: one step of undo. */
export function bringBack(editor: LexicalEditor, words: readonly string[]): void {
  editor.update(
    () => {
      const selection = $getSelection();
      let at =
        $blockAround(selection?.getNodes().at(-1) ?? null)?.getTopLevelElement() ?? $blocksUnder($getRoot()).at(-1);
      for (const text of words) {
        const paragraph = $createParagraphNode().append($createTextNode(text));
        if (at) at.insertAfter(paragraph);
        else $getRoot().append(paragraph);
        at = paragraph;
      }
      at?.selectEnd();
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}

/** Takes the last paste back, and puts its words in line by line without any of their structure. */
export function pasteAsPlain(editor: LexicalEditor, text: string): void {
  editor.dispatchCommand(UNDO_COMMAND, undefined);
  editor.update(
    () => {
      const selection = $getSelection();
      const lines = linesOf(text);
      if (!$isRangeSelection(selection)) return;
      if (lines.length <= 1) selection.insertText(lines[0]?.text ?? '');
      else selection.insertNodes($nodesFromPlain(lines));
    },
    { discrete: true, tag: HISTORY_PUSH_TAG },
  );
}
