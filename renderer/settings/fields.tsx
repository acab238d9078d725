import { Folder, FolderOpen, Ghost, Globe, type LucideIcon, Send, Server } from 'lucide-react';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { start } from '../state.ts';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import type { DestinationType, FieldName } from './kinds.ts';
import styles from './settings.module.css';

type Props = {
  destination: DestinationView | null;
  /** The error under a field that was left empty. */
  errorOf: (name: FieldName) => string | null;
};

function FolderFields({ destination, errorOf }: Props) {
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

function WordPressFields({ destination, errorOf }: Props) {
  const { t } = useTranslation();
  const config = destination?.config.type === 'wordpress' ? destination.config : null;
  return (
    <>
      <UrlField value={config?.url} error={errorOf('url')} />
      <TextField
        label={t('settings.user')}
        name="user"
        defaultValue={config?.user ?? ''}
        autoComplete="off"
        spellCheck={false}
        error={errorOf('user')}
      />
      <SecretField type="wordpress" destination={destination} error={errorOf('secret')} />
    </>
  );
}

function GhostFields({ destination, errorOf }: Props) {
  const config = destination?.config.type === 'ghost' ? destination.config : null;
  return (
    <>
      <UrlField value={config?.url} error={errorOf('url')} />
      <SecretField type="ghost" destination={destination} error={errorOf('secret')} />
    </>
  );
}

function NinjsFields({ destination, errorOf }: Props) {
  const { t } = useTranslation();
  const config = destination?.config.type === 'ninjs' ? destination.config : null;
  const [dialect, setDialect] = useState<NinjsDialect>(config?.dialect ?? 'ninjs31');
  return (
    <>
      <input type="hidden" name="dialect" value={dialect} />
      <Select
        label={t('settings.dialect')}
        value={dialect}
        items={NINJS_DIALECTS.map((value) => ({ value, label: t(`settings.dialects.${value}`) }))}
        onChange={setDialect}
      />
      <UrlField value={config?.url} error={errorOf('url')} label={t('settings.itemUrl')} />
      <TextField
        label={t('settings.mediaUrl')}
        name="mediaUrl"
        type="url"
        defaultValue={config?.mediaUrl ?? ''}
        placeholder="https://"
        autoComplete="off"
        spellCheck={false}
        hint={t(`settings.mediaUrlHint.${dialect}`)}
      />
      <SecretField type={dialect} destination={destination} error={errorOf('secret')} />
    </>
  );
}
const NINJS_DIALECTS = ['ninjs31', 'superdesk'] as const;
type NinjsDialect = (typeof NINJS_DIALECTS)[number];

type UrlProps = { value?: string | undefined; error: string | null; label?: string };

function SftpFields({ destination, errorOf }: Props) {
  const { t } = useTranslation();
  const config = destination?.config.type === 'sftp' ? destination.config : null;
  const plain = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <>
      <TextField
        label={t('settings.host')}
        name="host"
        defaultValue={config?.host ?? ''}
        {...plain}
        error={errorOf('host')}
      />
      <TextField label={t('settings.port')} name="port" type="number" defaultValue={String(config?.port ?? 22)} />
      <TextField
        label={t('settings.user')}
        name="user"
        defaultValue={config?.user ?? ''}
        {...plain}
        error={errorOf('user')}
      />
      <TextField
        label={t('settings.serverPath')}
        name="path"
        defaultValue={config?.path ?? ''}
        placeholder="/"
        hint={t('settings.serverPathHint')}
        {...plain}
        error={errorOf('path')}
      />
      <SecretField type="sftp" destination={destination} error={errorOf('secret')} />
      <TextField
        label={t('settings.hostKey')}
        name="hostKey"
        defaultValue={config?.hostKey ?? ''}
        placeholder="SHA256:"
        hint={t('settings.hostKeyHint')}
        {...plain}
      />
    </>
  );
}

function UrlField({ value = '', error, label }: UrlProps) {
  const { t } = useTranslation();
  return (
    <TextField
      label={label ?? t('settings.url')}
      name="url"
      type="url"
      defaultValue={value}
      placeholder="https://"
      autoComplete="off"
      spellCheck={false}
      error={error}
    />
  );
}

type SecretProps = {
  type: 'wordpress' | 'ghost' | 'sftp' | NinjsDialect;
  destination: DestinationView | null;
  error: string | null;
};

/** The secret, named and explained by the destination's type, and whether it is kept. */
function SecretField({ type, destination, error }: SecretProps) {
  const { t } = useTranslation();
  const secretsProtected = useStore(start)?.secretsProtected ?? false;
  const has = destination?.secret === 'stored' || destination?.secret === 'session';
  return (
    <>
      <TextField
        label={t(`settings.secret.${type}`)}
        name="secret"
        type="password"
        autoComplete="off"
        placeholder={has ? t('settings.secretKept') : ''}
        hint={t(`settings.secretHint.${type}`)}
        error={error}
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

/** What each type of destination shows: its sign, and the fields of its own. */
export const LOOKS: Readonly<Record<DestinationType, { icon: LucideIcon; Fields: ComponentType<Props> }>> = {
  wordpress: { icon: Globe, Fields: WordPressFields },
  ghost: { icon: Ghost, Fields: GhostFields },
  ninjs: { icon: Send, Fields: NinjsFields },
  folder: { icon: Folder, Fields: FolderFields },
  sftp: { icon: Server, Fields: SftpFields },
};
