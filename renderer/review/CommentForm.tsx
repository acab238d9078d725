import { type FormEvent, type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/Button.tsx';
import { TextField } from '../ui/TextField.tsx';
import ui from '../ui/ui.module.css';
import styles from './review.module.css';

type Props = { label: string; submit: string; onSubmit: (text: string) => void; onCancel: () => void };

/** A comment or a reply. Ctrl+Enter writes it down, Escape drops it. */
export function CommentForm({ label, submit, onSubmit, onCancel }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('comment') ?? '')
      .normalize('NFC')
      .trim();
    if (text !== '') onSubmit(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={send} onKeyDown={onKeyDown}>
      <TextField label={label} name="comment" rows={3} autoFocus maxLength={20_000} />
      <div className={ui.row}>
        <Button kind="primary" type="submit">
          {submit}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('ui.cancel')}
        </Button>
      </div>
    </form>
  );
}
