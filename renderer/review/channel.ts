import type { Arrival, CallInput, Channel } from '../../preload/contract.ts';
import { call, onEvent } from '../api.ts';
import { t } from '../i18n.ts';
import { dialog } from '../state.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';

/** The shared folder and what waits there; null until it was asked for. */
export const channel = createStore<Channel | null>(null);

export async function loadChannel(): Promise<void> {
  const read = await call('channel.state', {});
  if (!read.ok) return;
  const known = new Set(channel.get()?.arrivals.map(({ id }) => id));
  channel.set(read.value);
  tell(read.value.arrivals.filter(({ id }) => !known.has(id)));
}

function tell(came: readonly Arrival[]): void {
  const [first] = came;
  if (!first) return;
  const headline = first.headline || t('handoff.ask.untitled');
  const text =
    came.length === 1
      ? t('handoff.shared.came', { headline, name: first.from })
      : t('handoff.shared.status', { count: came.length });
  notice(text, { label: t('handoff.shared.open'), run: () => dialog.set('arrived') });
}

export const listenToChannel = (): (() => void) => onEvent('channel.changed', () => void loadChannel());

type Changes = 'channel.choose' | 'channel.sort' | 'channel.off' | 'channel.hide';

/** Gives whether it was done. */
export async function changeChannel<K extends Changes>(name: K, input: CallInput<K>): Promise<boolean> {
  const changed = await call(name, input);
  if (changed.ok) channel.set(changed.value);
  else problem(changed);
  return changed.ok;
}
