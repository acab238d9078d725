import { UserRound, UserRoundX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result, Sender } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { dateTime } from '../format.ts';
import { language } from '../i18n.ts';
import settings from '../settings/settings.module.css';
import { person } from '../state.ts';
import { useStore } from '../store.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { notice, problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { ChannelSettings } from './ChannelSettings.tsx';
import { Fingerprint } from './Fingerprint.tsx';

/** One's own fingerprint, to be compared aloud, and the address book of those whose stories were taken in. */
export function HandoffSettings() {
  const { t } = useTranslation();
  const { fingerprint } = useStore(person);
  return (
    <>
      <p className={ui.muted}>{t('handoff.own')}</p>
      <Fingerprint fingerprint={fingerprint} />
      <Senders />
      <ChannelSettings />
    </>
  );
}

function Senders() {
  const { t } = useTranslation();
  const [list, setList] = useState<Sender[] | null>(null);
  useEffect(() => {
    void call('sender.list', {}).then((read) => (read.ok ? setList(read.value) : problem(read)));
  }, []);
  const changed = (answer: Result<Sender[]>): boolean => {
    if (answer.ok) setList(answer.value);
    else problem(answer);
    return answer.ok;
  };
  if (!list) return null;
  return (
    <>
      <p className={ui.muted}>{t(list.length === 0 ? 'handoff.noSenders' : 'handoff.senders')}</p>
      {list.length === 0 ? null : (
        <ul className={ui.list} aria-label={t('handoff.senders')}>
          {list.map((sender) => (
            <Row key={sender.fingerprint} sender={sender} onChange={changed} />
          ))}
        </ul>
      )}
    </>
  );
}

type RowProps = { sender: Sender; onChange: (answer: Result<Sender[]>) => boolean };

function Row({ sender, onChange }: RowProps) {
  const { t } = useTranslation();
  const { fingerprint, name, firstSeen, lastSeen, verified } = sender;
  const time = (at: string) => dateTime(at, language());
  const forget = async () => {
    if (onChange(await call('sender.forget', { fingerprint }))) notice(t('handoff.forgotten', { name }));
  };
  return (
    <li className={settings.destination}>
      <UserRound size={18} aria-hidden="true" />
      <div className={settings.destinationText}>
        <p className={settings.destinationName}>{name}</p>
        <p className={`${ui.muted} ${ui.small}`}>
          {t('handoff.seen', { first: time(firstSeen), last: time(lastSeen) })}
        </p>
        <Fingerprint fingerprint={fingerprint} />
        <Checkbox
          label={t('handoff.verified')}
          checked={verified}
          onChange={async (event) =>
            onChange(await call('sender.verify', { fingerprint, verified: event.currentTarget.checked }))
          }
        />
      </div>
      <IconButton icon={UserRoundX} label={t('handoff.forget', { name })} onClick={() => void forget()} />
    </li>
  );
}
