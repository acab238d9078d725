import { Copy, FileInput, FileOutput, Pencil, Plus, RotateCcw, Shapes, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedType } from '../../preload/contract.ts';
import { type StoryType, typeLike, typeName } from '../../story/types/type.ts';
import { language } from '../i18n.ts';
import settings from '../settings/settings.module.css';
import { useStore } from '../store.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import ui from '../ui/ui.module.css';
import { exportType, readTypeFile, removeType, saveType } from './actions.ts';
import { storyTypes } from './known.ts';

type Question = { kind: 'delete' | 'reset' | 'replace'; type: StoryType };

/** The house's story types, and what can be done with them. */
export function TypesList({ onEdit }: { onEdit: (type: StoryType) => void }) {
  const { t } = useTranslation();
  const { types, unreadable } = useStore(storyTypes);
  const [question, setQuestion] = useState<Question | null>(null);
  const take = async () => {
    const type = await readTypeFile();
    if (!type) return;
    const isHere = types.some((one) => one.type.id === type.id);
    if (isHere) setQuestion({ kind: 'replace', type });
    else await saveType(type);
  };
  const answer = async ({ kind, type }: Question) => {
    setQuestion(null);
    if (kind === 'replace') await saveType(type);
    else await removeType(type, kind === 'delete');
  };
  const first = types[0]?.type;
  return (
    <>
      <p className={ui.muted}>{t('types.intro')}</p>
      {unreadable.map(({ file, code }) => (
        <Banner key={file} tone="warn">
          <p>{t('types.unreadable', { file, reason: t(`error.${code}`) })}</p>
        </Banner>
      ))}
      <ul className={ui.list} aria-label={t('types.title')}>
        {types.map((listed) => (
          <Row key={listed.type.id} listed={listed} onEdit={onEdit} onAsk={setQuestion} />
        ))}
      </ul>
      <div className={ui.row}>
        <Button icon={Plus} onClick={() => first && onEdit(typeLike({ ...first, fields: {} }, t('types.newName')))}>
          {t('types.add')}
        </Button>
        <Button icon={FileInput} onClick={() => void take()}>
          {t('types.import')}
        </Button>
      </div>
      <Dialog
        question
        open={question !== null}
        onClose={() => setQuestion(null)}
        title={question ? t(`types.${question.kind}Title`, { name: typeName(question.type, language()) }) : ''}
        description={question ? t(`types.${question.kind}Hint`) : ''}
        actions={
          <>
            <Button onClick={() => setQuestion(null)}>{t('ui.cancel')}</Button>
            <Button kind="danger" onClick={() => question && void answer(question)}>
              {question ? t(`types.${question.kind}Now`) : ''}
            </Button>
          </>
        }
      />
    </>
  );
}

type RowProps = { listed: ListedType; onEdit: (type: StoryType) => void; onAsk: (question: Question) => void };

function Row({ listed: { type, origin }, onEdit, onAsk }: RowProps) {
  const { t } = useTranslation();
  const name = typeName(type, language());
  const copy = () => onEdit(typeLike(type, t('types.copyOf', { name }).slice(0, 100)));
  return (
    <li className={settings.destination}>
      <Shapes size={18} aria-hidden="true" />
      <div className={settings.destinationText}>
        <p className={settings.destinationName}>{name}</p>
        <p className={`${ui.muted} ${ui.small}`}>{t(`types.origin.${origin}`)}</p>
      </div>
      <IconButton icon={Pencil} label={t('types.edit', { name })} onClick={() => onEdit(type)} />
      <IconButton icon={Copy} label={t('types.duplicate', { name })} onClick={copy} />
      <IconButton icon={FileOutput} label={t('types.export', { name })} onClick={() => void exportType(type)} />
      {origin === 'own' ? (
        <IconButton icon={Trash2} label={t('types.delete', { name })} onClick={() => onAsk({ kind: 'delete', type })} />
      ) : null}
      {origin === 'changed' ? (
        <IconButton
          icon={RotateCcw}
          label={t('types.reset', { name })}
          onClick={() => onAsk({ kind: 'reset', type })}
        />
      ) : null}
    </li>
  );
}
