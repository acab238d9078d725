import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../story/model.ts';
import { momentText } from '../../story/text/embargo.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

type FormProps = {
  /** Of the story: readers get the note in it. */
  language: Language;
  /** One line, nothing around it. */
  onCorrect: (note: string) => void;
};
type Props = FormProps & { open: boolean; names: readonly string[]; onClose: () => void };
const FORM = 'publish-correct';

/** Asks what was wrong, as readers are to be told it; the story itself was put right before. */
export function CorrectDialog({ open, names, onClose, ...form }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog
      size="medium"
      open={open}
      onClose={onClose}
      title={t('publish.correct.title')}
      description={t('publish.correct.hint', { names: names.join(', ') })}
      actions={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" form={FORM}>
            {t('publish.correct.button')}
          </Button>
        </>
      }
    >
      <NoteForm {...form} />
    </Dialog>
  );
}

function NoteForm({ language, onCorrect }: FormProps) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const [error, setError] = useState<string | null>(null);
  const [, day = ''] = momentText(Date.now(), timeZone).split(' ');
  const [prefix] = useState(() => t('publish.correct.prefix', { lng: language, date: day }));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = oneLine(String(new FormData(event.currentTarget).get('note') ?? ''));
    if (note === '' || note === oneLine(prefix)) setError(t('publish.correct.empty'));
    else onCorrect(note);
  };
  return (
    <form id={FORM} onSubmit={submit} noValidate>
      <TextField
        label={t('publish.correct.note')}
        name="note"
        rows={4}
        lang={language}
        defaultValue={`${prefix} `}
        maxLength={2000}
        error={error}
        // The caret stands behind the date.
        onFocus={({ currentTarget }) => {
          const { value } = currentTarget;
          if (value.trimEnd() === prefix) currentTarget.setSelectionRange(value.length, value.length);
        }}
        onChange={() => setError(null)}
      />
    </form>
  );
}

/** A line of the field is one correction. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
