import { type ReactNode, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './addressDialog.module.css';
import { useTexts } from './texts.ts';

type Props = {
  title: string;
  /** The address there is. */
  address?: string;
  hint: string;
  /** Said of what is no such address. */
  bad: string;
  save: string;
  /** The address in its own form; null where it may not be. */
  read: (typed: string) => string | null;
  onAddress: (url: string) => void;
  onClose: () => void;
  /** More buttons. */
  children?: ReactNode;
};

/** Asks for an address. "baobackan.vn" is taken as https. */
export function AddressDialog(props: Props) {
  const t = useTexts();
  const [isBad, setBad] = useState(false);
  const set = (form: FormData) => {
    const typed = String(form.get('address') ?? '').trim();
    const url = props.read(typed) ?? (/^[^\s:/?#]+\.[^\s:]+$/.test(typed) ? props.read(`https://${typed}`) : null);
    if (url === null) return setBad(true);
    props.onAddress(url);
    props.onClose();
  };
  return (
    <Dialog open title={props.title} onClose={props.onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set(new FormData(event.currentTarget));
        }}
      >
        <TextField
          name="address"
          label={t('linkAddress')}
          defaultValue={props.address ?? ''}
          hint={props.hint}
          error={isBad ? props.bad : null}
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        <p className={styles.actions}>
          <Button kind="primary" type="submit">
            {props.save}
          </Button>
          {props.children}
        </p>
      </form>
    </Dialog>
  );
}
