import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlockState } from '../../preload/contract.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import styles from './history.module.css';
import { whoText } from './words.ts';

type Props = { states: readonly BlockState[]; chosen: number; onChoose: (index: number) => void };

/** A paragraph's states, the newest on top: when, and by whom. */
export function PastList({ states, chosen, onChoose }: Props) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, Home: -states.length, End: states.length }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const next = Math.min(states.length - 1, Math.max(0, chosen + step));
    onChoose(next);
    (frame.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  useEffect(() => {
    frame.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  }, []);
  return (
    <div
      ref={frame}
      role="listbox"
      tabIndex={-1}
      aria-label={t('history.pastStates')}
      className={styles.pastList}
      onKeyDown={walk}
    >
      {states.map((state, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the list box has the keys
        <div
          key={state.seq}
          role="option"
          aria-selected={index === chosen}
          tabIndex={index === chosen ? 0 : -1}
          className={styles.item}
          onClick={() => onChoose(index)}
        >
          <span className={styles.itemTitle}>{dateTime(state.at, language())}</span>
          <span className={styles.itemMeta}>{whoText(state.by)}</span>
          {state.block ? null : <span className={styles.itemMeta}>{t('history.pastGone')}</span>}
        </div>
      ))}
    </div>
  );
}
