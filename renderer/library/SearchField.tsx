import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { focusPane } from '../desk/panes.ts';
import { useStore } from '../store.ts';
import styles from './library.module.css';
import { isWide, list, query } from './library.ts';
import { closeWide, openRow } from './open.ts';
import { withText } from './query.ts';
import { SearchHelp } from './SearchHelp.tsx';

/** Searches as one types. Down leads into the list, Enter opens the first story found, Escape clears, then goes back to the story. */
export function SearchField() {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text } = useStore(query);
  // Uncontrolled: only what was changed elsewhere (cleared) is written into it.
  useEffect(() => {
    if (input.current && input.current.value.slice(0, text.length + 1) !== text) input.current.value = text;
  }, [text]);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const value = event.currentTarget.value;
    if (event.key === 'ArrowDown') focusFirst(event.currentTarget);
    else if (event.key === 'Enter') {
      // Whoever types faster than the library answers means what is typed by now.
      if (value.trim() !== '')
        void list()
          .first()
          .then((first) => first && openRow(first));
    } else if (event.key === 'Escape' && value !== '') query.set((now) => withText(now, ''));
    else if (event.key === 'Escape') isWide.get() ? closeWide() : focusPane('editor');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.searchRow}>
      <input
        ref={input}
        id="library-search"
        data-pane-start
        type="search"
        className={styles.search}
        aria-label={t('library.search')}
        placeholder={t('library.search')}
        defaultValue={text}
        maxLength={2_000}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          query.set((now) => withText(now, typed));
        }}
        onKeyDown={onKeyDown}
      />
      <SearchHelp />
    </div>
  );
}

const focusFirst = (from: HTMLElement): void =>
  from.closest('[data-stories]')?.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus();
