import { Popover } from '@base-ui/react/popover';
import { CircleHelp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import buttons from '../ui/Button.module.css';
import popover from '../ui/Popover.module.css';
import styles from './filters.module.css';

const RULES = ['words', 'marks', 'phrase', 'tag', 'by', 'headline', 'status'] as const;

/** How to search, in seven lines. */
export function SearchHelp() {
  const { t } = useTranslation();
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
              {RULES.map((rule) => (
                <div key={rule}>
                  <dt>
                    <code>{t(`library.help.${rule}.example`)}</code>
                  </dt>
                  <dd>{t(`library.help.${rule}.finds`)}</dd>
                </div>
              ))}
            </dl>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
