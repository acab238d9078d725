import { type FormEvent, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { desk, dialog } from '../state.ts';
import { useStore } from '../store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { channel } from './channel.ts';
import { backTo, passages } from './passages.ts';
import styles from './review.module.css';
import { sendNow } from './send.ts';

/** Whom the story is for and what they are to look at. */
export function SendDialog() {
  const { t } = useTranslation();
  const form = useId();
  const open = useStore(dialog) === 'sending';
  const session = desk.session();
  const past = useStore(passages);
  const to = past && past.storyId === session?.storyId ? backTo(past.list) : null;
  const folder = useStore(channel)?.folder ?? null;
  const close = () => dialog.set(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const isShared = submitter instanceof HTMLButtonElement && submitter.value === 'shared';
    const data = new FormData(event.currentTarget);
    const read = (name: string) =>
      String(data.get(name) ?? '')
        .normalize('NFC')
        .trim();
    close();
    if (session) void sendNow(session, { to: read('to'), text: read('text') }, isShared);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('review.send')}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button kind={folder ? 'plain' : 'primary'} type="submit" form={form}>
            {t('handoff.writeFile')}
          </Button>
          {folder ? (
            <Button kind="primary" type="submit" form={form} value="shared">
              {t('handoff.toFolder')}
            </Button>
          ) : null}
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={send}>
        <TextField label={t('handoff.to')} name="to" defaultValue={to ?? ''} maxLength={200} autoComplete="off" />
        <TextField label={t('handoff.text')} name="text" rows={3} maxLength={4000} hint={t('handoff.noteHint')} />
      </form>
    </Dialog>
  );
}
