import { useState } from 'react';
import { embedAddress } from '../../../story/text/provider.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTexts } from '../texts.ts';
import styles from '../toolbar.module.css';

/** Asks for the address of what is to be embedded. "youtu.be/…" is taken as https. */
export function EmbedDialog({ onEmbed, onClose }: { onEmbed: (url: string) => void; onClose: () => void }) {
  const t = useTexts();
  const [bad, setBad] = useState(false);
  const set = (form: FormData) => {
    const typed = String(form.get('address') ?? '').trim();
    const url = embedAddress(typed) ?? (/^[^\s:/?#]+\.[^\s:]+$/.test(typed) ? embedAddress(`https://${typed}`) : null);
    if (url === null) return setBad(true);
    onEmbed(url);
    onClose();
  };
  return (
    <Dialog open title={t('embedTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set(new FormData(event.currentTarget));
        }}
      >
        <TextField
          name="address"
          label={t('linkAddress')}
          hint={t('embedHint')}
          error={bad ? t('embedBad') : null}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <p className={styles.linkActions}>
          <Button kind="primary" type="submit">
            {t('embedSave')}
          </Button>
        </p>
      </form>
    </Dialog>
  );
}
