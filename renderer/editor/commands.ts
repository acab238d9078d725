import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { $blockAround } from '../../story/schema/blocks.ts';
import { $isSelectionInBox, $toggleBox } from '../../story/schema/box/box.ts';
import { $kindOf, $setSelectedKind } from '../../story/schema/kind.ts';
import { $linkAround, $setLink } from '../../story/schema/text/link.ts';
import { LEXICAL_FORMATS, STORED } from '../../story/schema/text/marks.ts';
import type { CommandId } from '../commands.ts';
import { duplicateSelected, moveSelected } from './blocks/change.ts';
import { isBlockText } from './controls.ts';
import { insertBlock, insertEmbed } from './insert.ts';
import type { EditCommand, StorySession } from './types.ts';

/** What the body does for a command of the window (see COMMAND_INFO); undo and redo are left to Lexical's own keys. */
const EDIT_COMMANDS = {
  'format.bold': { kind: 'bold' },
  'format.italic': { kind: 'italic' },
  'format.underline': { kind: 'underline' },
  'format.strike': { kind: 'strike' },
  'format.superscript': { kind: 'superscript' },
  'format.subscript': { kind: 'subscript' },
  'format.check': { kind: 'check' },
  'block.paragraph': { kind: 'paragraph' },
  'block.heading2': { kind: 'heading', level: 2 },
  'block.heading3': { kind: 'heading', level: 3 },
  'block.quote': { kind: 'quote' },
  'block.pullquote': { kind: 'pullquote' },
  'block.attribution': { kind: 'attribution' },
  'block.bullet': { kind: 'bullet' },
  'block.number': { kind: 'number' },
  'block.up': { kind: 'move', to: 'up' },
  'block.down': { kind: 'move', to: 'down' },
  'block.duplicate': { kind: 'duplicate' },
} as const satisfies Partial<Record<CommandId, EditCommand>>;
/** The window's commands that the body does. */
export type BodyCommand = keyof typeof EDIT_COMMANDS;

export const isBodyCommand = (id: CommandId): id is BodyCommand => id in EDIT_COMMANDS;
export const editCommand = (id: BodyCommand): EditCommand => EDIT_COMMANDS[id];

/** Does a command of the toolbar, the menu or the palette in the body. */
export function runCommand(editor: LexicalEditor, command: EditCommand): void {
  if (!editor.isEditable()) return;
  switch (command.kind) {
    case 'undo':
    case 'redo':
      undoIn(editor, command.kind);
      return;
    case 'bold':
    case 'italic':
    case 'underline':
    case 'strike':
    case 'subscript':
    case 'superscript':
    case 'check':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, LEXICAL_FORMATS[command.kind]);
      return;
    case 'paragraph':
    case 'quote':
    case 'pullquote':
    case 'attribution':
    case 'bullet':
    case 'number': {
      const { kind } = command;
      editor.update(() => $setSelectedKind(kind), { discrete: true });
      return;
    }
    case 'heading': {
      const kind = command.level === 3 ? 'heading3' : 'heading2';
      editor.update(() => $setSelectedKind(kind), { discrete: true });
      return;
    }
    case 'move':
      moveSelected(editor, command.to);
      return;
    case 'duplicate':
      duplicateSelected(editor);
      return;
    case 'box':
      editor.update($toggleBox, { discrete: true });
      return;
    case 'insert':
      insertBlock(editor, command.block);
      return;
    case 'embed':
      if (command.url !== null) insertEmbed(editor, command.url);
      else document.dispatchEvent(new CustomEvent('copydesk:embed'));
      return;
    case 'link': {
      const { url } = command;
      editor.update(() => $setLink(url), { discrete: true });
    }
  }
}

/** Undo and redo of the body and its captions; a caption in which the person is keeps the focus. */
export function undoIn(editor: LexicalEditor, kind: 'undo' | 'redo'): void {
  const active = typeof document === 'undefined' ? null : document.activeElement;
  editor.dispatchCommand(kind === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
  editor.read(() => {}); // draws the former state, which takes the focus to the body
  if (active && isBlockText(active) && active.isConnected) active.focus({ preventScroll: true });
}

export type SelectionState = ReturnType<StorySession['selectionState']>;

const NOTHING: SelectionState = { formats: [], link: null, block: '', box: false, hasText: false };

/** Marks and block kind under the caret. */
export function selectionStateOf(editor: LexicalEditor): SelectionState {
  return editor.read('latest', () => {
    const selection = $getSelection();
    if ($isNodeSelection(selection)) {
      const block = $blockAround(selection.getNodes()[0] ?? null);
      return block ? { ...NOTHING, block: $kindOf(block), box: $isSelectionInBox() } : NOTHING;
    }
    if (!$isRangeSelection(selection)) return NOTHING;
    const node = selection.anchor.getNode();
    const block = $blockAround(node);
    return {
      formats: STORED.filter((format) => selection.hasFormat(LEXICAL_FORMATS[format])),
      link: $linkAround(node)?.getURL() ?? null,
      block: block ? $kindOf(block) : '',
      box: $isSelectionInBox(),
      hasText: !selection.isCollapsed(),
    };
  });
}
