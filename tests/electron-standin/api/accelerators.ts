// Accelerators as documented (https://electronjs.org/docs/latest/tutorial/keyboard-shortcuts): known names only.
import { words } from '../words.ts';

const MODIFIERS = words(`
  command cmd control ctrl commandorcontrol cmdorctrl alt option altgr shift super meta`);
const KEYS = words(`
  plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end
  pageup pagedown escape esc volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop
  mediaplaypause printscreen numdec numadd numsub nummult numdiv`);
const isKey = (name: string) =>
  /^([a-z0-9)!@#$%^&*(:;<,>.?/~`{\]|\\[}\-_=+'"]|f([1-9]|1\d|2[0-4])|num\d)$/.test(name) || KEYS.includes(name);

export type Accelerator = { key: string; ctrl: boolean; meta: boolean; alt: boolean; shift: boolean };

/** Throws on a name Electron does not know, and on an accelerator without exactly one key. */
export function checkAccelerator(text: string): Accelerator {
  const names = text
    .toLowerCase()
    .split('+')
    .map((name) => name.trim());
  const keys = names.filter((name) => !MODIFIERS.includes(name));
  const [key = ''] = keys;
  if (keys.length !== 1 || !isKey(key)) throw new Error(`Invalid accelerator: ${text}`);
  const has = (...any: string[]) => any.some((name) => names.includes(name));
  const mac = process.platform === 'darwin';
  return {
    key,
    ctrl: has('control', 'ctrl') || (!mac && has('commandorcontrol', 'cmdorctrl')),
    meta: has('command', 'cmd', 'super', 'meta') || (mac && has('commandorcontrol', 'cmdorctrl')),
    alt: has('alt', 'option', 'altgr'),
    shift: has('shift'),
  };
}
