import {
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  defineExtension,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
} from 'lexical';
import { $indentSelected } from '../../story/schema/kind.ts';
import { commandOf, isMac } from '../commands.ts';
import { editCommand, isBodyCommand, runCommand } from './commands.ts';

/** Keys that Lexical and the browser take for a format of themselves. */
const NATIVE = /^[biu]$/i;
const isNative = (event: KeyboardEvent): boolean =>
  NATIVE.test(event.key) && !event.altKey && !event.shiftKey && (event.ctrlKey || event.metaKey);

/**
 * Keys of the body: its commands by their shortcuts; Tab moves list items and nothing else; Escape does not take the caret
 * away, but Tab right after it leaves a list, too.
 */
export const KeysExtension = defineExtension({
  name: 'copydesk/keys',
  register: (editor) => {
    let isLeaving = false;
    return mergeRegister(
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          const leaves = isLeaving;
          isLeaving = false;
          if (leaves || !$indentSelected(event.shiftKey ? -1 : 1)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => $indentSelected(1) || true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => $indentSelected(-1) || true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          isLeaving = true;
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'Tab' && event.key !== 'Shift') isLeaving = false;
          const id = commandOf(event, isMac(), true);
          const known = id !== null && isBodyCommand(id);
          // Also where the person has given a format's keys to something else, or has none for it.
          if (!known && !isNative(event)) return false;
          event.preventDefault();
          if (known) runCommand(editor, editCommand(id));
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    );
  },
});
