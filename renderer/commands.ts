import type { Command } from '../preload/contract.ts';

/** What only the window knows of; the menu has the rest. */
export type WindowCommand = 'comment.add' | 'pane.next' | 'pane.previous' | 'library.toggle';
export type CommandId = Command | WindowCommand;

export type CommandInfo = {
  /** "Mod" is Ctrl, and Cmd on a Mac. Empty: none. */
  keys: string;
  /** The editor takes these keys itself; here they are only shown. */
  inEditor?: true;
  /** Needs an open story. */
  needsStory?: true;
};

/** Every command there is, in the order of the palette. The names are in resources/texts under `menu.ID`. */
export const COMMAND_INFO: Record<CommandId, CommandInfo> = {
  'story.new': { keys: 'Mod+N' },
  'story.fromTemplate': { keys: 'Mod+Alt+N' },
  'story.save': { keys: 'Mod+S', needsStory: true },
  'story.window': { keys: 'Mod+Shift+N', needsStory: true },
  'story.pin': { keys: '', needsStory: true },
  'story.duplicate': { keys: '', needsStory: true },
  'story.trash': { keys: '', needsStory: true },
  'publish.open': { keys: 'Mod+Shift+P', needsStory: true },
  'review.open': { keys: 'Mod+Shift+R', needsStory: true },
  'review.send': { keys: 'Mod+Shift+E', needsStory: true },
  'review.receive': { keys: 'Mod+O' },
  'comment.add': { keys: 'Mod+Alt+M', needsStory: true },
  'photo.choose': { keys: 'Mod+Shift+O', needsStory: true },
  'format.bold': { keys: 'Mod+B', inEditor: true, needsStory: true },
  'format.italic': { keys: 'Mod+I', inEditor: true, needsStory: true },
  'format.link': { keys: 'Mod+Shift+K', needsStory: true },
  'edit.undo': { keys: 'Mod+Z', inEditor: true, needsStory: true },
  'edit.redo': { keys: 'Mod+Shift+Z', inEditor: true, needsStory: true },
  'history.open': { keys: 'Mod+Shift+H', needsStory: true },
  'history.paragraph': { keys: 'Mod+Alt+H', needsStory: true },
  'library.focus': { keys: 'Mod+Shift+F' },
  'library.open': { keys: 'Mod+Shift+L' },
  'library.toggle': { keys: 'Mod+Alt+L' },
  'inspector.toggle': { keys: 'Mod+Alt+I' },
  'pane.next': { keys: 'F6' },
  'pane.previous': { keys: 'Shift+F6' },
  'palette.open': { keys: 'Mod+K' },
  'backup.open': { keys: '' },
  'settings.open': { keys: 'Mod+,' },
};

export const COMMAND_IDS = Object.keys(COMMAND_INFO) as CommandId[];

/** What a shortcut needs of a keyboard event. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & { getModifierState(key: string): boolean };

/** Whether an input method has this key: its keys are never a shortcut. 229 is what browsers report meanwhile. */
const isComposing = (event: KeyPress): boolean => event.isComposing || event.keyCode === 229;

/** The command of a key press, or null. */
export function commandOf(event: KeyPress, mac: boolean): CommandId | null {
  if (isComposing(event)) return null;
  return COMMAND_IDS.find((id) => !COMMAND_INFO[id].inEditor && matches(COMMAND_INFO[id].keys, event, mac)) ?? null;
}

function matches(keys: string, event: KeyPress, mac: boolean): boolean {
  if (keys === '') return false;
  const parts = keys.split('+');
  const key = parts.at(-1) as string;
  const mod = parts.includes('Mod');
  if ((mac ? event.metaKey : event.ctrlKey) !== mod) return false;
  if ((mac ? event.ctrlKey : event.metaKey) || event.altKey !== parts.includes('Alt')) return false;
  if (event.shiftKey !== parts.includes('Shift')) return false;
  // AltGr types characters; Windows reports it as Ctrl+Alt.
  if (event.getModifierState('AltGraph')) return false;
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  // With Alt or a non-Latin layout the key's own character is another one: go by its place.
  return /^[A-Z]$/.test(key) && !/^[a-z]$/i.test(event.key) && event.code === `Key${key}`;
}

const MAC_SIGNS: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥' };

/** A shortcut as the platform writes it: Ctrl+Shift+P, ⇧⌘P. */
export function shortcutText(keys: string, mac: boolean): string {
  if (keys === '') return '';
  const parts = keys.split('+');
  if (!mac) return parts.map((part) => (part === 'Mod' ? 'Ctrl' : part)).join('+');
  const order = ['Alt', 'Shift', 'Mod'].filter((part) => parts.includes(part));
  return `${order.map((part) => MAC_SIGNS[part]).join('')}${parts.at(-1)}`;
}

/** A shortcut as `aria-keyshortcuts` wants it (WAI-ARIA 1.2): Control+Shift+P. */
export const ariaShortcut = (keys: string, mac: boolean): string => keys.replace('Mod', mac ? 'Meta' : 'Control');

export const isMac = (): boolean => /Mac/i.test(navigator.platform);
