import { useTranslation } from 'react-i18next';
import { isMac, shortcutText } from '../../commands.ts';
import { TABLE_KEYS } from './keys.ts';
import styles from './table.module.css';

const TOLD = ['next', 'check', 'choose', 'copy', 'template', 'lacking', 'big', 'later'] as const;

/** The keys of the table, told in one line. */
export function TableHelp() {
  const { t } = useTranslation();
  const keys = (act: (typeof TOLD)[number]) => {
    const text = shortcutText(TABLE_KEYS[act], isMac());
    return act === 'next' || act === 'later' ? text.replace('↓', '↑↓') : text;
  };
  return (
    <ul className={styles.help} aria-label={t('photos.table.keys')}>
      {TOLD.map((act) => (
        <li key={act}>
          <kbd>{keys(act)}</kbd> {t(`photos.table.key.${act}`)}
        </li>
      ))}
    </ul>
  );
}
