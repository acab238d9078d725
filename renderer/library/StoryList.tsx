import { desk } from '../state.ts';
import { useStore } from '../store.ts';
import { useNow } from '../useNow.ts';
import styles from './card.module.css';
import type { Pages } from './pages.ts';
import { StoryCard } from './StoryCard.tsx';
import { StoryMenu } from './StoryMenu.tsx';
import { useRowEvents } from './useRowEvents.ts';
import { useRows } from './useRows.ts';

/** Heights of a card, in pixels: card.module.css keeps to them. */
const CARD = 94;
const CARD_WITH_HIT = 128;

type Props = { pages: Pages; label: string; hideStatus?: boolean };

/** Stories as cards, however many there are: beside the story, and in a column of the board. */
export function StoryList({ pages, label, hideStatus = false }: Props) {
  const view = useStore(desk.view);
  const session = view.kind === 'open' ? view.session : null;
  const now = useNow();
  const height = useStore(pages.listing).text.trim() ? CARD_WITH_HIT : CARD;
  const list = useRows(pages, height, session?.storyId ?? null);
  const { request, closeMenu, handlers } = useRowEvents(list);
  const total = list.listing.total ?? 0;
  return (
    <>
      <div ref={list.scroller} className={styles.scroller} onScroll={list.onScroll}>
        <ul
          aria-label={label}
          className={styles.rows}
          style={{ height: list.height }}
          onFocus={list.onFocus}
          {...handlers}
        >
          {list.rows.map(({ index, row }) => (
            <li
              key={index}
              data-place={index}
              className={styles.place}
              style={{ top: index * height, height }}
              aria-setsize={total}
              aria-posinset={index + 1}
            >
              <StoryCard
                row={row}
                index={index}
                isActive={index === list.at}
                now={now}
                session={row && session?.storyId === row.id ? session : null}
                hideStatus={hideStatus}
              />
            </li>
          ))}
        </ul>
      </div>
      <StoryMenu request={request} onClose={closeMenu} />
    </>
  );
}
