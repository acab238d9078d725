import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckReport, DestinationView, Result } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { loadDestinations } from '../state.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { draftOf, type FormValues, type Needed, neededOf, reportKey } from './draft.ts';
import { LOOKS } from './fields.tsx';
import type { DestinationType, FieldName } from './kinds.ts';
import { RenditionFields } from './RenditionFields.tsx';
import styles from './settings.module.css';

type Props = {
  type: DestinationType;
  /** null: a new one. */
  destination: DestinationView | null;
  onDone: () => void;
};

export function DestinationForm({ type, destination, onDone }: Props) {
  const { t } = useTranslation();
  const { Fields } = LOOKS[type];
  const form = useRef<HTMLFormElement>(null);
  const [needed, setNeeded] = useState<Needed>({});
  const [busy, setBusy] = useState<'check' | 'save' | null>(null);
  const [checked, setChecked] = useState<Result<CheckReport> | null>(null);

  /** The form as it stands, or null where something is missing (and says so). */
  const read = () => {
    const values = Object.fromEntries(new FormData(form.current as HTMLFormElement)) as FormValues;
    const draft = draftOf({ type, destination }, values);
    const missing = neededOf(draft, destination);
    setNeeded(missing);
    return Object.keys(missing).length === 0 ? draft : null;
  };
  const check = async () => {
    const draft = read();
    if (!draft) return;
    setBusy('check');
    setChecked(null);
    setChecked(await call('destination.check', draft));
    setBusy(null);
  };
  const save = async () => {
    const draft = read();
    if (!draft) return;
    setBusy('save');
    const saved = await call('destination.save', draft);
    setBusy(null);
    if (!saved.ok) return problem(saved);
    await loadDestinations();
    notice(t('settings.saved', { name: saved.value.name }));
    onDone();
  };
  /** The key that the server has shown goes into the form; the next check tries with it. */
  const trust = (key: string) => {
    const field = form.current?.elements.namedItem('hostKey');
    if (field instanceof HTMLInputElement) field.value = key;
    void check();
  };
  const errorOf = (name: FieldName) => (needed[name] ? t('settings.needed') : null);
  return (
    <form
      ref={form}
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={t('settings.destinationName')}
        name="name"
        defaultValue={destination?.name ?? ''}
        placeholder={t('settings.nameExample')}
        maxLength={200}
        autoFocus
        autoComplete="off"
        error={errorOf('name')}
      />
      <Fields destination={destination} errorOf={errorOf} />
      <RenditionFields type={type} destination={destination} />
      <div className={styles.decide}>
        {checked ? <Checked type={type} result={checked} onTrust={trust} /> : null}
        <div className={ui.row}>
          <Button kind="primary" type="submit" busy={busy === 'save'}>
            {t('settings.save')}
          </Button>
          <Button busy={busy === 'check'} onClick={() => void check()}>
            {t('settings.check')}
          </Button>
          <Button kind="quiet" onClick={onDone}>
            {t('ui.cancel')}
          </Button>
        </div>
      </div>
    </form>
  );
}

type CheckedProps = { type: Props['type']; result: Result<CheckReport>; onTrust: (key: string) => void };

function Checked({ type, result, onTrust }: CheckedProps) {
  const { t } = useTranslation();
  if (!result.ok && result.code === 'hostKeyUnknown' && result.detail) {
    const key = result.detail;
    return (
      <Banner tone="warn" live="alert" actions={<Button onClick={() => onTrust(key)}>{t('settings.trustKey')}</Button>}>
        <p>{t('settings.keyShown', { key })}</p>
      </Banner>
    );
  }
  if (!result.ok)
    return (
      <Banner tone="danger" live="alert">
        <p>{t(`error.${result.code}`)}</p>
        {result.detail ? <p className={ui.small}>{t('ui.detail', { detail: result.detail })}</p> : null}
      </Banner>
    );
  const { site, account, canPublish, canUpload } = result.value;
  return (
    <Banner tone={canPublish && canUpload ? 'ok' : 'warn'} live="status">
      <p>{t(reportKey(type, result.value), { site, account })}</p>
    </Banner>
  );
}
