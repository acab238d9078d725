import { z } from '../../story/zod.ts';

/** Menu items and shortcuts: main's menu sends them, the window does them. */
export const COMMANDS = [
  'story.new',
  'story.fromTemplate',
  'story.save',
  'story.window',
  'story.pin',
  'story.duplicate',
  'story.trash',
  'photo.choose',
  'publish.open',
  'review.send',
  'review.receive',
  'review.open',
  'library.focus',
  'library.open',
  'backup.open',
  'settings.open',
  'palette.open',
  'edit.undo',
  'edit.redo',
  'format.bold',
  'format.italic',
  'format.link',
  'inspector.toggle',
  'history.open',
  'history.paragraph',
] as const;
export type Command = (typeof COMMANDS)[number];
export const commandSchema = z.enum(COMMANDS);
