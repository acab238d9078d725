import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DestinationView, Job, Result } from '../../preload/contract.ts';
import { call } from '../api.ts';
import { clock } from '../format.ts';
import { language } from '../i18n.ts';
import { run } from '../run.ts';
import { jobs } from '../state.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { problem } from '../ui/toasts.tsx';
import ui from '../ui/ui.module.css';
import { JobConflict } from './JobConflict.tsx';
import { canCancel, withJob } from './jobs.ts';
import { Progress } from './Progress.tsx';
import { siteTime } from './siteTime.ts';
import { UnlockDialog } from './UnlockDialog.tsx';

type Props = {
  job: Job;
  destination: DestinationView | undefined;
  /** How many photos the story shows. */
  photos: number;
};

/** One publication that is not over: how far it is, why it waits, or what it needs. */
export function JobCard({ job, destination, photos }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<'compare' | 'secret' | null>(null);
  const act = async (answer: Promise<Result<Job>>) => {
    const changed = await answer;
    if (changed.ok) jobs.set((known) => withJob(known, changed.value));
    else problem(changed);
  };
  const retry = () => void act(call('publish.retry', { jobId: job.id }));
  const needsSecret = job.error?.code === 'secretNeeded' && destination !== undefined;
  return (
    <div className={ui.card} data-job={job.state}>
      {destination ? null : <p>{t('publish.to', { name: t('publish.removed') })}</p>}
      <Progress job={job} photos={photos} />
      {job.state === 'waiting' && job.error ? <Waiting job={job} onRetry={retry} /> : null}
      {job.state === 'stopped' ? (
        <Banner
          tone="danger"
          live="alert"
          title={t('publish.stoppedTitle')}
          actions={
            <>
              {needsSecret ? (
                <Button onClick={() => setAsking('secret')}>{t('publish.unlockTitle')}</Button>
              ) : (
                <Button onClick={retry}>{t('publish.tryNow')}</Button>
              )}
              <Button kind="quiet" onClick={() => run('settings.open')}>
                {t('publish.openSettings')}
              </Button>
            </>
          }
        >
          <Reason job={job} />
        </Banner>
      ) : null}
      {job.state === 'conflict' && job.conflict ? (
        <Banner
          tone="warn"
          live="alert"
          title={t('publish.conflictTitle')}
          actions={<Button onClick={() => setAsking('compare')}>{t('publish.compare')}</Button>}
        >
          <p>{t('publish.conflictHint', { time: siteTime(job.conflict.modifiedAt) })}</p>
        </Banner>
      ) : null}
      {canCancel(job) ? (
        <Button kind="quiet" onClick={() => void act(call('publish.cancel', { jobId: job.id }))}>
          {t('publish.cancelJob')}
        </Button>
      ) : null}
      <JobConflict
        open={asking === 'compare'}
        job={job}
        destination={destination}
        onClose={() => setAsking(null)}
        onChoose={(choice) => {
          setAsking(null);
          void act(call('publish.resolve', { jobId: job.id, choice }));
        }}
      />
      <UnlockDialog
        destination={asking === 'secret' ? (destination ?? null) : null}
        onClose={() => setAsking(null)}
        onUnlocked={() => {
          setAsking(null);
          retry();
        }}
      />
    </div>
  );
}

function Waiting({ job, onRetry }: { job: Job; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Banner
      tone="warn"
      live="status"
      title={t('publish.waitingTitle')}
      actions={<Button onClick={onRetry}>{t('publish.tryNow')}</Button>}
    >
      <Reason job={job} />
      {job.nextAttemptAt ? <p>{t('publish.nextAttempt', { time: clock(job.nextAttemptAt, language()) })}</p> : null}
    </Banner>
  );
}

function Reason({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (!job.error) return null;
  return (
    <>
      <p>{t(`error.${job.error.code}`)}</p>
      {job.error.detail ? <p className={ui.small}>{t('ui.detail', { detail: job.error.detail })}</p> : null}
    </>
  );
}
