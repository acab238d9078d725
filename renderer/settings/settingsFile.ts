import type { CallInput, SettingsOffer } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { t } from '../i18n.ts';
import { loadDestinations } from '../state.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';

/** What a person chose of a file. */
export type Chosen = CallInput<'settings.take'>;

/** Counts what was taken in: whoever shows what main holds asks again. */
export const settingsTaken = createStore(0);

/** What is chosen at first: all that is new or changed, but for folders, which the other computer has. */
export const usualChoice = ({ house, destinations, authorities }: SettingsOffer): Chosen => ({
  house: !house.isSame,
  destinations: destinations
    .filter(({ state, config }) => state !== 'same' && config.type !== 'folder')
    .map(({ id }) => id),
  authorities: authorities.filter(({ isHere }) => !isHere).map(({ fingerprint }) => fingerprint),
});

export const isNothing = ({ house, destinations, authorities }: Chosen): boolean =>
  !house && destinations.length === 0 && authorities.length === 0;

export async function exportSettings(): Promise<void> {
  const given = await call('settings.export', {});
  if (given.ok) notice(t('settingsFile.exported', { path: given.value.path }));
  else problem(given);
}

/** What a file of the person's choice would bring; null where there is none, or it is refused. */
export async function readSettings(): Promise<SettingsOffer | null> {
  const read = await call('settings.read', {});
  if (read.ok) return read.value;
  problem(read);
  return null;
}

export async function takeSettings(chosen: Chosen): Promise<void> {
  const taken = await call('settings.take', chosen);
  if (taken.ok) notice(t('settingsFile.taken'));
  else problem(taken);
  // Also after a failure: some of it may have been taken in.
  settingsTaken.set((count) => count + 1);
  await loadDestinations();
}
