import { useState } from 'react';
import { safeLink } from '../../../story/text/link.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useTexts } from '../texts.ts';
import styles from './link.module.css';

type Props = {
  /** The address of the link at the caret. */
  address: string | null;
  onLink: (url: string | null) => void;
  onClose: () => void;
};

/** Asks for a link's address. "baobackan.vn" is taken as https. */
export function LinkDialog({ address, onLink, onClose }: Props) {
  const t = useTexts();
  const [bad, setBad] = useState(false);
  const set = (form: FormData) => {
    const typed = String(form.get('address') ?? '').trim();
    const url = safeLink(typed) ?? (/^[^\s:/?#]+\.[^\s:]+$/.test(typed) ? safeLink(`https://${typed}`) : null);
    if (url === null) return setBad(true);
    onLink(url);
    onClose();
  };
  return (
    <Dialog open title={t('linkTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set(new FormData(event.currentTarget));
        }}
      >
        <TextField
          name="address"
          label={t('linkAddress')}
          defaultValue={address ?? ''}
          hint={t('linkHint')}
          error={bad ? t('linkBad') : null}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <p className={styles.actions}>
          <Button kind="primary" type="submit">
            {t('linkSave')}
          </Button>
          {address === null ? null : (
            <Button
              type="button"
              onClick={() => {
                onLink(null);
                onClose();
              }}
            >
              {t('linkRemove')}
            </Button>
          )}
        </p>
      </form>
    </Dialog>
  );
}
