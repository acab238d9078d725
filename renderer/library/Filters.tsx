import { Popover } from '@base-ui/react/popover';
import { ChevronDown, ListFilter } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '../store.ts';
import buttons from '../ui/Button.module.css';
import popover from '../ui/Popover.module.css';
import { Choices } from './Choices.tsx';
import { DateChoices } from './DateChoices.tsx';
import styles from './filters.module.css';
import { chipsOf, LISTS } from './filters.ts';
import { query } from './library.ts';

/** All filters behind one button: for the narrow library beside the story. */
export function FilterButton() {
  const { t } = useTranslation();
  const on = chipsOf(useStore(query)).length;
  return (
    <FilterPopover title={t('library.filters.title')} on={on} icon={<ListFilter size={14} aria-hidden="true" />}>
      {LISTS.map((list) => (
        <Choices key={list} list={list} />
      ))}
      <DateChoices />
    </FilterPopover>
  );
}

/** Each filter behind a button of its own: for the wide library. */
export function FilterBar() {
  const { t } = useTranslation();
  const now = useStore(query);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box around its own fieldsets
    <div role="group" className={styles.bar} aria-label={t('library.filters.title')}>
      {LISTS.map((list) => (
        <FilterPopover key={list} title={t(`library.filters.${list}`)} on={now[list].length}>
          <Choices list={list} hideTitle />
        </FilterPopover>
      ))}
      <FilterPopover title={t('library.filters.date')} on={now.date.kind === 'any' ? 0 : 1}>
        <DateChoices hideTitle />
      </FilterPopover>
    </div>
  );
}

type Props = { title: string; on: number; icon?: ReactNode; children: ReactNode };

function FilterPopover({ title, on, icon, children }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger className={`${buttons.button} ${styles.trigger}`} data-on={on > 0 || undefined}>
        {icon}
        {title}
        {on > 0 ? <span className={styles.on}>{on}</span> : null}
        {icon ? null : <ChevronDown size={13} aria-hidden="true" />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={popover.positioner} sideOffset={4} align="start" positionMethod="fixed">
          <Popover.Popup className={`${popover.popup} ${styles.popup}`}>
            <Popover.Title className={popover.title}>{title}</Popover.Title>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
