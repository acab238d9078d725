import type { Shortcuts } from '../../preload/commands.ts';
import { COMMAND_IDS, type CommandId, isComposing, type KeyPress, keysOf } from '../commands.ts';

/** Why keys cannot be a shortcut. */
export type Refusal = 'types' | 'altGr' | 'editing' | 'system' | 'moves';
export type Recorded = { ok: true; keys: string } | { ok: false; refusal: Refusal };

const MODIFIERS = ['Control', 'Shift', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Fn', 'NumLock', 'OS', 'Hyper', 'Super'];
/** Keys that move, delete, confirm or leave, whatever is held with them; and the space bar, which switches input methods. */
const MOVING =
  /^(Escape|Tab|Enter|Backspace|Delete|Insert|Home|End|Page(Up|Down)|Arrow\w+| |Process|Dead|Unidentified|ContextMenu)$/;
/** What text fields do with these keys, on every system. */
const EDITING = ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+Y', 'Mod+Z', 'Mod+Shift+V', 'Mod+Shift+Z'];
/** What the system, or its windows, keep for themselves. */
const SYSTEM = ['Alt+F4', 'F10', 'Shift+F10', 'F11', 'F12', 'Mod+Q', 'Mod+W'];
const SYSTEM_MAC = ['Mod+H', 'Mod+M', 'Mod+`', 'Mod+Shift+3', 'Mod+Shift+4', 'Mod+Shift+5', 'Mod+Alt+D', 'Mod+Shift+Q'];

/**
 * What a key press would be as a shortcut; null while only modifiers are held, or an input method composes. Letters,
 * digits and signs need Ctrl (Cmd): alone, with Shift or with AltGr they are what people and Telex and VNI type with.
 */
export function recorded(event: KeyPress, mac: boolean): Recorded | null {
  if (isComposing(event) || MODIFIERS.includes(event.key)) return null;
  if (event.getModifierState('AltGraph')) return { ok: false, refusal: 'altGr' };
  if (MOVING.test(event.key)) return { ok: false, refusal: 'moves' };
  const key = keyOf(event);
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mac ? event.ctrlKey : event.metaKey) return { ok: false, refusal: 'system' };
  const isFunction = /^F\d+$/.test(key);
  if (!isFunction && !mod) return { ok: false, refusal: 'types' };
  const isSign = key.length > 1 ? key === 'Plus' : !/[A-Z0-9]/.test(key);
  const keys = [mod && 'Mod', event.altKey && 'Alt', event.shiftKey && !isSign && 'Shift', key]
    .filter(Boolean)
    .join('+');
  if (EDITING.includes(keys)) return { ok: false, refusal: 'editing' };
  if (SYSTEM.includes(keys) || (mac && SYSTEM_MAC.includes(keys))) return { ok: false, refusal: 'system' };
  return { ok: true, keys };
}

/** The key's name in a shortcut: its letter or digit by its place where the layout has another sign there. */
function keyOf({ key, code }: KeyPress): string {
  if (key === '+' || (key === '=' && code === 'Equal')) return 'Plus';
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit) return digit;
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  return letter ?? key;
}

/** The command that has these keys already, other than `id`. */
export const holderOf = (keys: string, id: CommandId, shortcuts: Shortcuts, mac: boolean): CommandId | null =>
  COMMAND_IDS.find((other) => other !== id && keysOf(other, shortcuts, mac) === keys) ?? null;

/** The choices with these keys given to `id`; whoever had them has none. Where that is what it came with, nothing is kept. */
export function withKeys(shortcuts: Shortcuts, id: CommandId, keys: string, mac: boolean): Shortcuts {
  const next: Record<string, string> = { ...shortcuts };
  const holder = keys === '' ? null : holderOf(keys, id, shortcuts, mac);
  if (holder) next[holder] = '';
  next[id] = keys;
  return tidy(next, mac);
}

/** The choices without the one for `id`. A command that has by now the keys it came with loses them. */
export const withoutChoice = (shortcuts: Shortcuts, id: CommandId, mac: boolean): Shortcuts =>
  withKeys(shortcuts, id, keysOf(id, {}, mac), mac);

function tidy(shortcuts: Record<string, string>, mac: boolean): Shortcuts {
  return Object.fromEntries(
    Object.entries(shortcuts).filter(
      ([id, keys]) => !(COMMAND_IDS as readonly string[]).includes(id) || keysOf(id as CommandId, {}, mac) !== keys,
    ),
  );
}
