import { Ban, Check, EyeOff } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StyleRule } from '../../story/style/rules.ts';
import type { StorySession } from '../editor/types.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { accept, goToSpot, ignoreForEver, ignoreOnce } from './actions.ts';
import { type Spot, useSpots } from './check.ts';
import { activeRules, isStopped, stoppedRules, styleHouse } from './house.ts';
import styles from './style.module.css';

/** What is not as the house has it in the open story, by rule: why, by what source, and what can be done about it. */
export function StylePanel({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const spots = useSpots(session);
  useStore(styleHouse);
  const slow = [...useStore(stoppedRules).values()].filter(isStopped);
  const rules = new Map(activeRules().map((rule) => [rule.id, rule]));
  const groups = [...Map.groupBy(spots, ({ rule }) => rule)].flatMap(([id, found]) => {
    const rule = rules.get(id);
    return rule ? [{ rule, found }] : [];
  });
  const list = useRef<HTMLDivElement>(null);
  /** Where the focus goes when the finding it was on has gone. */
  const next = useRef<number | null>(null);
  useEffect(() => {
    if (next.current === null || document.activeElement !== document.body) return;
    const places = list.current?.querySelectorAll<HTMLElement>('[data-spot]');
    (places?.[Math.min(next.current, spots.length - 1)] ?? list.current)?.focus();
    next.current = null;
  }, [spots]);
  const act: Act = (element: Element, work) => {
    const own = element.closest('li, [data-rule]')?.querySelector('[data-spot]') ?? element;
    next.current = [...(list.current?.querySelectorAll('[data-spot]') ?? [])].indexOf(own);
    void work();
  };
  return (
    <div ref={list} tabIndex={-1} className={styles.panel}>
      {slow.map(({ id, name }) => (
        <Banner key={id} tone="warn" live="status">
          <p>{t('style.slow', { name })}</p>
        </Banner>
      ))}
      {groups.length === 0 ? <p className={ui.muted}>{t('style.nothing')}</p> : null}
      {groups.map(({ rule, found }) => (
        <Group key={rule.id} session={session} rule={rule} found={found} act={act} />
      ))}
    </div>
  );
}

type Act = (element: HTMLElement, work: () => Promise<void>) => void;
type GroupProps = { session: StorySession; rule: StyleRule; found: readonly Spot[]; act: Act };

function Group({ session, rule, found, act }: GroupProps) {
  const { t } = useTranslation();
  const writable = found.filter(({ instead }) => instead !== null);
  return (
    <div className={ui.card} data-rule={rule.id}>
      <header className={styles.head}>
        <h4 className={styles.name}>{rule.name}</h4>
        <p className={ui.small}>{rule.why}</p>
        {rule.source ? <p className={`${ui.muted} ${ui.small}`}>{t('style.citing', { source: rule.source })}</p> : null}
        {writable.length > 1 ? (
          <Button
            kind="quiet"
            disabled={session.readOnly}
            aria-label={t('style.acceptAllOf', { count: writable.length, name: rule.name })}
            onClick={(event) => act(event.currentTarget, () => accept(session, writable))}
          >
            {t('style.acceptAll', { count: writable.length })}
          </Button>
        ) : null}
      </header>
      <ul className={ui.list} aria-label={rule.name}>
        {found.map((spot) => {
          const { found: words, instead, from, passage } = spot;
          return (
            <li key={JSON.stringify([passage.place, from])} className={styles.spot}>
              <button
                type="button"
                data-spot=""
                className={styles.words}
                aria-label={
                  instead === null
                    ? t('style.goTo', { words })
                    : t('style.goToInstead', { words, instead: instead || t('style.leaveOut') })
                }
                onClick={() => void goToSpot(session, spot)}
              >
                {instead === null ? (
                  words
                ) : (
                  <>
                    <del>{words}</del> → <ins>{instead || t('style.leaveOut')}</ins>
                  </>
                )}
              </button>
              {instead === null ? null : (
                <IconButton
                  icon={Check}
                  label={t('style.accept', { words })}
                  disabled={session.readOnly}
                  onClick={(event) => act(event.currentTarget, () => accept(session, [spot]))}
                />
              )}
              <IconButton
                icon={EyeOff}
                label={t('style.ignoreOnce', { words })}
                onClick={(event) => act(event.currentTarget, () => ignoreOnce(session, spot))}
              />
              <IconButton
                icon={Ban}
                label={t('style.ignoreForEver', { words })}
                onClick={(event) => act(event.currentTarget, () => ignoreForEver(spot))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
