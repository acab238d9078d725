import { useTranslation } from 'react-i18next';
import type { Job } from '../../preload/contract.ts';
import { momentText } from '../../story/text/embargo.ts';
import { prefs } from '../state.ts';
import { useStore } from '../store.ts';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import ui from '../ui/ui.module.css';
import { canCancel, photoOf, turningPoint } from './jobs.ts';

/** How far a publication is, step by step, and from where on it cannot be called back. `photos`: how many the story shows. */
export function Progress({ job, photos }: { job: Job; photos: number }) {
  const { t } = useTranslation();
  const { timeZone } = useStore(prefs);
  const photo = photoOf(job, photos);
  const step =
    job.operation === 'unpublish' && job.step === 'update'
      ? t('publish.step.withdraw')
      : photo
        ? t('publish.step.photo', { photo, photos })
        : t(`publish.step.${job.step}`);
  const time = job.at ? momentText(Date.parse(job.at), timeZone) : '';
  return (
    <>
      {job.operation === 'publish' ? null : <p>{t(`publish.doing.${job.operation}`, { time })}</p>}
      <ProgressBar label={step} done={job.done} total={job.total} mark={turningPoint(job)} />
      {job.state === 'running' ? (
        <p className={ui.small}>{t(canCancel(job) ? 'publish.canCancel' : 'publish.pastCancel')}</p>
      ) : null}
    </>
  );
}
