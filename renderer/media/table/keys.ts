import { PHOTO_TEXTS, type PhotoText } from '../../../story/model.ts';
import { isComposing } from '../../commands.ts';

/** What the keys of the light table do, in the order in which they are told. */
export const TABLE_KEYS = {
  next: 'Mod+ArrowDown',
  previous: 'Mod+ArrowUp',
  choose: 'Mod+Enter',
  check: 'Alt+Enter',
  copy: 'Mod+D',
  template: 'Mod+T',
  lacking: 'Mod+L',
  big: 'F2',
  earlier: 'Alt+ArrowUp',
  later: 'Alt+ArrowDown',
} as const;
export type TableAct = keyof typeof TABLE_KEYS | 'undo' | 'redo';

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing'
> & {
  getModifierState(key: string): boolean;
};

/** What a key press asks for on the light table; null: nothing of its own. */
export function tableAct(event: Press, mac: boolean): TableAct | null {
  if (isComposing(event) || event.getModifierState('AltGraph')) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mac ? event.ctrlKey : event.metaKey) return null;
  // With another layout the key's own character is another one: go by its place.
  const key = /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : event.key;
  if (mod && !event.altKey && key === 'Z') return event.shiftKey ? 'redo' : 'undo';
  if (mod && !event.altKey && !event.shiftKey && key === 'Y') return 'redo';
  if (event.shiftKey) return null;
  const said = [mod && 'Mod', event.altKey && 'Alt', key].filter(Boolean).join('+');
  const acts = Object.keys(TABLE_KEYS) as (keyof typeof TABLE_KEYS)[];
  return acts.find((act) => TABLE_KEYS[act] === said) ?? null;
}

/** The text of a photo that an element is, or is a part of: its block's id, and which text. */
export function placeOf(element: Element | null): { id: string; field: PhotoText } | null {
  const id = element?.closest<HTMLElement>('[data-photo-card]')?.dataset.photoCard;
  if (!id) return null;
  const named = element?.closest<HTMLElement>('[data-text]')?.dataset.text;
  return { id, field: PHOTO_TEXTS.find((text) => text === named) ?? 'caption' };
}

/** The text field of a photo on the table. */
export const fieldOf = (root: ParentNode, id: string, field: string): HTMLTextAreaElement | null =>
  root.querySelector(`[data-photo-card="${id}"] [data-figure-text="${field}"]`);

/** Puts the caret at the end of a field, and its whole photo on the screen. */
export function enter(field: HTMLTextAreaElement | null): void {
  if (!field) return;
  field.focus({ preventScroll: true });
  // Large, it takes more room only now.
  field.closest('[data-photo-card]')?.scrollIntoView({ block: 'nearest' });
  field.scrollIntoView({ block: 'nearest' });
  field.setSelectionRange(field.value.length, field.value.length);
}
