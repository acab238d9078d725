import { CheckCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { PHOTO_FIELDS, type PhotoField } from '../../../story/photo/facts.ts';
import { forbiddingWords, TERMS_FIELDS } from '../../../story/photo/terms.ts';
import { call } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Section } from '../../ui/Section.tsx';
import { problem } from '../../ui/toasts.tsx';
import { PhotoFile } from './PhotoFile.tsx';
import { focusField, PhotoRow } from './PhotoRow.tsx';
import { PhotoUses } from './PhotoUses.tsx';
import styles from './photo.module.css';
import { usePhoto } from './usePhoto.ts';

/** A photo of the library: its picture, every field with where it came from and who has checked it, and its stories. */
export function PhotoPanel({ hash, field: asked }: { hash: string; field?: PhotoField | undefined }) {
  const { t } = useTranslation();
  const info = usePhoto(hash);
  if (info === null) return <p className={styles.quiet}>{t('photo.loading')}</p>;
  if (info === 'missing') return <p role="alert">{t('photo.missing')}</p>;
  const unchecked = uncheckedOf(info);
  return (
    <div className={styles.panel}>
      <div className={styles.side}>
        <img
          className={styles.picture}
          src={`./media/${hash}`}
          alt={info.alt}
          width={info.width}
          height={info.height}
        />
        <PhotoFile info={info} />
        <PhotoUses hash={hash} />
      </div>
      <Section title={t('photo.fields')}>
        <p className={styles.quiet}>{t('photo.fieldsHint')}</p>
        {PHOTO_FIELDS.map((field) => (
          <PhotoRow key={field} info={info} field={field} isAsked={field === asked} />
        ))}
        {unchecked.length > 0 ? (
          <Button
            icon={CheckCheck}
            onClick={({ currentTarget }) => {
              focusField(currentTarget.previousElementSibling);
              void checkAll(info);
            }}
          >
            {t('photo.checkAll', { count: unchecked.length })}
          </Button>
        ) : null}
      </Section>
    </div>
  );
}

/** Fields that the file fills and that nobody has looked at. Terms that forbid a publication are cleared one by one, or not. */
const uncheckedOf = ({ facts = {}, edits = {} }: PhotoInfo) =>
  PHOTO_FIELDS.filter((field) => facts[field] && !edits[field] && !isForbidding(field, facts[field].value));

const isForbidding = (field: PhotoField, text: string): boolean =>
  TERMS_FIELDS.some((one) => one === field) && forbiddingWords(text) !== null;

async function checkAll(info: PhotoInfo): Promise<void> {
  for (const field of uncheckedOf(info)) {
    const described = await call('photo.describe', { hash: info.hash, field, value: info.facts?.[field]?.value ?? '' });
    if (!described.ok) return problem(described);
  }
}
