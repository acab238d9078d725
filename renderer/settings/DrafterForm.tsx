import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput, DrafterView, Result } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import { modelAddress } from '../../story/photo/modelAddress.ts';
import { call } from '../api.ts';
import { language } from '../i18n.ts';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';

type Form = { address: string; model: string; key?: string };
type Props = { view: DrafterView; onSave: (form: Form) => Promise<void> };

/** Which model, where it is, and a way to try it; says where the photos go as the address is typed. */
export function DrafterForm({ view, onSave }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const [address, setAddress] = useState(view.address);
  const [trying, setTrying] = useState<string | null>(null);
  const [tried, setTried] = useState<Result<CallOutput<'draft.try'>> | null>(null);
  const [wrong, setWrong] = useState(false);
  const secretsProtected = useStore(start)?.secretsProtected ?? false;
  const place = modelAddress(address);

  const running = useRef<string | null>(null);
  const cancel = () => {
    if (running.current) void call('draft.cancel', { id: running.current });
    running.current = null;
    setTrying(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the form goes
  useEffect(() => cancel, []);

  /** The form as it stands; null where the address is none. An empty key is the one that is kept. */
  const read = (): Form | null => {
    const values = new FormData(form.current as HTMLFormElement);
    setWrong(!place);
    if (!place) return null;
    const key = String(values.get('key')).trim();
    return { address: address.trim(), model: String(values.get('model')).trim(), ...(key && { key }) };
  };
  const attempt = async () => {
    const values = read();
    if (!values) return;
    const id = newId();
    running.current = id;
    setTrying(id);
    setTried(null);
    const answer = await call('draft.try', { ...values, id, language: language() });
    if (running.current !== id) return;
    running.current = null;
    setTrying(null);
    setTried(answer);
  };
  const save = async (more: Partial<Form> = {}) => {
    const values = read();
    if (values) await onSave({ ...values, ...more });
  };
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
        label={t('drafter.address')}
        name="address"
        type="url"
        defaultValue={view.address}
        placeholder="http://localhost:11434/v1"
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        hint={t('drafter.addressHint')}
        error={wrong && !place ? t('drafter.addressWrong') : null}
        onChange={(event) => setAddress(event.currentTarget.value)}
      />
      <div className={styles.pair}>
        <TextField
          label={t('drafter.model')}
          name="model"
          defaultValue={view.model}
          placeholder="qwen2.5vl:7b"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          hint={t('drafter.modelHint')}
        />
        <TextField
          label={t('drafter.key')}
          name="key"
          type="password"
          autoComplete="off"
          maxLength={2000}
          placeholder={view.key === 'stored' || view.key === 'session' ? t('drafter.keyKept') : ''}
          hint={secretsProtected ? t('drafter.keyHint') : t('drafter.keyHeld')}
          error={view.key === 'missing' ? t('drafter.keyMissing') : null}
        />
      </div>
      {place ? (
        <Banner tone={place.isHere ? 'info' : 'warn'}>
          <p>{t(place.isHere ? 'drafter.here' : 'drafter.elsewhere', { host: place.url.host })}</p>
        </Banner>
      ) : null}
      {tried ? <Tried result={tried} /> : null}
      <div className={ui.row}>
        <Button kind="primary" type="submit">
          {t(view.on ? 'drafter.save' : 'drafter.saveOn')}
        </Button>
        <Button onClick={() => (trying ? cancel() : void attempt())}>
          {t(trying ? 'drafter.cancel' : 'drafter.try')}
        </Button>
        {view.key === 'none' ? null : (
          <Button kind="quiet" onClick={() => void save({ key: '' })}>
            {t('drafter.forgetKey')}
          </Button>
        )}
        <span role="status" className={`${ui.muted} ${ui.small}`}>
          {trying ? t('drafter.trying') : ''}
        </span>
      </div>
    </form>
  );
}

function Tried({ result }: { result: Result<CallOutput<'draft.try'>> }) {
  const { t } = useTranslation();
  if (!result.ok)
    return (
      <Banner tone="danger" live="alert" title={t('drafter.failed')}>
        <p>{t(`error.${result.code}`)}</p>
        {result.detail ? <p>{t('ui.detail', { detail: result.detail })}</p> : null}
      </Banner>
    );
  const { answer, ms } = result.value;
  return (
    <Banner tone="ok" live="status" title={t('drafter.answers', { seconds: Math.max(1, Math.round(ms / 1000)) })}>
      <p>{t('drafter.answer', { answer })}</p>
    </Banner>
  );
}
