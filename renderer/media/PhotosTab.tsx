import { FolderOpen, ImagePlus, Images, LayoutGrid } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../story/model.ts';
import type { PhotoIssue } from '../../story/photo/check.ts';
import type { StorySession } from '../editor/types.ts';
import { goTo } from '../goTo.ts';
import { run } from '../run.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Section } from '../ui/Section.tsx';
import { useSession } from '../useSession.ts';
import { photoAddress } from './address.ts';
import { PhotoIssues } from './PhotoIssues.tsx';
import { showPhoto } from './photo/open.ts';
import styles from './photos.module.css';
import { photosOf } from './photosOf.ts';

/** The photos of the story, with what each still lacks. */
export function PhotosTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const photos = useSession(session, ['body', 'fields'], (now) => photosOf(now.story()), 500);
  const add = (
    <>
      <Button icon={ImagePlus} disabled={session.readOnly} onClick={() => run('photo.choose')}>
        {t('photos.add')}
      </Button>
      <Button icon={FolderOpen} onClick={() => run('photo.folder')}>
        {t('photos.import.open')}
      </Button>
      <Button icon={Images} onClick={() => run('media.open')}>
        {t('menu.media_open')}
      </Button>
    </>
  );
  if (photos.length === 0)
    return (
      <EmptyState icon={Images} title={t('photos.emptyTitle')} action={<div className={styles.adding}>{add}</div>}>
        {t('photos.emptyHint')}
      </EmptyState>
    );
  return (
    <Section title={t('photos.title')}>
      <div className={styles.adding}>
        <Button icon={LayoutGrid} onClick={() => run('photo.table')}>
          {t('photos.table.title')}
        </Button>
        {add}
      </div>
      <ul className={styles.list}>
        {photos.map(({ figure, issues }, index) => (
          <Photo key={figure.id} session={session} figure={figure} issues={issues} number={index + 1} />
        ))}
      </ul>
    </Section>
  );
}

/** A model wrote a text of it that somebody has accepted. */
const isDrafted = (figure: Figure): boolean =>
  figure.drafted?.some((part) => figure[part].trim() !== '' && !figure.unchecked.includes(part)) ?? false;

type PhotoProps = { session: StorySession; figure: Figure; issues: readonly PhotoIssue[]; number: number };

function Photo({ session, figure, issues, number }: PhotoProps) {
  const { t } = useTranslation();
  return (
    <li className={styles.photo}>
      <img className={styles.thumb} src={photoAddress(figure)} alt={figure.alt} loading="lazy" />
      <div className={styles.text}>
        <p className={styles.caption}>{figure.caption || t('photos.noCaption')}</p>
        <ul className={styles.flags}>
          <PhotoIssues issues={issues} onGo={(part) => goTo(session, { block: figure.id, part })} />
          {isDrafted(figure) ? <li>{t('photos.drafted.accepted')}</li> : null}
          {issues.length === 0 ? <li>{t('photos.complete')}</li> : null}
        </ul>
        <div className={styles.acts}>
          <Button
            kind="quiet"
            aria-label={`${t('photos.number', { number })}: ${t('photos.show')}`}
            onClick={() => goTo(session, { block: figure.id })}
          >
            {t('photos.show')}
          </Button>
          <Button
            kind="quiet"
            aria-label={`${t('photos.number', { number })}: ${t('photo.open')}`}
            onClick={() => showPhoto(figure.photo)}
          >
            {t('photo.open')}
          </Button>
        </div>
      </div>
    </li>
  );
}
