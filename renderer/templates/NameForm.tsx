import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result, TemplateView } from '../../preload/contract.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import styles from './templates.module.css';
import { rename, saveOpenStory } from './templates.ts';

type Props = {
  /** The one to rename; null: the open story becomes one. */
  template: TemplateView | null;
  /** Gives the template's id. */
  onDone: (id: string) => void;
  onCancel: () => void;
};

/** The name of a template. A name that is taken is replaced only after a second, plain yes. */
export function NameForm({ template, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const [isEmpty, setIsEmpty] = useState(false);
  const [taken, setTaken] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    setIsEmpty(name === '');
    if (name === '') return;
    const done: Result<{ id: string }> = template
      ? await rename(template.id, name)
      : await saveOpenStory(name, taken === name);
    if (done.ok) onDone(done.value.id);
    else if (done.code === 'nameTaken') setTaken(name);
    else problem(done);
  };
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('templates.name')}
        name="name"
        data-step-start
        defaultValue={template?.name ?? ''}
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        hint={template ? undefined : t('templates.saveHint')}
        error={isEmpty ? t('settings.nameNeeded') : null}
        onInput={() => setTaken(null)}
      />
      {taken ? (
        <Banner tone="warn" live="alert" title={t('templates.taken', { name: taken })}>
          <p>{template ? t('templates.takenRename') : t('templates.takenReplace')}</p>
        </Banner>
      ) : null}
      <div className={`${ui.row} ${styles.end}`}>
        <Button onClick={onCancel}>{t('ui.cancel')}</Button>
        <Button type="submit" kind={taken && !template ? 'danger' : 'primary'} disabled={Boolean(taken && template)}>
          {taken && !template ? t('templates.replace') : t('templates.saveName')}
        </Button>
      </div>
    </form>
  );
}
