import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMPOSITION_START_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  defineExtension,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  mergeRegister,
} from 'lexical';
import type { SolidNode } from '../../story/schema/solid.ts';
import { $inEmptyParagraph, $placeForWords, $selectedSolid, $selectSolid, $solidAtCaret } from './solidSelection.ts';

/**
 * Keys, input methods and the browser's own editing while a block that is no text is selected. Lexical has no caret then, and whatever
 * it leaves to the browser happens at the page's own caret, somewhere else: so nothing is left to it. Words and Enter go
 * into a paragraph behind it, deleting takes it out, and moving leaves it the way the key points.
 */
export const SelectedSolidExtension = defineExtension({
  name: 'copydesk/selected-solid',
  register: (editor) => {
    const $delete = (back: boolean) => {
      if ($selectedSolid() !== null) return editor.dispatchCommand(DELETE_CHARACTER_COMMAND, back);
      return $selectBeforeDeleting(back);
    };
    return mergeRegister(
      editor.registerCommand(
        BEFORE_INPUT_COMMAND,
        (event) => {
          if ($selectedSolid() === null) return false;
          const { inputType } = event;
          if (inputType.startsWith('history')) return false;
          if (inputType.startsWith('insert') && !BREAKS.includes(inputType)) {
            $toWhereWordsCome(event);
            return false;
          }
          event.preventDefault();
          if (BREAKS.includes(inputType)) $leaveForWords();
          else if (inputType.startsWith('delete')) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true);
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      // It cannot be refused, only be given its place.
      editor.registerCommand(
        COMPOSITION_START_COMMAND,
        () => {
          $leaveForWords();
          return false;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        (event) => {
          if (!$leaveForWords()) return false;
          event?.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(DELETE_CHARACTER_COMMAND, $selectBeforeDeleting, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DELETE_WORD_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(DELETE_LINE_COMMAND, $delete, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_DOWN_COMMAND, $moveOut, COMMAND_PRIORITY_HIGH),
    );
  },
});

/** Input types (W3C Input Events) that break a line: Enter, from a keyboard that sends no keys. */
const BREAKS: readonly string[] = ['insertParagraph', 'insertLineBreak'];

/** Puts the caret behind the selected block. Whether there was one. */
function $leaveForWords(): boolean {
  const selection = $getSelection();
  return selection !== null && !$isRangeSelection(selection) && $placeForWords(selection) !== null;
}

/** A photo with its texts is more than a letter: deleting at its edge selects it, deleting again takes it out. */
function $selectBeforeDeleting(back: boolean): boolean {
  const solid = $inEmptyParagraph() ? null : $solidAtCaret(back);
  if (solid !== null) $selectSolid(solid.getKey());
  return solid !== null;
}

/** Behind the block; what is dropped, where it is dropped. */
function $toWhereWordsCome(event: InputEvent): void {
  const [range] = event.inputType === 'insertFromDrop' ? event.getTargetRanges() : [];
  if (range === undefined) {
    $leaveForWords();
    return;
  }
  const place = $createRangeSelection();
  place.applyDOMRange(range);
  $setSelection(place);
}

const BACK = ['ArrowUp', 'ArrowLeft', 'Home', 'PageUp'];
const ON = ['ArrowDown', 'ArrowRight', 'End', 'PageDown'];

/** The movements that Lexical leaves to the browser; the plain arrow keys it knows. */
function $moveOut(event: KeyboardEvent): boolean {
  const { key } = event;
  const back = BACK.includes(key);
  const solid = back || ON.includes(key) ? $selectedSolid() : null;
  const held = event.ctrlKey || event.metaKey || event.altKey;
  if (solid === null || (key.startsWith('Arrow') && !held)) return false;
  const toEdge = held && (key === 'Home' || key === 'End' || (event.metaKey && /Up$|Down$/.test(key)));
  // A photo is a line of its own, with nothing before or behind it there.
  if (toEdge) $selectToEdge(solid, back, event.shiftKey);
  else if (key !== 'Home' && key !== 'End') back ? solid.selectPrevious() : solid.selectNext(0, 0);
  // From there the browser turns the page itself.
  if (!key.startsWith('Page')) event.preventDefault();
  return true;
}

/** To the start or the end of the story; with Shift, the block and everything up to there. */
function $selectToEdge(solid: SolidNode, back: boolean, extend: boolean): void {
  const root = $getRoot();
  const selection = back ? root.selectStart() : root.selectEnd();
  if (extend) selection.anchor.set(root.getKey(), solid.getIndexWithinParent() + (back ? 1 : 0), 'element');
}
