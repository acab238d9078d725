import { call, onEvent } from '../api.ts';
import { learnt, toLearn } from '../editor/spelling/settings.ts';
import { t } from '../i18n.ts';
import { notice, problem } from '../ui/toasts.tsx';

export async function loadWords(): Promise<void> {
  const list = await call('word.list', {});
  if (list.ok) learnt.set(new Set(list.value.words));
  else problem(list);
}

/** Learns what a person wants learnt, and reads the words anew whenever any window changes them. */
export function followWords(): void {
  onEvent('words.changed', () => void loadWords());
  toLearn.subscribe(() => {
    const wanted = toLearn.get();
    if (wanted) void learn(wanted.word);
  });
}

export async function learn(word: string): Promise<void> {
  const kept = await call('word.learn', { word });
  if (kept.ok) notice(t('spelling.learnt', { word }), { label: t('spelling.forget'), run: () => void forget(word) });
  else problem(kept);
}

export async function forget(word: string): Promise<void> {
  const gone = await call('word.forget', { word });
  if (!gone.ok) problem(gone);
}
