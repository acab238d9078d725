import { type FormEvent, type KeyboardEvent, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from '../commands.ts';
import type { StorySession } from '../editor/types.ts';
import { person } from '../state.ts';
import { Button } from '../ui/Button.tsx';
import ui from '../ui/ui.module.css';
import { MentionField } from './MentionField.tsx';
import { personsOf } from './mentions.ts';
import styles from './review.module.css';

type Props = {
  session: StorySession;
  label: string;
  submit: string;
  /** What stands there already: a comment that is changed. */
  text?: string;
  onSubmit: (text: string) => void;
  onCancel: () => void;
};

/** A comment or a reply. Ctrl+Enter writes it down, Escape drops it. */
export function CommentForm({ session, label, submit, text = '', onSubmit, onCancel }: Props) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const persons = useMemo(() => personsOf(session.story()).filter((name) => name !== person.get().name), [session]);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const written = String(new FormData(event.currentTarget).get('comment') ?? '')
      .normalize('NFC')
      .trim();
    if (written !== '') onSubmit(written);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Escape') onCancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={send} onKeyDown={onKeyDown}>
      <MentionField label={label} name="comment" defaultValue={text} persons={persons} />
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
