import { COMMAND_INFO, COMMANDS, type Command, keysOf, type Shortcuts } from '../preload/commands.ts';
import { createStore, useStore } from './store.ts';

export { COMMAND_GROUPS, COMMAND_INFO, type CommandGroup, keysOf } from '../preload/commands.ts';
export type CommandId = Command;
export const COMMAND_IDS: readonly CommandId[] = COMMANDS;

/** The shortcuts a person has chosen; the preferences write it, and every key press reads it. */
export const shortcuts = createStore<Shortcuts>({});

/** The shortcut of a command as it stands now, and again whenever it is changed. */
export const useKeys = (id: CommandId): string => keysOf(id, useStore(shortcuts), isMac());

/** What a shortcut needs of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & { getModifierState(key: string): boolean };

/** Whether an input method has this key: its keys are never a shortcut. 229 is what browsers report meanwhile. */
export const isComposing = (event: KeyPress): boolean => event.isComposing || event.keyCode === 229;

/** The command of a key press, or null. `inEditor`: one of those that the body takes itself. */
export function commandOf(event: KeyPress, mac: boolean, inEditor = false): CommandId | null {
  if (isComposing(event) || isText(event)) return null;
  const own = shortcuts.get();
  return (
    COMMAND_IDS.find(
      (id) => (COMMAND_INFO[id].inEditor ?? false) === inEditor && matches(keysOf(id, own, mac), event, mac),
    ) ?? null
  );
}

/** Whether a key's name is a character; the others have words for names. */
export const isOneCharacter = (key: string): boolean =>
  key.length === 1 || (key.length === 2 && (key.codePointAt(0) ?? 0) > 0xffff);

/** A letter that is typed is no shortcut: nothing is looked up on the typing path. */
const isText = ({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean =>
  !ctrlKey && !metaKey && !altKey && isOneCharacter(key);

function matches(keys: string, event: KeyPress, mac: boolean): boolean {
  if (keys === '') return false;
  const parts = keys.split('+');
  const key = parts.at(-1) as string;
  const mod = parts.includes('Mod');
  if ((mac ? event.metaKey : event.ctrlKey) !== mod) return false;
  if ((mac ? event.ctrlKey : event.metaKey) || event.altKey !== parts.includes('Alt')) return false;
  // AltGr types characters; Windows reports it as Ctrl+Alt.
  if (event.getModifierState('AltGraph')) return false;
  if (key === 'Plus') return event.key === '+' || event.key === '=';
  const shift = parts.includes('Shift');
  // Where a sign stands on the keyboard, and whether it takes Shift, is the layout's to say.
  if (!shift && /^[^a-z0-9]$/i.test(key)) return event.key === key;
  if (event.shiftKey !== shift) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^[0-9]$/.test(key)) return event.code === `Digit${key}`;
  // With Alt or a non-Latin layout the key's own character is another one: go by its place.
  return /^[A-Z]$/.test(key) && !/^[a-z]$/i.test(event.key) && event.code === `Key${key}`;
}

const SIGNS: Record<string, string> = { Plus: '+', ArrowUp: '↑', ArrowDown: '↓' };
const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** A shortcut as the platform writes it: Ctrl+Shift+P, ⇧⌘P. */
export function shortcutText(keys: string, mac: boolean): string {
  if (keys === '') return '';
  const parts = keys.split('+').map((part) => SIGNS[part] ?? part);
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const order = ['Alt', 'Shift', 'Mod'].filter((part) => parts.includes(part));
  return `${order.map((part) => MAC_SIGNS[part]).join('')}${parts.at(-1)}`;
}

/** A shortcut as `aria-keyshortcuts` wants it (WAI-ARIA 1.2): Control+Shift+P. */
export const ariaShortcut = (keys: string, mac: boolean): string => keys.replace('Mod', mac ? 'Meta' : 'Control');

let mac: boolean | undefined;
export const isMac = (): boolean => {
  mac ??= /Mac/i.test(navigator.platform);
  return mac;
};
