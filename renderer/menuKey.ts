import type { CommandId } from './commands.ts';

type Underscored<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : T;

/** The key of a command's name in the texts, the same one as the menu bar's. */
export const menuKey = <T extends CommandId>(id: T): `menu.${Underscored<T>}` =>
  `menu.${id.replace('.', '_') as Underscored<T>}`;
