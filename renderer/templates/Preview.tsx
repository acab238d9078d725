import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../preload/contract.ts';
import styles from './templates.module.css';

/** What a template holds, from top to bottom as on the page. */
export function Preview({ template: { fields, body, language } }: { template: TemplateView }) {
  const { t } = useTranslation();
  const dateline = [fields.place, fields.date].filter(Boolean).join(', ');
  const line = (text: string, className: string | undefined) => (text ? <p className={className}>{text}</p> : null);
  const blocks = body
    .filter(({ text }) => text !== '')
    .map(({ type, text }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: their order never changes
      <p key={index} data-type={type} className={styles.block}>
        {text}
      </p>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no mouse scrolls it by keyboard
    <section className={styles.preview} aria-label={t('templates.preview')} tabIndex={0} lang={language}>
      {line(fields.kicker, styles.kicker)}
      {line(fields.headline, styles.headline)}
      {line(fields.standfirst, styles.standfirst)}
      {line(dateline, styles.dateline)}
      {blocks}
      {line(fields.byline, styles.byline)}
    </section>
  );
}
