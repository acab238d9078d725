import { safeLink } from '../../../story/text/link.ts';
import { Button } from '../../ui/Button.tsx';
import { AddressDialog } from '../AddressDialog.tsx';
import { useTexts } from '../texts.ts';

type Props = {
  /** The address of the link at the caret. */
  address: string | null;
  onLink: (url: string | null) => void;
  onClose: () => void;
};

/** Asks for a link's address. */
export function LinkDialog({ address, onLink, onClose }: Props) {
  const t = useTexts();
  const remove = () => {
    onLink(null);
    onClose();
  };
  return (
    <AddressDialog
      title={t('linkTitle')}
      address={address ?? ''}
      hint={t('linkHint')}
      bad={t('linkBad')}
      save={t('linkSave')}
      read={safeLink}
      onAddress={onLink}
      onClose={onClose}
    >
      {address === null ? null : (
        <Button type="button" onClick={remove}>
          {t('linkRemove')}
        </Button>
      )}
    </AddressDialog>
  );
}
