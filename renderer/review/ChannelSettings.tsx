import { useTranslation } from 'react-i18next';
import type { SharedFolder } from '../../preload/contract.ts';
import settings from '../settings/settings.module.css';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { notice } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { changeChannel, channel } from './channel.ts';

const SORTED: readonly SharedFolder['by'][] = ['none', 'person', 'story'];

/** The folder by which stories go and come. */
export function ChannelSettings() {
  const { t } = useTranslation();
  const now = useStore(channel);
  const folder = now?.folder ?? null;
  const choose = async () => {
    if (await changeChannel('channel.choose', {})) notice(t('handoff.shared.chosen'));
  };
  const stop = async () => {
    if (await changeChannel('channel.off', {})) notice(t('handoff.shared.stopped'));
  };
  return (
    <>
      <p className={ui.muted}>{t('handoff.shared.hint')}</p>
      <div className={settings.path}>
        <span className={settings.pathLabel}>{t('handoff.shared.folder')}</span>
        <span className={settings.pathText}>{folder?.path ?? t('handoff.shared.none')}</span>
      </div>
      {folder && now?.gone ? (
        <Banner tone="warn" title={t('handoff.shared.gone')}>
          <p>{t('handoff.shared.goneHint', { path: folder.path })}</p>
        </Banner>
      ) : null}
      {folder ? (
        <Select
          label={t('handoff.shared.sort')}
          value={folder.by}
          items={SORTED.map((value) => ({ value, label: t(`handoff.shared.by.${value}`) }))}
          onChange={(by) => void changeChannel('channel.sort', { by })}
        />
      ) : null}
      <div className={ui.row}>
        <Button onClick={() => void choose()}>{t('handoff.shared.choose')}</Button>
        {folder ? (
          <Button kind="quiet" onClick={() => void stop()}>
            {t('handoff.shared.off')}
          </Button>
        ) : null}
      </div>
    </>
  );
}
