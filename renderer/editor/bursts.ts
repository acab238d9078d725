import { HistoryExtension } from '@lexical/history';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
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
 * are one, so that undo takes words back and never shows half a syllable.
 */
export const BurstsExtension = defineExtension({
  name: 'copydesk/bursts',
  dependencies: [HistoryExtension],
  register: (editor, _config, state) => {
    const { delay } = state.getDependency(HistoryExtension).output;
    let last: { at: number; deletes: boolean } | null = null;
    const $note = (deletes: boolean) => {
      const selection = $getSelection();
      const at = Date.now();
      const goesOn = last !== null && last.deletes !== deletes && at - last.at < delay.peek();
      if (goesOn && $isRangeSelection(selection) && selection.isCollapsed()) $addUpdateTag(HISTORY_MERGE_TAG);
      last = { at, deletes };
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
