import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api.ts';
import { shortFingerprint } from '../format.ts';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import styles from './settings.module.css';

/** The person's display name; who they are is their key. */
export function NameForm() {
  const { t } = useTranslation();
  const { name, fingerprint } = useStore(person);
  const [error, setError] = useState<string | null>(null);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = String(new FormData(event.currentTarget).get('name') ?? '').trim();
    setError(wanted === '' ? t('settings.nameNeeded') : null);
    if (wanted === '') return;
    const renamed = await call('person.rename', { name: wanted });
    if (!renamed.ok) return problem(renamed);
    person.set(renamed.value);
    notice(t('settings.nameSaved'));
  };
  return (
    <form className={styles.nameForm} onSubmit={(event) => void save(event)} noValidate>
      <TextField
        label={t('settings.name')}
        name="name"
        defaultValue={name}
        maxLength={200}
        autoComplete="off"
        error={error}
        hint={t('settings.nameHint', { fingerprint: shortFingerprint(fingerprint) })}
      />
      <Button type="submit">{t('settings.saveName')}</Button>
    </form>
  );
}
