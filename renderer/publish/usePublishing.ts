import { useState } from 'react';
import type { Operation } from '../../preload/contract.ts';
import { photosOf } from '../../story/formats/copydesk/unpack.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { knownPhotos, learnPhotos } from '../media/known.ts';
import { jobs } from '../state.ts';
import { isStyleInTheWay } from '../style/check.ts';
import { problem } from '../ui/toasts.tsx';
import { findingsOf } from './findings.ts';
import { withJob } from './jobs.ts';
import { publish, type Wish } from './publish.ts';
import { seenAt } from './seenAt.ts';

/** What the Publish tab does when somebody asks for something. */
export function usePublishing(session: StorySession) {
  const [isBusy, setBusy] = useState(false);
  /** How many times it was refused for what stands in the way. */
  const [refusals, setRefusals] = useState(0);
  /** What waits for a person's word, since nobody approved it. */
  const [unconfirmed, setUnconfirmed] = useState<Wish | null>(null);

  /** Whether nothing stands in the way; otherwise the preflight shows what does. */
  const isReady = async (operation: Operation, at: string | null = null): Promise<boolean> => {
    if (operation === 'unpublish') return true;
    await learnPhotos(photosOf(session.story()));
    const found = findingsOf(session.story(), { known: knownPhotos.get(), seenAt: seenAt(operation, at, Date.now()) });
    const isRefused = found.blocks.length > 0 || (await isStyleInTheWay(session));
    setRefusals((count) => (isRefused ? count + 1 : 0));
    return !isRefused;
  };
  const send = async (wish: Wish, confirmed: boolean): Promise<void> => {
    setUnconfirmed(null);
    setBusy(true);
    const outcome = await publish(session, wish, confirmed, (input) => call('publish.start', input));
    setBusy(false);
    jobs.set((known) => outcome.jobs.reduce(withJob, known));
    if (outcome.unconfirmed.length > 0) setUnconfirmed({ ...wish, destinationIds: outcome.unconfirmed });
    for (const { failure } of outcome.failures) problem(failure);
  };
  return {
    isBusy,
    refusals,
    unconfirmed,
    isReady,
    begin: async (wish: Wish): Promise<void> => {
      if (await isReady(wish.operation, wish.at)) await send(wish, false);
    },
    confirm: () => void (unconfirmed && send(unconfirmed, true)),
    forget: () => setUnconfirmed(null),
  };
}
