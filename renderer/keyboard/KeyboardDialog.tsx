import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_GROUPS, COMMAND_IDS, COMMAND_INFO, type CommandId, shortcuts } from '../commands.ts';
import { menuKey } from '../menuKey.ts';
import { filterByName } from '../palette/filter.ts';
import { dialog, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { KeysRow } from './KeysRow.tsx';
import styles from './keyboard.module.css';

/** Every command with its shortcut; a press of other keys changes it, everywhere and at once. */
export function KeyboardDialog() {
  const { t } = useTranslation();
  const open = useStore(dialog) === 'keyboard';
  const [query, setQuery] = useState('');
  const chosen = useStore(shortcuts);
  const close = () => {
    setQuery('');
    dialog.set(null);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('keyboard.title')}
      size="medium"
      actions={
        <Button disabled={Object.keys(chosen).length === 0} onClick={() => void setPrefs({ shortcuts: {} })}>
          {t('keyboard.resetAll')}
        </Button>
      }
    >
      <TextField label={t('keyboard.search')} type="search" onChange={(event) => setQuery(event.currentTarget.value)} />
      <List query={query} />
    </Dialog>
  );
}

function List({ query }: { query: string }) {
  const { t } = useTranslation();
  /** One row at a time waits for keys. */
  const [recording, setRecording] = useState<CommandId | null>(null);
  const all = COMMAND_IDS.map((id) => ({ id, label: t(menuKey(id)).replace(/…$/, '') }));
  const found = filterByName(all, query);
  if (found.length === 0) return <p role="status">{t('palette.none')}</p>;
  return COMMAND_GROUPS.map((group) => {
    const rows = found.filter(({ id }) => COMMAND_INFO[id].group === group);
    if (rows.length === 0) return null;
    return (
      <section key={group} aria-labelledby={`keyboard-${group}`}>
        <h3 id={`keyboard-${group}`} className={styles.group}>
          {t(`keyboard.group.${group}`)}
        </h3>
        <ul className={styles.list}>
          {rows.map(({ id, label }) => (
            <KeysRow
              key={id}
              id={id}
              label={label}
              recording={recording === id}
              onRecord={(on) => setRecording(on ? id : null)}
            />
          ))}
        </ul>
      </section>
    );
  });
}
