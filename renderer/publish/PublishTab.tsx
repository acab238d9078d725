import { Send, Settings2, UploadCloud } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { photosOf } from '../../story/formats/copydesk/unpack.ts';
import { call } from '../api.ts';
import type { StorySession } from '../editor/types.ts';
import { Approval } from '../inspector/StoryTab.tsx';
import { knownPhotos, learnPhotos } from '../media/known.ts';
import { run } from '../run.ts';
import { destinations, jobs, prefs, setPrefs } from '../state.ts';
import { useStore } from '../store.ts';
import { isStyleInTheWay } from '../style/check.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { problem } from '../ui/toasts.tsx';
import { findingsOf } from './findings.ts';
import { JobCard } from './JobCard.tsx';
import { openJobs, withJob } from './jobs.ts';
import { NotApprovedDialog } from './NotApprovedDialog.tsx';
import { Preflight } from './Preflight.tsx';
import styles from './publish.module.css';
import { publish } from './publish.ts';
import { Receipts } from './Receipts.tsx';
import { UnlockDialog } from './UnlockDialog.tsx';

export function PublishTab({ session }: { session: StorySession }) {
  const { t } = useTranslation();
  const list = useStore(destinations);
  const { lastDestinationId } = useStore(prefs);
  const open = openJobs(useStore(jobs), session.storyId);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<'approval' | 'secret' | null>(null);
  const [confirmed, setConfirmed] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const destination = list.find(({ id }) => id === lastDestinationId) ?? list[0];

  const start = async (confirm: boolean) => {
    if (!destination) return;
    setAsking(null);
    await learnPhotos(photosOf(session.story()));
    const { blocks } = findingsOf(session.story(), undefined, undefined, knownPhotos.get());
    if (blocks.length > 0 || (await isStyleInTheWay(session))) return setRefusals((count) => count + 1);
    setRefusals(0);
    setConfirmed(confirm);
    setBusy(true);
    const outcome = await publish(session, destination.id, confirm, (input) => call('publish.start', input));
    setBusy(false);
    if (outcome.kind === 'started') jobs.set((known) => withJob(known, outcome.job));
    else if (outcome.kind === 'notApproved') setAsking('approval');
    else if (outcome.kind === 'secretNeeded') setAsking('secret');
    else problem(outcome.failure);
  };

  if (!destination)
    return (
      <EmptyState
        icon={UploadCloud}
        title={t('publish.noDestinationTitle')}
        action={<Button onClick={() => run('settings.open')}>{t('publish.addDestination')}</Button>}
      >
        {t('publish.noDestinationHint')}
      </EmptyState>
    );
  const isUnderWay = open.some((job) => job.destinationId === destination.id);
  return (
    <>
      {open.length > 0 ? (
        <Section title={t('publish.jobs')}>
          {open.map((job) => (
            <JobCard key={job.id} job={job} destination={list.find(({ id }) => id === job.destinationId)} />
          ))}
        </Section>
      ) : null}
      <Section title={t('publish.tab')}>
        <div className={styles.destination}>
          <Select
            label={t('publish.destination')}
            value={destination.id}
            items={list.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id) => void setPrefs({ lastDestinationId: id })}
          />
          <IconButton icon={Settings2} label={t('publish.manage')} onClick={() => run('settings.open')} />
        </div>
        <Preflight session={session} refusals={refusals} />
        <Approval session={session} />
        <Button
          kind="primary"
          data-tab-start=""
          icon={Send}
          busy={busy}
          disabled={isUnderWay}
          onClick={() => void start(false)}
        >
          {busy ? t('publish.starting') : t('publish.button')}
        </Button>
      </Section>
      <Section title={t('publish.receipts')}>
        <Receipts storyId={session.storyId} />
      </Section>
      <NotApprovedDialog
        open={asking === 'approval'}
        approval={session.story().approval}
        onClose={() => setAsking(null)}
        onConfirm={() => void start(true)}
      />
      <UnlockDialog
        destination={asking === 'secret' ? destination : null}
        onClose={() => setAsking(null)}
        onUnlocked={() => void start(confirmed)}
      />
    </>
  );
}
