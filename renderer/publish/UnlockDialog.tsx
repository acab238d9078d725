import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { loadDestinations } from '../state.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './publish.module.css';

type Props = {
  /** Whose password is needed; null: closed. */
  destination: DestinationView | null;
  onClose: () => void;
  onUnlocked: () => void;
};

/** Asks for a password that is not kept on this computer. It goes straight to main and stays nowhere here. */
export function UnlockDialog({ destination, onClose, onUnlocked }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const unlock = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const secret = String(new FormData(event.currentTarget).get('secret') ?? '').trim();
    if (!destination || secret === '') return setError(t('settings.needed'));
    setBusy(true);
    const unlocked = await call('destination.unlock', { id: destination.id, secret });
    setBusy(false);
    if (!unlocked.ok) return setError(t(`error.${unlocked.code}`));
    setError(null);
    await loadDestinations();
    onUnlocked();
  };
  return (
    <Dialog
      open={destination !== null}
      onClose={() => {
        setError(null);
        onClose();
      }}
      title={t('publish.unlockTitle')}
      description={t('publish.unlockHint')}
    >
      <form className={styles.unlock} onSubmit={(event) => void unlock(event)} noValidate>
        <TextField
          label={t('publish.secret', { name: destination?.name ?? '' })}
          name="secret"
          type="password"
          autoComplete="off"
          autoFocus
          error={error}
        />
        <Button kind="primary" type="submit" busy={busy}>
          {t('publish.unlock')}
        </Button>
      </form>
    </Dialog>
  );
}
