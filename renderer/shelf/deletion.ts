import { call } from '../api.ts';
import { t } from '../i18n.ts';
import { EVERYTHING, toFind } from '../library/query.ts';
import { createStore } from '../store.ts';
import { notice, problem } from '../ui/toasts.tsx';
import type { Named } from './shelf.ts';

/** What the person is asked about: one story, or so many as there are in the trash. */
export type Deletion = { kind: 'one'; story: Named } | { kind: 'all'; count: number };
export const deletion = createStore<Deletion | null>(null);

/** Asks before everything in the trash is deleted. */
export async function askToEmptyTrash(): Promise<void> {
  const trash = await call('library.find', toFind({ ...EVERYTHING, shelf: 'trash' }, Date.now(), 0, 1));
  if (!trash.ok) problem(trash);
  else if (trash.value.total === 0) notice(t('library.empty.trash'));
  else deletion.set({ kind: 'all', count: trash.value.total });
}
