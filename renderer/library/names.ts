import { useTranslation } from 'react-i18next';
import { destinations } from '../state.ts';
import { useStore } from '../store.ts';
import type { Chip, ListName } from './filters.ts';
import type { DateFilter, StatusValue } from './query.ts';

/** The name of a filter's value as the window shows it. */
export function useValueName(): (list: ListName, value: string) => string {
  const { t } = useTranslation();
  const known = useStore(destinations);
  return (list, value) => {
    if (list === 'statuses') return t(`state.${value as StatusValue}`);
    if (list === 'destinations') return known.find(({ id }) => id === value)?.name ?? t('library.filters.gone');
    return value;
  };
}

/** The text of a chip. */
export function useChipName(): (chip: Chip, date: DateFilter) => string {
  const nameOf = useValueName();
  const nameOfDate = useDateName();
  return (chip, date) => (chip.list === 'date' ? nameOfDate(date) : nameOf(chip.list, chip.value));
}

/** The words for a filter by date. */
export function useDateName(): (date: DateFilter) => string {
  const { t } = useTranslation();
  return (date) => {
    if (date.kind !== 'between') return t(`library.date.${date.kind}`);
    const [from, to] = [shortDay(date.from), shortDay(date.to)];
    if (from && to) return t('library.date.fromTo', { from, to });
    return from ? t('library.date.since', { from }) : t('library.date.until', { to });
  };
}

/** 2021-06-14 as a newsroom writes it: 14/06/2021; '' stays ''. */
const shortDay = (day: string): string => day.split('-').reverse().join('/');
