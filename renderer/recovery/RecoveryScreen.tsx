import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { Choices } from './Choices.tsx';
import styles from './recovery.module.css';
import { type Item, leaveRecovery, recovery, report, settle } from './recovery.ts';

/** So many are listed; when they are seen, the next follow. */
const MOST = 200;

/** The whole window after trouble: what was found, what is safe, what to choose. */
export function RecoveryScreen() {
  const { t } = useTranslation();
  const items = useStore(report);
  const [id, setId] = useState(recovery.get().id);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const item = items.find((one) => one.id === id) ?? items[0];
  const allSeen = async () => {
    if (await settle(items.map((one) => one.id))) leaveRecovery();
  };
  return (
    <main className={styles.screen} aria-labelledby="recovery-title">
      <header className={styles.head}>
        <div>
          <h1 id="recovery-title" ref={title} tabIndex={-1}>
            {t('recovery.title')}
          </h1>
          <p className={ui.muted}>{t('recovery.intro')}</p>
        </div>
        <div className={ui.row}>
          {items.length > 0 ? <Button onClick={() => void allSeen()}>{t('recovery.allSeen')}</Button> : null}
          <Button kind={item ? 'plain' : 'primary'} onClick={leaveRecovery}>
            {t('recovery.toDesk')}
          </Button>
        </div>
      </header>
      {item ? (
        <div className={styles.columns}>
          <nav className={styles.items} aria-label={t('recovery.list')}>
            <ul>
              {items.slice(0, MOST).map((one) => (
                <li key={one.id}>
                  <button type="button" aria-current={one === item} onClick={() => setId(one.id)}>
                    <span className={styles.itemTitle}>
                      <Title item={one} />
                    </span>
                    <span className={ui.muted}>{dateTime(one.at, language())}</span>
                  </button>
                </li>
              ))}
            </ul>
            {items.length > MOST ? (
              <p className={ui.muted}>{t('recovery.more', { count: items.length - MOST })}</p>
            ) : null}
          </nav>
          <Detail key={item.id} item={item} />
        </div>
      ) : (
        <p className={styles.none}>{t('recovery.none')}</p>
      )}
    </main>
  );
}

function Title({ item }: { item: Item }) {
  const { t } = useTranslation();
  if (item.storyId === null) return t(`recovery.what.${item.what}`);
  return item.headline || t('library.untitled');
}

function Detail({ item }: { item: Item }) {
  const { t } = useTranslation();
  const values = { count: item.aside, folder: item.kept ?? '' };
  const seen = () => void settle([item.id]);
  return (
    <article className={styles.detail}>
      <h2>
        <Title item={item} />
      </h2>
      {item.storyId ? <p className={styles.what}>{t(`recovery.what.${item.what}`)}</p> : null}
      <dl className={styles.facts}>
        <dt>{t('recovery.found')}</dt>
        <dd>{t(`recovery.foundOf.${item.what}`, values)}</dd>
        <dt>{t('recovery.safe')}</dt>
        <dd>{t(`recovery.safeOf.${item.what}`, values)}</dd>
        <dt>{t('recovery.todo')}</dt>
        <dd>{t(`recovery.todoOf.${item.what}`)}</dd>
      </dl>
      {item.storyId ? (
        <Choices
          item={item}
          onDone={(went) => {
            if (went) leaveRecovery();
          }}
        />
      ) : (
        <div className={ui.row}>
          <Button kind="primary" onClick={seen}>
            {t('recovery.understood')}
          </Button>
        </div>
      )}
    </article>
  );
}
