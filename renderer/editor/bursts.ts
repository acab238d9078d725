import { HistoryExtension } from '@lexical/history';
import {
  $addUpdateTag,
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type BaseSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  defineExtension,
  HISTORY_MERGE_TAG,
  INPUT_COMMAND,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';

/**
 * Vietnamese input methods without a preedit put a word right by Backspaces and new letters, all at once. To the history
 * every change from typing to deleting is a new step; here letters and Backspaces that follow each other without a pause
 * are one, so that undo takes words back and never shows half a syllable. So are a letter that begins a text of its own (in
 * an empty paragraph, behind a photo, before bold) and those after it.
 */
export const BurstsExtension = defineExtension({
  name: 'copydesk/bursts',
  dependencies: [HistoryExtension],
  register: (editor, _config, state) => {
    const { delay } = state.getDependency(HistoryExtension).output;
    // When a key was pressed, not when a busy window came to it.
    let pressed = 0;
    let last: { at: number; deletes: boolean; opens: boolean } | null = null;
    const $note = (deletes: boolean) => {
      const selection = $getSelection();
      const at = last === null || pressed > last.at ? pressed : performance.now();
      const opens = !$inBlock($getPreviousSelection()) || $beginsText(selection);
      const isBurst = last !== null && (deletes || last.deletes || last.opens) && at - last.at < delay.peek();
      // A paragraph that is joined to the one above, or begun, is a step of its own; a first letter put right is not.
      const joins = !opens || (!deletes && last?.deletes);
      if (isBurst && joins && $isRangeSelection(selection) && selection.isCollapsed()) $addUpdateTag(HISTORY_MERGE_TAG);
      last = { at, deletes, opens };
      return false;
    };
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        ({ timeStamp }) => {
          pressed = timeStamp;
          return false;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(INPUT_COMMAND, () => $note(false), COMMAND_PRIORITY_CRITICAL),
      editor.registerCommand(
        CONTROLLED_TEXT_INSERTION_COMMAND,
        (text) => (typeof text === 'string' ? $note(false) : false),
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(DELETE_CHARACTER_COMMAND, () => $note(true), COMMAND_PRIORITY_CRITICAL),
    );
  },
});

/** Whether a selection is a caret in a block; the others are a selected photo, a place between blocks, or none. */
const $inBlock = (selection: BaseSelection | null): boolean =>
  $isRangeSelection(selection) && selection.anchor.key !== 'root';

/** Whether a letter typed here begins a text node: nothing is before it that it could go on with. */
function $beginsText(selection: BaseSelection | null): boolean {
  if (!$isRangeSelection(selection)) return true;
  const node = selection.anchor.getNode();
  return !$isTextNode(node) || selection.anchor.offset === 0 || node.getFormat() !== selection.format;
}
