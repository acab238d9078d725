import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RemoteState } from '../../preload/contract.ts';
import { ChipList } from '../library/ChipList.tsx';
import { DateChoices } from '../library/DateChoices.tsx';
import { FilterPopover } from '../library/FilterPopover.tsx';
import styles from '../library/filters.module.css';
import { choices } from '../library/filters.ts';
import { useDateName } from '../library/names.ts';
import { ValueChoices } from '../library/ValueChoices.tsx';
import { destinations } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { LIST_VALUES, type ReceiptList, toggledIn, withoutFilters } from './query.ts';
import { receiptPages, receiptQuery } from './state.ts';

/** The name of a filter's value: a destination as it is called now, or as its receipts know it. */
function useValueName(): (list: ReceiptList, value: string) => string {
  const { t } = useTranslation();
  const known = useStore(destinations);
  const { facets } = useStore(receiptPages().listing);
  return (list, value) => {
    if (list === 'statuses') return t(`receipts.status.${value as RemoteState}`);
    const named =
      known.find(({ id }) => id === value) ?? facets?.destinations.find((destination) => destination.value === value);
    return named?.name ?? t('library.filters.gone');
  };
}

const toggleDiffering = () => receiptQuery.set((before) => ({ ...before, differing: !before.differing }));

/** Each filter behind a button of its own; whether something differs is one press. */
export function ReceiptFilters() {
  const { t } = useTranslation();
  const now = useStore(receiptQuery);
  const { facets } = useStore(receiptPages().listing);
  const nameOf = useValueName();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be one more box around its own fieldsets
    <div role="group" className={styles.bar} aria-label={t('library.filters.title')}>
      {LIST_VALUES.map((list) => (
        <FilterPopover key={list} title={t(`receipts.filter.${list}`)} on={now[list].length}>
          <ValueChoices
            title={t(`receipts.filter.${list}`)}
            values={choices(facets?.[list] ?? [], now[list])}
            on={now[list]}
            nameOf={(value) => nameOf(list, value)}
            onToggle={(value) => receiptQuery.set((before) => toggledIn(before, list, value))}
            hideTitle
          />
        </FilterPopover>
      ))}
      <FilterPopover title={t('receipts.filter.date')} on={now.date.kind === 'any' ? 0 : 1}>
        <DateChoices
          title={t('receipts.filter.date')}
          date={now.date}
          onChange={(date) => receiptQuery.set((before) => ({ ...before, date }))}
          hideTitle
        />
      </FilterPopover>
      <Button icon={TriangleAlert} aria-pressed={now.differing} onClick={toggleDiffering}>
        {t('receipts.filter.differing')}
      </Button>
    </div>
  );
}

export function ReceiptChips({ search }: { search: string }) {
  const { t } = useTranslation();
  const now = useStore(receiptQuery);
  const nameOf = useValueName();
  const dateName = useDateName();
  const chips = LIST_VALUES.flatMap((list) =>
    now[list].map((value) => ({
      key: `${list} ${value}`,
      name: nameOf(list, value),
      remove: () => receiptQuery.set((before) => toggledIn(before, list, value)),
    })),
  );
  if (now.date.kind !== 'any')
    chips.push({
      key: 'date',
      name: dateName(now.date),
      remove: () => receiptQuery.set((before) => ({ ...before, date: { kind: 'any' } })),
    });
  if (now.differing) chips.push({ key: 'differing', name: t('receipts.filter.differing'), remove: toggleDiffering });
  return <ChipList chips={chips} onClear={() => receiptQuery.set(withoutFilters)} search={search} />;
}
