import { call, onEvent } from '../api.ts';
import { problem } from '../ui/toasts.tsx';
import { storyTypes } from './known.ts';

export async function loadTypes(): Promise<void> {
  const list = await call('type.list', {});
  if (list.ok) storyTypes.set(list.value);
  else problem(list);
}

/** Reads the types anew whenever any window changes them. */
export const followTypes = (): (() => void) => onEvent('types.changed', () => void loadTypes());
