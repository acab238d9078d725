import { z } from '../../story/zod.ts';
import { COMMANDS } from '../commands.ts';

export { COMMANDS, type Command } from '../commands.ts';
/** What main's menu sends, and the window does. */
export const commandSchema = z.enum(COMMANDS);

/** Shortcuts by command. Of another version's commands nothing is lost; they mean nothing here. */
export const shortcutsSchema = z
  .record(z.string().max(60), z.string().max(40))
  .refine((given) => Object.keys(given).length <= 300);
