import { useTranslation } from 'react-i18next';
import { destinations } from '../state.ts';
import { useStore } from '../store.ts';
import { choices, type ListName, toggled } from './filters.ts';
import { list, query } from './library.ts';
import { useValueName } from './names.ts';
import { STATUS_VALUES } from './query.ts';
import { ValueChoices } from './ValueChoices.tsx';

/** The values of one filter, with how many stories have each. */
export function Choices({ list: name, hideTitle = false }: { list: ListName; hideTitle?: boolean }) {
  const { t } = useTranslation();
  const nameOf = useValueName();
  const facets = useStore(list().listing).facets;
  const on: readonly string[] = useStore(query)[name];
  const known = useStore(destinations);

  function valuesOf(): readonly { value: string; count: number }[] {
    if (name === 'statuses') return STATUS_VALUES.map((value) => ({ value, count: facets?.statuses[value] ?? 0 }));
    const values = facets?.[name] ?? [];
    if (name !== 'destinations') return values;
    return known.map(({ id }) => ({ value: id, count: values.find(({ value }) => value === id)?.count ?? 0 }));
  }

  return (
    <ValueChoices
      title={t(`library.filters.${name}`)}
      values={choices(valuesOf(), on)}
      on={on}
      nameOf={(value) => nameOf(name, value)}
      onToggle={(value) => query.set((now) => toggled(now, name, value))}
      hideTitle={hideTitle}
    />
  );
}
