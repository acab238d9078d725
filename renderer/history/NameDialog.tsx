import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notice, problem } from '../ui/toasts.tsx';

type Props = {
  storyId: string;
  /** The version that gets a name; null: none does. */
  version: { seq: number; name: string | null } | null;
  onClose: () => void;
  onNamed: () => void;
};

/** Gives a version a name, another one, or takes it away. */
export function NameDialog({ storyId, version, onClose, onNamed }: Props) {
  const { t } = useTranslation();
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    setError(null);
    onClose();
  };
  const put = async (name: string | null) => {
    if (!version) return;
    const named = await call('history.name', { id: storyId, seq: version.seq, name });
    if (!named.ok) return problem(named);
    notice(t(name === null ? 'history.nameRemoved' : 'history.nameSaved'));
    close();
    onNamed();
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('versionName') ?? '').trim();
    setError(name === '' ? t('history.nameNeeded') : null);
    if (name !== '') void put(name);
  };
  return (
    <Dialog
      open={version !== null}
      onClose={close}
      title={t('history.nameTitle')}
      actions={
        <>
          {version?.name ? <Button onClick={() => void put(null)}>{t('history.nameRemove')}</Button> : null}
          <Button kind="primary" type="submit" form="version-name">
            {t('history.nameSave')}
          </Button>
        </>
      }
    >
      <form id="version-name" onSubmit={save} noValidate>
        <TextField
          label={t('history.nameLabel')}
          name="versionName"
          defaultValue={version?.name ?? ''}
          maxLength={200}
          autoComplete="off"
          error={error}
          hint={t('history.nameHint')}
        />
      </form>
    </Dialog>
  );
}
