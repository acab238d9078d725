import { isBefore } from '../../../story/review/suggest/entries.ts';
import { coreOf } from '../../editor/core.ts';
import { hereOf, revealMarked } from '../../editor/marked.ts';
import type { StorySession } from '../../editor/types.ts';
import { goTo, goToThread } from '../../goTo.ts';
import { t } from '../../i18n.ts';
import { openInspector, person } from '../../state.ts';
import { notice } from '../../ui/toasts.tsx';
import { isForMe } from '../mentions.ts';
import { decideNow } from './decide.ts';
import { itemsHere, startHere } from './here.ts';
import { EVERYTHING, type Item, itemsOf, passes } from './items.ts';
import { currentItem, listFilter, said } from './state.ts';
import { itemText } from './words.ts';

/** What the list shows. A filter that lets nothing through any more is taken off. */
export function shownItems(session: StorySession): Item[] {
  const items = itemsOf(session.story());
  const shown = items.filter((item) => passes(item, listFilter.get(), (thread) => isForMe(thread, person.get())));
  if (shown.length > 0 || items.length === 0) return shown;
  listFilter.set(EVERYTHING);
  return items;
}

/** Goes to the next thing to decide or comment in the list, or the one before, round the end. */
export function stepItem(session: StorySession, by: 1 | -1): void {
  const items = shownItems(session);
  const next = neighbour(session, items, by);
  if (next) goToItem(session, next);
  else notice(t('suggest.nothing'));
}

function neighbour(session: StorySession, items: readonly Item[], by: 1 | -1): Item | undefined {
  const at = items.findIndex((item) => item.key === currentItem.get());
  const story = session.story();
  const here = hereOf(coreOf(session));
  if (at >= 0 && itemsHere(story, items, here).includes(items[at] as Item)) return items.at((at + by) % items.length);
  const start = startHere(story, here);
  if (!start) return by > 0 ? items[0] : items.at(-1);
  if (by > 0) return items.find((item) => !isBefore(item.start, start)) ?? items[0];
  return items.findLast((item) => isBefore(item.start, start)) ?? items.at(-1);
}

/** Goes to what an item is about: the caret, the list, and what a screen reader says. */
export function goToItem(session: StorySession, item: Item): void {
  openInspector('review');
  currentItem.set(item.key);
  if (item.kind === 'thread') goToThread(session, item.thread);
  else if ('field' in item.entry.anchor || item.entry.anchor.part) goTo(session, item.entry.anchor);
  else revealMarked(coreOf(session), item.entry.ids);
  said.set(itemText(item));
}

/** Decides what the caret is at, and goes on to what comes after it. */
export function decideHere(session: StorySession, accepted: boolean): void {
  const items = shownItems(session);
  const here = itemsHere(session.story(), items, hereOf(coreOf(session))).filter((item) => item.kind === 'entry');
  const item = here.find(({ key }) => key === currentItem.get()) ?? here[0];
  if (!item) return void notice(t('suggest.noneHere'));
  decideAndGoOn(session, item, accepted);
}

export function decideAndGoOn(session: StorySession, item: Item & { kind: 'entry' }, accepted: boolean): void {
  const items = shownItems(session);
  const at = items.findIndex(({ key }) => key === item.key);
  const after = [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].filter(({ kind }) => kind === 'entry');
  decideNow(session, [item.entry], accepted);
  const left = new Map(itemsOf(session.story()).map((one) => [one.key, one]));
  const next = after.map(({ key }) => left.get(key)).find((one) => one !== undefined);
  if (next) goToItem(session, next);
  else currentItem.set(null);
}
