import { Plus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '../../story/ids.ts';
import type { Checkpoint } from '../../story/review/house.ts';
import { typeName } from '../../story/types/type.ts';
import { language } from '../i18n.ts';
import { useStore } from '../store.ts';
import { storyTypes } from '../types/known.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import styles from './workflow.module.css';

/** As many as the rules take. */
const MOST = 50;
type Props = { checklist: readonly Checkpoint[]; onChange: (checklist: Checkpoint[]) => void };

/** The points of the house's checklist: their words, for which stories, and whether they must be ticked. */
export function ChecklistSettings({ checklist, onChange }: Props) {
  const { t } = useTranslation();
  const typed = useRef<HTMLInputElement>(null);
  const { types } = useStore(storyTypes);
  const items = [
    { value: '', label: t('workflow.house.allTypes') },
    ...types.map(({ type }) => ({ value: type.id, label: typeName(type, language()) })),
  ];
  const change = (id: string, to: Partial<Checkpoint>) =>
    onChange(checklist.map((point) => (point.id === id ? { ...point, ...to } : point)));
  const add = () => {
    const text = typed.current?.value.normalize('NFC').trim().slice(0, 300) ?? '';
    typed.current?.focus();
    if (text === '' || !typed.current) return;
    typed.current.value = '';
    onChange([...checklist, { id: newId(), text, required: true, type: '' }]);
  };
  return (
    <>
      <h4>{t('workflow.house.checklist')}</h4>
      <p className={`${ui.muted} ${ui.small}`}>{t('workflow.house.checklistHint')}</p>
      <ul className={ui.list} aria-label={t('workflow.house.checklist')}>
        {checklist.map(({ id, text, required, type }) => (
          <li key={id} className={styles.point}>
            <span>{text}</span>
            <Select
              label={`${text}: ${t('workflow.house.type')}`}
              hideLabel
              value={type}
              items={items}
              onChange={(next) => change(id, { type: next })}
            />
            <Checkbox
              label={t('workflow.house.required')}
              aria-label={t('workflow.required', { point: text })}
              checked={required}
              onChange={(event) => change(id, { required: event.currentTarget.checked })}
            />
            <IconButton
              icon={Trash2}
              label={t('workflow.house.removePoint', { point: text })}
              onClick={() => {
                onChange(checklist.filter((point) => point.id !== id));
                typed.current?.focus();
              }}
            />
          </li>
        ))}
      </ul>
      {checklist.length < MOST ? (
        <div className={styles.newPoint}>
          <TextField
            ref={typed}
            label={t('workflow.house.point')}
            maxLength={300}
            autoComplete="off"
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) add();
            }}
          />
          <Button icon={Plus} onClick={add}>
            {t('workflow.house.addPoint')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
