import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Search } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_IDS, COMMAND_INFO, type CommandId, isMac, keysOf, shortcuts, shortcutText } from '../commands.ts';
import { menuKey } from '../menuKey.ts';
import { run } from '../run.ts';
import { desk, dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { filterByName } from './filter.ts';
import styles from './palette.module.css';

type Item = { id: CommandId; label: string };

/** Every command by its name, without accents if one likes, and without the mouse. */
export function Palette() {
  const open = useStore(dialog) === 'palette';
  const chosen = useRef<CommandId | null>(null);
  return (
    <Dialog.Root
      open={open}
      onOpenChange={(next) => {
        if (!next) dialog.set(null);
      }}
      onOpenChangeComplete={(now) => {
        if (now || !chosen.current) return;
        // The focus is back where it was: the command acts there.
        run(chosen.current);
        chosen.current = null;
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup data-modal="" className={styles.popup} aria-labelledby="palette-title">
          <PaletteList
            onChoose={(id) => {
              chosen.current = id;
              dialog.set(null);
            }}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteList({ onChoose }: { onChoose: (id: CommandId) => void }) {
  const { t } = useTranslation();
  const hasStory = useStore(desk.view).kind === 'open';
  const chosen = useStore(shortcuts);
  const [query, setQuery] = useState('');
  const all = useMemo<Item[]>(
    () =>
      COMMAND_IDS.filter((id) => id !== 'palette.open' && (hasStory || !COMMAND_INFO[id].needsStory)).map((id) => ({
        id,
        label: t(menuKey(id)).replace(/…$/, ''),
      })),
    [hasStory, t],
  );
  const items = useMemo(() => filterByName(all, query), [all, query]);
  return (
    <Autocomplete.Root
      open
      inline
      mode="none"
      items={items}
      value={query}
      onValueChange={setQuery}
      itemToStringValue={(item: Item) => item.label}
      autoHighlight="always"
      keepHighlight
    >
      <Dialog.Title id="palette-title" className={styles.title}>
        {t('palette.title')}
      </Dialog.Title>
      <div className={styles.search}>
        <Search size={16} aria-hidden="true" />
        <Autocomplete.Input
          className={styles.input}
          aria-label={t('palette.search')}
          placeholder={t('palette.search')}
        />
      </div>
      <Autocomplete.Empty className={styles.empty}>{items.length === 0 ? t('palette.none') : null}</Autocomplete.Empty>
      <Autocomplete.List className={styles.list} aria-label={t('palette.title')}>
        {(item: Item) => (
          <Autocomplete.Item key={item.id} value={item} className={styles.item} onClick={() => onChoose(item.id)}>
            <span>{item.label}</span>
            <kbd className={styles.keys}>{shortcutText(keysOf(item.id, chosen, isMac()), isMac())}</kbd>
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}
