import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { COMMAND_INFO, type CommandId, isMac, keysOf, shortcuts, shortcutText } from '../commands.ts';
import { menuKey } from '../menuKey.ts';
import { setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import styles from './keyboard.module.css';
import { holderOf, type Refusal, recorded, withKeys, withoutChoice } from './record.ts';

type Props = { id: CommandId; label: string; recording: boolean; onRecord: (on: boolean) => void };

/** One command: its keys, and while it records, what was pressed and what speaks against it. */
export function KeysRow({ id, label, recording, onRecord }: Props) {
  const { t } = useTranslation();
  const chosen = useStore(shortcuts);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [taken, setTaken] = useState<{ keys: string; by: CommandId } | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const mac = isMac();
  const keys = keysOf(id, chosen, mac);
  const stop = () => {
    setRefusal(null);
    setTaken(null);
    onRecord(false);
    button.current?.focus();
  };
  const keep = (next: string) => {
    void setPrefs({ shortcuts: withKeys(chosen, id, next, mac) });
    stop();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!recording || taken) return;
    if (event.key === 'Tab') return stop();
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return stop();
    if (event.key === 'Backspace' || event.key === 'Delete') return keep('');
    const pressed = recorded(event.nativeEvent, mac);
    if (!pressed) return;
    if (!pressed.ok) return setRefusal(pressed.refusal);
    setRefusal(null);
    const by = holderOf(pressed.keys, id, chosen, mac);
    if (!by) keep(pressed.keys);
    else if (COMMAND_INFO[by].fixed) setRefusal('editing');
    else setTaken({ keys: pressed.keys, by });
  };
  const shown = recording
    ? taken
      ? shortcutText(taken.keys, mac)
      : t('keyboard.press')
    : shortcutText(keys, mac) || t('keyboard.none');
  return (
    <li className={styles.row} data-command={id}>
      <span className={styles.name}>{label}</span>
      {chosen[id] === undefined ? null : (
        <IconButton
          icon={RotateCcw}
          label={t('keyboard.reset', { name: label })}
          onClick={() => void setPrefs({ shortcuts: withoutChoice(chosen, id, mac) })}
        />
      )}
      {COMMAND_INFO[id].fixed ? (
        <span className={styles.fixed} title={t('keyboard.fixed')}>
          <kbd>{shortcutText(keys, mac)}</kbd>
          <span className={ui.hidden}>{t('keyboard.fixed')}</span>
        </span>
      ) : (
        <button
          ref={button}
          type="button"
          className={styles.keys}
          data-recording={recording}
          aria-label={t('keyboard.change', { name: label, keys: shown })}
          onClick={() => {
            setRefusal(null);
            setTaken(null);
            onRecord(true);
          }}
          onBlur={() => {
            if (recording && !taken) onRecord(false);
          }}
          onKeyDown={onKeyDown}
        >
          {shown}
        </button>
      )}
      {recording ? (
        <div className={styles.says} role="status">
          {taken ? (
            <>
              <p>
                {t('keyboard.taken', {
                  keys: shortcutText(taken.keys, mac),
                  other: t(menuKey(taken.by)).replace(/…$/, ''),
                })}
              </p>
              <div className={styles.choices}>
                <Button autoFocus onClick={stop}>
                  {t('keyboard.leave')}
                </Button>
                <Button kind="primary" onClick={() => keep(taken.keys)}>
                  {t('keyboard.take')}
                </Button>
              </div>
            </>
          ) : (
            <p data-refused={refusal !== null}>{refusal ? t(`keyboard.refusal.${refusal}`) : t('keyboard.hint')}</p>
          )}
        </div>
      ) : null}
    </li>
  );
}
