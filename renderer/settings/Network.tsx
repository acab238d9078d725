import { Plus, ShieldCheck, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authority, Result } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { date } from '../format.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './settings.module.css';
import { settingsTaken } from './settingsFile.ts';

/** Whom the program trusts besides the usual authorities, and what it has asked of the network. */
export function Network() {
  const { t } = useTranslation();
  const [list, setList] = useState<Authority[]>([]);
  const taken = useStore(settingsTaken);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file of settings may bring some
  useEffect(() => {
    void call('network.authorities', {}).then((read) => (read.ok ? setList(read.value) : problem(read)));
  }, [taken]);
  const tell = (answer: Result<Authority[]>, said: string) => {
    if (!answer.ok) return problem(answer);
    setList(answer.value);
    notice(said);
  };
  const openLog = async () => {
    const opened = await call('network.openLog', {});
    if (!opened.ok) problem(opened);
  };
  return (
    <>
      <p className={ui.muted}>{t('network.hint')}</p>
      {list.length === 0 ? null : (
        <ul className={ui.list} aria-label={t('network.authorities')}>
          {list.map((one) => (
            <Row
              key={one.fingerprint}
              authority={one}
              onRemove={async () =>
                tell(
                  await call('network.removeAuthority', { fingerprint: one.fingerprint }),
                  t('network.removed', { name: one.name }),
                )
              }
            />
          ))}
        </ul>
      )}
      <div>
        <Button icon={Plus} onClick={async () => tell(await call('network.addAuthority', {}), t('network.added'))}>
          {t('network.add')}
        </Button>
      </div>
      <p className={ui.muted}>{t('network.logHint')}</p>
      <div>
        <Button onClick={() => void openLog()}>{t('network.openLog')}</Button>
      </div>
    </>
  );
}

function Row({ authority, onRemove }: { authority: Authority; onRemove: () => void }) {
  const { t } = useTranslation();
  const { name, fingerprint, expiresAt } = authority;
  const isOver = Date.parse(expiresAt) <= Date.now();
  return (
    <li className={styles.destination}>
      <ShieldCheck size={18} aria-hidden="true" />
      <div className={styles.destinationText}>
        <p className={styles.destinationName}>{name}</p>
        <p className={`${ui.muted} ${ui.small}`}>
          {t(isOver ? 'network.expired' : 'network.expires', { date: date(expiresAt, language()) })}
        </p>
        <p className={`${ui.muted} ${ui.small}`}>{t('network.fingerprint', { fingerprint })}</p>
      </div>
      <IconButton icon={Trash2} label={t('network.remove', { name })} onClick={onRemove} />
    </li>
  );
}
