import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { destinations, loadDestinations } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { LOOKS } from './fields.tsx';
import { type DestinationType, kindOf, TYPES } from './kinds.ts';
import styles from './settings.module.css';

/** The destination whose form is shown; null for a new one. */
export type Editing = { type: DestinationType; destination: DestinationView | null };

export function Destinations({ onEdit }: { onEdit: (editing: Editing) => void }) {
  const { t } = useTranslation();
  const list = useStore(destinations);
  const [removing, setRemoving] = useState<DestinationView | null>(null);
  const remove = async (id: string) => {
    setRemoving(null);
    const removed = await call('destination.remove', { id });
    if (!removed.ok) problem(removed);
    await loadDestinations();
  };
  return (
    <>
      {list.length === 0 ? <p className={ui.muted}>{t('settings.noDestinations')}</p> : null}
      <ul className={ui.list}>
        {list.map((destination) => (
          <Row
            key={destination.id}
            destination={destination}
            onEdit={() => onEdit({ type: destination.config.type, destination })}
            onRemove={() => setRemoving(destination)}
          />
        ))}
      </ul>
      <div className={ui.row}>
        {TYPES.map((type) => (
          <Button key={type} icon={Plus} onClick={() => onEdit({ type, destination: null })}>
            {t(`settings.add.${type}`)}
          </Button>
        ))}
      </div>
      <Dialog
        question
        open={removing !== null}
        onClose={() => setRemoving(null)}
        title={t('settings.removeTitle', { name: removing?.name ?? '' })}
        description={t('settings.removeHint')}
        actions={
          <>
            <Button onClick={() => setRemoving(null)}>{t('ui.cancel')}</Button>
            <Button kind="danger" onClick={() => removing && void remove(removing.id)}>
              {t('settings.remove')}
            </Button>
          </>
        }
      />
    </>
  );
}

type RowProps = { destination: DestinationView; onEdit: () => void; onRemove: () => void };

function Row({ destination, onEdit, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { config, name } = destination;
  const Icon = LOOKS[config.type].icon;
  const { hasSecret, line } = kindOf(config.type);
  return (
    <li className={styles.destination}>
      <Icon size={18} aria-hidden="true" />
      <div className={styles.destinationText}>
        <p className={styles.destinationName}>{name}</p>
        <p className={`${ui.muted} ${ui.small}`}>
          {hasSecret ? `${line(config)} · ${t(`settings.secretState.${destination.secret}`)}` : line(config)}
        </p>
      </div>
      <IconButton icon={Pencil} label={t('settings.editNamed', { name })} onClick={onEdit} />
      <IconButton icon={Trash2} label={t('settings.removeNamed', { name })} onClick={onRemove} />
    </li>
  );
}
