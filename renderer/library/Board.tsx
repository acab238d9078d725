import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import styles from './board.module.css';
import { followQuery, query } from './library.ts';
import type { Pages } from './pages.ts';
import { STATUS_VALUES, type StatusValue, toFind } from './query.ts';
import { StoryList } from './StoryList.tsx';

/** The stories by where they stand: a column each, left and right lead from one to the next. */
export function Board() {
  const { t } = useTranslation();
  const { statuses } = useStore(query);
  const board = useRef<HTMLDivElement>(null);
  const columns = STATUS_VALUES.filter((status) => statuses.length === 0 || statuses.includes(status));
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const all = [...(board.current?.querySelectorAll<HTMLElement>('[data-column]') ?? [])];
    let at = all.findIndex((column) => column.contains(event.target as Node)) + step;
    // An empty column has nothing to stand on.
    for (; all[at]; at += step) {
      const card = all[at]?.querySelector<HTMLElement>('[data-row][tabindex="0"]');
      if (!card) continue;
      card.focus();
      event.preventDefault();
      return;
    }
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div ref={board} role="group" aria-label={t('library.form.board')} className={styles.board} onKeyDown={onKeyDown}>
      {columns.map((status) => (
        <Column key={status} status={status} />
      ))}
    </div>
  );
}

function Column({ status }: { status: StatusValue }) {
  const [pages, setPages] = useState<Pages | null>(null);
  useEffect(() => {
    const followed = followQuery((now, at) => ({ ...toFind(now, at), statuses: [status] }));
    setPages(followed.pages);
    return followed.stop;
  }, [status]);
  return pages ? <ColumnList status={status} pages={pages} /> : <div className={styles.column} />;
}

function ColumnList({ status, pages }: { status: StatusValue; pages: Pages }) {
  const { t } = useTranslation();
  const title = useId();
  const { total } = useStore(pages.listing);
  const name = t(`state.${status}`);
  return (
    <section className={styles.column} aria-labelledby={title} data-column={status}>
      <h3 className={styles.title} id={title}>
        {name}
        <span className={styles.number}>{total === null ? '' : number(total, language())}</span>
      </h3>
      {total === 0 ? <p className={styles.none}>{t('library.columnEmpty')}</p> : null}
      {total ? <StoryList pages={pages} label={name} hideStatus /> : null}
    </section>
  );
}
