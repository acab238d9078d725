import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authorColours } from '../../../story/review/suggest/authors.ts';
import { coreOf } from '../../editor/core.ts';
import { hereOf } from '../../editor/marked.ts';
import type { StorySession } from '../../editor/types.ts';
import { useStore } from '../../store.ts';
import { Button } from '../../ui/Button.tsx';
import ui from '../../ui/ui.module.css';
import { useSession } from '../../useSession.ts';
import { CommentThreadCard } from '../CommentThreadCard.tsx';
import { EntryCard } from './EntryCard.tsx';
import { Filters } from './Filters.tsx';
import { itemsHere } from './here.ts';
import { type Item, itemsOf } from './items.ts';
import { Several } from './Several.tsx';
import { currentItem, listFilter, said } from './state.ts';
import { shownItems } from './step.ts';

/** So many stand in the window at once: a list of a thousand must not slow the typing. */
const PAGE = 40;
/** The list follows the caret once it rests. In milliseconds. */
const REST = 150;

/** Every open suggestion and comment in the order of the page, beside the text: it follows the caret, and leads it. */
export function ReviewList({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  useStore(listFilter);
  const current = useStore(currentItem);
  const { all, items, colours } = useSession(
    session,
    ['threads', 'body', 'fields'],
    (now) => ({
      all: itemsOf(now.story()).length,
      items: shownItems(now),
      colours: Object.fromEntries(authorColours(now.story())),
    }),
    300,
  );
  useEffect(() => followCaret(session), [session]);
  const list = useRef<HTMLOListElement>(null);
  const { from, setFrom, focusLater } = usePage(list, items, current);
  const page = items.slice(from, from + PAGE);
  const later = items.length - from - page.length;
  const stop = page.some(({ key }) => key === current) ? current : page[0]?.key;
  if (all === 0)
    return (
      <>
        <p className={ui.muted}>{t('suggest.none')}</p>
        <Said />
      </>
    );
  return (
    <>
      <Filters session={session} count={items.length} />
      <Several session={session} items={items} />
      {from > 0 ? (
        <Button kind="quiet" onClick={() => setFrom(Math.max(from - PAGE, 0))}>
          {t('suggest.earlier', { count: from })}
        </Button>
      ) : null}
      <ol ref={list} className={ui.list} aria-label={t('suggest.list')} onKeyDown={walk}>
        {page.map((item, at) =>
          item.kind === 'thread' ? (
            <CommentThreadCard
              key={item.key}
              session={session}
              thread={item.thread}
              gone={item.gone}
              colours={colours}
              isCurrent={item.key === current}
            />
          ) : (
            <EntryCard
              key={item.key}
              session={session}
              item={item}
              colour={colours[item.entry.by]}
              isCurrent={item.key === current}
              isStop={item.key === stop}
              onDecide={() => focusLater(at)}
            />
          ),
        )}
      </ol>
      {later > 0 ? (
        <Button kind="quiet" onClick={() => setFrom(from + PAGE)}>
          {t('suggest.later', { count: later })}
        </Button>
      ) : null}
      <Said />
    </>
  );
}

/** Which page of the list is shown: that of the current item, until the person turns it. */
function usePage(list: React.RefObject<HTMLElement | null>, items: readonly Item[], current: string | null) {
  const [wanted, setFrom] = useState(0);
  const from = Math.min(wanted, Math.max(0, Math.floor((items.length - 1) / PAGE) * PAGE));
  const at = items.findIndex(({ key }) => key === current);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only where the person came to another item
  useEffect(() => {
    if (at >= 0) setFrom(Math.floor(at / PAGE) * PAGE);
  }, [current]);
  useEffect(() => {
    if (current) list.current?.querySelector('[data-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current, list]);
  /** Where the focus goes when the card it was in has gone. */
  const next = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each change of the list
  useLayoutEffect(() => {
    if (next.current === null || list.current?.contains(document.activeElement)) return;
    const cards = [...(list.current?.children ?? [])];
    focusOn(cards[Math.min(next.current, cards.length - 1)]);
    next.current = null;
  }, [items]);
  const focusLater = (index: number) => {
    next.current = index;
  };
  return { from, setFrom, focusLater };
}

const focusOn = (card: Element | undefined): void =>
  (card?.querySelector<HTMLElement>('[data-go]') ?? card?.querySelector<HTMLElement>('button'))?.focus();

/** Arrow keys go from card to card. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
  const cards = [...event.currentTarget.children];
  const at = cards.findIndex((card) => card.contains(event.target as Node));
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  focusOn(cards[to]);
}

function Said() {
  return (
    <span role="status" className={ui.hidden}>
      {useStore(said)}
    </span>
  );
}

/** Returns its own undo. */
function followCaret(session: StorySession): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    const here = itemsHere(session.story(), shownItems(session), hereOf(coreOf(session)));
    if (!here.some(({ key }) => key === currentItem.get())) currentItem.set(here[0]?.key ?? null);
  };
  const stop = session.subscribe((event) => {
    if (event !== 'selection') return;
    clearTimeout(timer);
    timer = setTimeout(look, REST);
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}
