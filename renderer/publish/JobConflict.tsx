import { useEffect, useState } from 'react';
import type { DestinationView, Job } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { desk } from '../state.ts';
import { ConflictDialog } from './ConflictDialog.tsx';
import { SiteDialog } from './SiteDialog.tsx';
import { type Changed, hasWaysOut } from './waysOut.ts';

type Props = {
  open: boolean;
  job: Job;
  destination: DestinationView | undefined;
  onClose: () => void;
  onChoose: (choice: 'keep' | 'replace') => void;
};

/**
 * A publication that met a changed story: the three ways out, with what stands on the site at this moment; where that cannot be
 * had (no network, another story open), what was seen when the job stopped.
 */
export function JobConflict({ open, job, destination, onClose, onChoose }: Props) {
  const [looked, setLooked] = useState<Changed | 'none' | null>(null);
  const { storyId, destinationId } = job;
  useEffect(() => {
    if (!open) return setLooked(null);
    let live = true;
    void call('publish.look', { storyId, destinationId }).then((found) => {
      if (live) setLooked((found.ok && found.value.changed) || 'none');
    });
    return () => {
      live = false;
    };
  }, [open, storyId, destinationId]);
  const session = desk.session();
  if (destination && hasWaysOut(destination) && session?.storyId === storyId && looked !== 'none')
    return (
      <SiteDialog
        session={session}
        place={{ destinationId, name: destination.name }}
        changed={looked}
        onClose={onClose}
        onDone={onClose}
      />
    );
  return (
    <ConflictDialog conflict={open && looked !== null ? job.conflict : null} onClose={onClose} onChoose={onChoose} />
  );
}
