import { useTranslation } from 'react-i18next';
import { copyText } from '../copyText.ts';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './recovery.module.css';

/** Words of the damaged rows that stand in no state of the story: to be read and copied out. */
export function Passages({ passages }: { passages: readonly string[] }) {
  const { t } = useTranslation();
  if (passages.length === 0) return null;
  const copy = () => {
    if (copyText(passages.join('\n\n'))) notice(t('recovery.copied'));
  };
  return (
    <section className={styles.aside} aria-label={t('recovery.asideTitle')}>
      <h3>{t('recovery.asideTitle')}</h3>
      <p className={ui.muted}>{t('recovery.asideHint')}</p>
      <ul className={styles.passages}>
        {passages.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Button onClick={copy}>{t('recovery.copy')}</Button>
    </section>
  );
}
