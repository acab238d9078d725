import { HistoryExtension } from '@lexical/history';
import {
  $addUpdateTag,
  $getPreviousSelection,
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  defineExtension,
  HISTORY_MERGE_TAG,
  INPUT_COMMAND,
  mergeRegister,
} from 'lexical';

/**
 * Vietnamese input methods without a preedit put a word right by Backspaces and new letters, all at once. To the history
 * every change from typing to deleting is a new step; here letters and Backspaces that follow each other without a pause
 * are one, so that undo takes words back and never shows half a syllable. So are a letter that opened a paragraph of its
 * own (behind a photo) and those after it.
 */
export const BurstsExtension = defineExtension({
  name: 'copydesk/bursts',
  dependencies: [HistoryExtension],
  register: (editor, _config, state) => {
    const { delay } = state.getDependency(HistoryExtension).output;
    let last: { at: number; deletes: boolean; opens: boolean } | null = null;
    const $note = (deletes: boolean) => {
      const selection = $getSelection();
      const at = Date.now();
      const opens = !$inBlock($getPreviousSelection());
      const goesOn = last !== null && (last.deletes !== deletes || last.opens) && at - last.at < delay.peek();
      if (goesOn && !opens && $isRangeSelection(selection) && selection.isCollapsed()) $addUpdateTag(HISTORY_MERGE_TAG);
      last = { at, deletes, opens };
      return false;
    };
    return mergeRegister(
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
