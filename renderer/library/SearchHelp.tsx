import { Popover } from '@base-ui/react/popover';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import buttons from '../ui/Button.module.css';
import popover from '../ui/Popover.module.css';
import styles from './filters.module.css';

/** What can be typed into the search of the stories, of the photos, of the receipts. */
const RULES = {
  library: ['words', 'marks', 'phrase', 'tag', 'by', 'headline', 'status'],
  photos: ['words', 'marks', 'phrase', 'by', 'tag', 'status'],
  receipts: ['words', 'phrase', 'by', 'headline'],
} as const;

/** How to search, in a few lines. */
export function SearchHelp({ of = 'library' }: { of?: keyof typeof RULES }) {
  const { t } = useTranslation();
  const lines =
    of === 'library'
      ? RULES.library.map((rule) => [t(`library.help.${rule}.example`), t(`library.help.${rule}.finds`)] as const)
      : of === 'photos'
        ? RULES.photos.map(
            (rule) => [t(`photos.library.help.${rule}.example`), t(`photos.library.help.${rule}.finds`)] as const,
          )
        : RULES.receipts.map((rule) => [t(`receipts.help.${rule}.example`), t(`receipts.help.${rule}.finds`)] as const);
  return (
    <Popover.Root>
      <Popover.Trigger className={buttons.icon} aria-label={t('library.help.title')} title={t('library.help.title')}>
        <CircleHelp size={16} strokeWidth={1.8} aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner} sideOffset={6} align="end" positionMethod="fixed">
          <Popover.Popup className={popover.popup}>
            <Popover.Title className={popover.title}>{t('library.help.title')}</Popover.Title>
            <dl className={styles.help}>
              {lines.map(([example, finds]) => (
                <div key={example}>
                  <dt>
                    <code>{example}</code>
                  </dt>
                  <dd>{finds}</dd>
                </div>
              ))}
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
