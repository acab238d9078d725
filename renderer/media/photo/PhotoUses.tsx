import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhotoUse } from '../../../preload/contract.ts';
import { openStory } from '../../actions.ts';
import { call, onEvent } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { photoShown } from './open.ts';
import styles from './photo.module.css';

/** Every story that shows the photo, each to be opened. */
export function PhotoUses({ hash }: { hash: string }) {
  const { t } = useTranslation();
  const [uses, setUses] = useState<PhotoUse[] | null>(null);
  useEffect(() => {
    const load = async () => {
      const got = await call('photo.uses', { hash });
      if (got.ok) setUses(got.value);
    };
    void load();
    return onEvent('library.changed', () => void load());
  }, [hash]);
  if (!uses) return null;
  const open = (storyId: string) => {
    photoShown.set(null);
    void openStory(storyId);
  };
  return (
    <Section title={t('photo.uses', { count: uses.length })}>
      {uses.length === 0 ? <p className={styles.quiet}>{t('photo.unused')}</p> : null}
      <ul className={styles.uses}>
        {uses.map(({ storyId, headline, status, inTrash }) => (
          <li key={storyId}>
            <Button kind="quiet" onClick={() => open(storyId)}>
              {headline || t('library.untitled')}
            </Button>
            <span className={styles.quiet}>{t(inTrash ? 'photo.inTrash' : `state.${status}`)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
