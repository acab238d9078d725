import { FolderOpen, ImagePlus, Images } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../story/model.ts';
import type { StorySession } from '../editor/types.ts';
import { goTo } from '../goTo.ts';
import { run } from '../run.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { useSession } from '../useSession.ts';
import { photoAddress } from './address.ts';
import { photoFlags } from './flags.ts';
import { showPhoto } from './photo/open.ts';
import styles from './photos.module.css';

/** The photos of the story, with what each still lacks. */
export function PhotosTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const figures = useSession(
    session,
    ['body'],
    (now) => now.story().body.filter((block): block is Figure => block.type === 'figure'),
    500,
  );
  const add = (
    <div className={styles.adding}>
      <Button icon={ImagePlus} disabled={session.readOnly} onClick={() => run('photo.choose')}>
        {t('photos.add')}
      </Button>
      <Button icon={FolderOpen} onClick={() => run('photo.folder')}>
        {t('photos.import.open')}
      </Button>
    </div>
  );
  if (figures.length === 0)
    return (
      <EmptyState icon={Images} title={t('photos.emptyTitle')} action={add}>
        {t('photos.emptyHint')}
      </EmptyState>
    );
  return (
    <Section title={t('photos.title')}>
      <ul className={styles.list}>
        {figures.map((figure, index) => (
          <Photo key={figure.id} session={session} figure={figure} number={index + 1} />
        ))}
      </ul>
      {add}
    </Section>
  );
}

function Photo({ session, figure, number }: { session: StorySession; figure: Figure; number: number }) {
  const { t } = useTranslation();
  const { missing, unchecked, drafted } = photoFlags(figure);
  return (
    <li className={styles.photo}>
      <img className={styles.thumb} src={photoAddress(figure)} alt={figure.alt} loading="lazy" />
      <div className={styles.text}>
        <p className={styles.caption}>{figure.caption || t('photos.noCaption')}</p>
        <ul className={styles.flags}>
          {missing.map((field) => (
            <li key={field} className={styles.missing}>
              {t(`photos.missing.${field}`)}
            </li>
          ))}
          {unchecked ? <li className={styles.unchecked}>{t('photos.unchecked')}</li> : null}
          {drafted ? (
            <li className={drafted === 'unread' ? styles.unchecked : undefined}>{t(`photos.drafted.${drafted}`)}</li>
          ) : null}
          {missing.length === 0 && !unchecked && drafted !== 'unread' ? <li>{t('photos.complete')}</li> : null}
        </ul>
        <Button
          kind="quiet"
          className={styles.show}
          aria-label={`${t('photos.number', { number })}: ${t('photos.show')}`}
          onClick={() => goTo(session, { block: figure.id })}
        >
          {t('photos.show')}
        </Button>
        <Button
          kind="quiet"
          className={styles.show}
          aria-label={`${t('photos.number', { number })}: ${t('photo.open')}`}
          onClick={() => showPhoto(figure.photo)}
        >
          {t('photo.open')}
        </Button>
      </div>
    </li>
  );
}
