import { embedAddress } from '../../../story/text/provider.ts';
import { AddressDialog } from '../AddressDialog.tsx';
import { useTexts } from '../texts.ts';

/** Asks for the address of what is to be embedded. */
export function EmbedDialog({ onEmbed, onClose }: { onEmbed: (url: string) => void; onClose: () => void }) {
  const t = useTexts();
  return (
    <AddressDialog
      title={t('embedTitle')}
      hint={t('embedHint')}
      bad={t('embedBad')}
      save={t('embedSave')}
      read={embedAddress}
      onAddress={onEmbed}
      onClose={onClose}
    />
  );
}
