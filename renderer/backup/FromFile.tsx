import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedBackup } from '../../preload/contract.ts';
import { number } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import ui from '../ui/ui.module.css';
import styles from './backup.module.css';
import { backToBackups, fileSize, restore, takeStories, when, work } from './backup.ts';
import { WorkBar } from './WorkBar.tsx';

/** What is in a backup, and what can be taken out of it: all, or some stories. */
export function FromFile({ backup }: { backup: OpenedBackup }) {
  const { t } = useTranslation();
  const going = useStore(work);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const busy = going !== null;
  // The button that opened it is gone: the keyboard goes on from here.
  const top = useRef<HTMLParagraphElement>(null);
  useEffect(() => top.current?.focus(), []);
  const { stories, photos, bytes, at, path, program } = backup;
  const damaged = backup.damagedPhotos + backup.damagedRows;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  return (
    <>
      <p ref={top} tabIndex={-1} className={styles.top}>
        {t('backup.holds', { time: when(at), count: stories.length, photos, size: fileSize(bytes) })}
      </p>
      <p className={`${ui.muted} ${ui.small}`}>{t('backup.file', { path, program })}</p>
      {damaged > 0 ? (
        <Banner tone="warn">{t('backup.holdsDamaged', { count: damaged })}</Banner>
      ) : (
        <Banner tone="ok">{t('backup.checked')}</Banner>
      )}
      {going ? <WorkBar work={going} /> : null}
      <p id="backup-stories" className={styles.label}>
        {t('backup.choose')}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is scrolled by keys */}
      <ul className={styles.stories} aria-labelledby="backup-stories" tabIndex={0}>
        {stories.map(({ id, headline, words, updatedAt, here }) => (
          <li key={id}>
            <label className={styles.story}>
              <input
                type="checkbox"
                checked={chosen.has(id)}
                disabled={busy}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
              />
              <span>{headline.trim() || t('library.untitled')}</span>
              <small>
                {[
                  when(updatedAt),
                  t('library.words', { words: number(words, language()) }),
                  here ? t('backup.here') : '',
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </small>
            </label>
          </li>
        ))}
      </ul>
      <div className={ui.row}>
        <Button disabled={busy || chosen.size === 0} onClick={() => void takeStories([...chosen])}>
          {chosen.size === 0 ? t('backup.takeNone') : t('backup.take', { count: chosen.size })}
        </Button>
        <Button disabled={busy} onClick={() => setAsking(true)}>
          {t('backup.restoreAll')}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={backToBackups}>
          {t('backup.back')}
        </Button>
      </div>
      <Dialog
        question
        open={asking}
        onClose={() => setAsking(false)}
        title={t('backup.restoreTitle', { time: when(at) })}
        description={t('backup.restoreHint')}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                void restore();
              }}
            >
              {t('backup.restore')}
            </Button>
          </>
        }
      />
    </>
  );
}
