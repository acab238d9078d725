import type { Sheet } from '../../../preload/contract.ts';
import { call } from '../../api.ts';
import { t } from '../../i18n.ts';
import { createStore } from '../../store.ts';
import { notice, problem } from '../../ui/toasts.tsx';

type Card = { id: number; name: string };

/** The contact sheet: where from is asked first where a card is plugged in; then its pictures. null: closed. */
export const contactSheet = createStore<{ cards: Card[] } | { sheet: Sheet } | null>(null);

export async function openSheet(): Promise<void> {
  const cards = await call('photo.cards', {});
  if (cards.ok && cards.value.length > 0) contactSheet.set({ cards: cards.value });
  else await openFolder(null);
}

/** The pictures of a card, or (null) of a folder that is asked for. */
export async function openFolder(card: number | null): Promise<void> {
  const opened = await call('photo.folder', { card });
  if (!opened.ok) problem(opened);
  else if (opened.value && opened.value.entries.length === 0) notice(t('photos.import.nothing'));
  else if (opened.value) contactSheet.set({ sheet: opened.value });
}

/** Which entries the library has already: asked piece by piece, told as it comes. Returns its own end. */
export function findKnown({ id, entries }: Sheet, found: (indexes: readonly number[]) => void): () => void {
  let isOver = false;
  const look = async () => {
    for (let from = 0; from < entries.length && !isOver; from += 50) {
      const known = await call('photo.known', { sheet: id, from, count: 50 });
      if (!known.ok || isOver) return;
      if (known.value.length > 0) found(known.value);
    }
  };
  void look();
  return () => {
    isOver = true;
  };
}

export type Day = { day: string; indexes: number[] };

/** The entries by the day they were taken on, in the sheet's order. */
export function byDay(entries: Sheet['entries'], dayOf: (at: string) => string): Day[] {
  const days: Day[] = [];
  for (const [index, { modifiedAt }] of entries.entries()) {
    const day = dayOf(modifiedAt);
    const last = days.at(-1);
    if (last?.day === day) last.indexes.push(index);
    else days.push({ day, indexes: [index] });
  }
  return days;
}
