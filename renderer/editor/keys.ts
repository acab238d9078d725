import {
  COMMAND_PRIORITY_LOW,
  defineExtension,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  OUTDENT_CONTENT_COMMAND,
  type TextFormatType,
} from 'lexical';
import { $indentSelected, $setSelectedKind, type BlockKind } from '../../story/schema/kind.ts';
import { LEXICAL_FORMATS } from '../../story/schema/text/marks.ts';

/** Shift, Ctrl (Cmd) and a digit, as in other editors. */
const KINDS: Record<string, BlockKind> = { Digit7: 'number', Digit8: 'bullet', Digit9: 'quote' };

/** The same with letters: formats that Lexical has no key for. */
const FORMATS: Record<string, TextFormatType> = {
  KeyX: LEXICAL_FORMATS.strike,
  KeyM: LEXICAL_FORMATS.check,
};

/** Keys of the body that Lexical leaves open: Tab moves list items and nothing else; Escape does not take the caret away. */
export const KeysExtension = defineExtension({
  name: 'copydesk/keys',
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(
        KEY_TAB_COMMAND,
        (event) => {
          if (!$indentSelected(event.shiftKey ? -1 : 1)) return false;
          event.preventDefault();
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(INDENT_CONTENT_COMMAND, () => $indentSelected(1) || true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => $indentSelected(-1) || true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(KEY_ESCAPE_COMMAND, () => true, COMMAND_PRIORITY_LOW),
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return false;
          const kind = KINDS[event.code];
          const format = FORMATS[event.code];
          if (!kind && !format) return false;
          event.preventDefault();
          if (kind) $setSelectedKind(kind);
          if (format) editor.dispatchCommand(FORMAT_TEXT_COMMAND, format);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});
