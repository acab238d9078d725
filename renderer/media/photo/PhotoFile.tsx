import { useTranslation } from 'react-i18next';
import type { PhotoInfo } from '../../../preload/contract.ts';
import { dateTime } from '../../format.ts';
import { language } from '../../i18n.ts';
import styles from './photo.module.css';

/** The file itself: its name, size, and what it says of its making. */
export function PhotoFile({ info }: { info: PhotoInfo }) {
  const { t } = useTranslation();
  const { name, width, height, size, type, importedAt, c2pa } = info;
  const megabytes = (size / 1024 / 1024).toLocaleString(language(), { maximumFractionDigits: 1 });
  return (
    <dl className={styles.file}>
      <dt>{t('photo.file')}</dt>
      <dd className={styles.name}>{name}</dd>
      <dt>{t('photo.size')}</dt>
      <dd>{t('photo.sizeText', { width, height, megabytes, type: type.slice(6).toUpperCase() })}</dd>
      {importedAt ? (
        <>
          <dt>{t('photo.importedAt')}</dt>
          <dd>{dateTime(importedAt, language())}</dd>
        </>
      ) : null}
      <dt>{t('photo.c2pa')}</dt>
      <dd>{t(c2pa ? 'photo.c2paThere' : 'photo.c2paNone')}</dd>
    </dl>
  );
}
