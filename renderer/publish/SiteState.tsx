import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView, Receipt } from '../../preload/contract.ts';
import type { StorySession } from '../editor/types.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { notice } from '../ui/toasts.tsx';
import { SiteDialog } from './SiteDialog.tsx';
import { siteTime } from './siteTime.ts';
import { useLook } from './useLook.ts';
import { hasWaysOut } from './waysOut.ts';

type Props = { session: StorySession; destination: DestinationView; receipt: Receipt | null };

/** Whether the story at a destination is still as it was published, and what to do where it is not. */
export function SiteState({ session, destination, receipt }: Props) {
  const { t } = useTranslation();
  const { id: destinationId, name } = destination;
  const { look, isLooking, lookAgain } = useLook(session.storyId, destination, receipt);
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState('');
  if (!receipt || receipt.status === 'withdrawn' || !hasWaysOut(destination)) return null;
  const changed = look?.changed && look.changed.version !== known ? look.changed : null;
  const again = async () => {
    const now = await lookAgain();
    if (now?.state === 'same') notice(t('publish.site.same', { name }));
  };
  return (
    <div data-site={changed ? 'changed' : (look?.state ?? 'unknown')}>
      {changed ? (
        <Banner
          tone="warn"
          live="status"
          title={t('publish.site.changed')}
          actions={<Button onClick={() => setOpen(true)}>{t('publish.site.see')}</Button>}
        >
          <p>{siteTime(changed.modifiedAt)}</p>
        </Banner>
      ) : null}
      {look?.state === 'gone' ? <Banner tone="warn" live="status" title={t('publish.site.gone')} /> : null}
      <Button kind="quiet" icon={RefreshCw} busy={isLooking} onClick={() => void again()}>
        {t('publish.site.look')}
      </Button>
      <SiteDialog
        session={session}
        place={{ destinationId, name }}
        changed={isOpen ? changed : null}
        onClose={() => setOpen(false)}
        onDone={() => {
          setKnown(changed?.version ?? '');
          setOpen(false);
        }}
      />
    </div>
  );
}
