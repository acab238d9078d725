import {
  Heading2,
  Heading3,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  PanelTop,
  Pilcrow,
  Quote,
  SquareArrowOutUpRight,
  Table2,
  TextQuote,
  UserPen,
} from 'lucide-react';
import type { CommandId } from '../commands.ts';
import type { EditorText } from './texts.ts';
import type { EditCommand } from './types.ts';

export type Insertable = {
  /** The block's kind under the caret that it is on for (see `selectionState`); what is put in is never on. */
  name: string;
  text: EditorText;
  icon: LucideIcon;
  command: EditCommand;
  /** The window's command that does the same: its shortcut is shown. */
  shortcut?: CommandId;
  /** Other words by which a person may look for it, in both languages. */
  also: string;
  /** Where the toolbar has it: as a button, or in the menu of those that are needed less often. */
  in: 'toolbar' | 'menu';
};

/** Everything the body can be made of, in the order of menus: the one list for whatever offers blocks. */
export const INSERTABLE: readonly Insertable[] = [
  {
    name: 'paragraph',
    text: 'paragraph',
    icon: Pilcrow,
    command: { kind: 'paragraph' },
    shortcut: 'block.paragraph',
    also: 'text đoạn văn bản',
    in: 'toolbar',
  },
  {
    name: 'heading2',
    text: 'heading2',
    icon: Heading2,
    command: { kind: 'heading', level: 2 },
    shortcut: 'block.heading2',
    also: 'h2 heading tiêu đề mục',
    in: 'toolbar',
  },
  {
    name: 'heading3',
    text: 'heading3',
    icon: Heading3,
    command: { kind: 'heading', level: 3 },
    shortcut: 'block.heading3',
    also: 'h3 heading tiêu đề mục',
    in: 'toolbar',
  },
  {
    name: 'quote',
    text: 'quote',
    icon: Quote,
    command: { kind: 'quote' },
    shortcut: 'block.quote',
    also: 'blockquote lời nói',
    in: 'toolbar',
  },
  {
    name: 'bullet',
    text: 'bullet',
    icon: List,
    command: { kind: 'bullet' },
    shortcut: 'block.bullet',
    also: 'ul list gạch đầu dòng',
    in: 'toolbar',
  },
  {
    name: 'number',
    text: 'number',
    icon: ListOrdered,
    command: { kind: 'number' },
    shortcut: 'block.number',
    also: 'ol list thứ tự',
    in: 'toolbar',
  },
  {
    name: 'pullquote',
    text: 'pullquote',
    icon: TextQuote,
    command: { kind: 'pullquote' },
    shortcut: 'block.pullquote',
    also: 'quote trích dẫn',
    in: 'menu',
  },
  {
    name: 'attribution',
    text: 'attribution',
    icon: UserPen,
    command: { kind: 'attribution' },
    shortcut: 'block.attribution',
    also: 'cite source nguồn tác giả',
    in: 'menu',
  },
  {
    name: 'divider',
    text: 'divider',
    icon: Minus,
    command: { kind: 'insert', block: 'divider' },
    also: 'hr line separator vạch ngăn cách',
    in: 'menu',
  },
  {
    name: 'table',
    text: 'table',
    icon: Table2,
    command: { kind: 'insert', block: 'table' },
    also: 'cells rows columns ô hàng cột số liệu',
    in: 'menu',
  },
  {
    name: 'embed',
    text: 'embed',
    icon: SquareArrowOutUpRight,
    command: { kind: 'embed', url: null },
    also: 'youtube facebook x twitter tiktok map video bản đồ mạng xã hội',
    in: 'menu',
  },
  {
    name: 'box',
    text: 'box',
    icon: PanelTop,
    command: { kind: 'box' },
    also: 'fact box sidebar aside khung bên lề tư liệu',
    in: 'menu',
  },
];
