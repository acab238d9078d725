import { FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { TextField } from '../ui/TextField.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import type { Needed } from './draft.ts';
import styles from './settings.module.css';

type Props = { destination: DestinationView | null; errorOf: (name: keyof Needed) => string | null };

export function FolderFields({ destination, errorOf }: Props) {
  const { t } = useTranslation();
  const config = destination?.config.type === 'folder' ? destination.config : null;
  const [path, setPath] = useState(config?.path ?? '');
  const choose = async () => {
    const chosen = await call('destination.chooseFolder', {});
    if (chosen.ok) setPath(chosen.value.path);
    else problem(chosen);
  };
  const error = errorOf('path');
  return (
    <>
      <div className={styles.path}>
        <p className={styles.pathLabel}>{t('settings.path')}</p>
        <input type="hidden" name="path" value={path} />
        <div className={ui.row}>
          <Button icon={FolderOpen} onClick={() => void choose()}>
            {t('settings.choosePath')}
          </Button>
          <span className={styles.pathText}>{path || t('settings.noPath')}</span>
        </div>
        {error && !path ? (
          <p role="alert" className={styles.pathError}>
            {error}
          </p>
        ) : null}
      </div>
      <Checkbox name="open" label={t('settings.openPage')} defaultChecked={config?.open ?? true} />
    </>
  );
}

export function WordPressFields({ destination, errorOf }: Props) {
  const { t } = useTranslation();
  const secretsProtected = useStore(start)?.secretsProtected ?? false;
  const config = destination?.config.type === 'wordpress' ? destination.config : null;
  const has = destination?.secret === 'stored' || destination?.secret === 'session';
  return (
    <>
      <TextField
        label={t('settings.url')}
        name="url"
        type="url"
        defaultValue={config?.url ?? ''}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        error={errorOf('url')}
      />
      <TextField
        label={t('settings.user')}
        name="user"
        defaultValue={config?.user ?? ''}
        autoComplete="off"
        spellCheck={false}
        error={errorOf('user')}
      />
      <TextField
        label={t('settings.secret')}
        name="secret"
        type="password"
        autoComplete="off"
        placeholder={has ? t('settings.secretKept') : ''}
        hint={t('settings.secretHint')}
        error={errorOf('secret')}
      />
      {secretsProtected ? (
        <input type="hidden" name="keepSecret" value="on" />
      ) : (
        <>
          <Banner tone="warn">
            <p>{t('settings.unprotected')}</p>
          </Banner>
          <Checkbox
            name="keepSecret"
            label={t('settings.keepSecret')}
            defaultChecked={destination?.secret === 'stored'}
          />
        </>
      )}
    </>
  );
}
