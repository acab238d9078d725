import { useStore } from '../store.ts';
import { ChipList } from './ChipList.tsx';
import { chipsOf, unfiltered, without } from './filters.ts';
import { query } from './library.ts';
import { useChipName } from './names.ts';

/** The library's filters that are on. */
export function Chips() {
  const now = useStore(query);
  const nameOf = useChipName();
  const chips = chipsOf(now).map((chip) => ({
    key: `${chip.list} ${chip.value}`,
    name: nameOf(chip, now.date),
    remove: () => query.set(without(now, chip)),
  }));
  return <ChipList chips={chips} onClear={() => query.set(unfiltered)} search="library-search" />;
}
