import type { Job, Receipt } from '../../preload/contract.ts';
import { newId } from '../../story/ids.ts';
import type { Figure } from '../../story/model.ts';
import { type Renditions, renditionsOf } from '../../story/photo/renditions.ts';
import type { Media } from '../media/index.ts';
import type { Store, StoredJob, StoredReceipt } from '../store/api.ts';
import { type Accounts, destinationOf } from './accounts.ts';
import { passes, waitMs } from './backoff.ts';
import { storyPhotos } from './destinations/photos.ts';
import type { Destinations, JobStep, RunPhotos, Trouble } from './destinations/types.ts';
import { drawnAhead, type PhotosAhead } from './photos-ahead.ts';
import { forbiddenPhoto } from './terms.ts';

export type RunNeeds = {
  store: Pick<
    Store,
    | 'getJob'
    | 'getPublication'
    | 'updateJob'
    | 'completeJob'
    | 'listJobs'
    | 'getPhoto'
    | 'getRemotePhoto'
    | 'putRemotePhoto'
  >;
  accounts: Pick<Accounts, 'open'>;
  destinations: Destinations;
  media: Pick<Media, 'rendition' | 'renditionKey'>;
  /** Milliseconds since 1970. */
  now(): number;
  /** 0 to 1. */
  random(): number;
  /** Whether the machine seems to have a network: tells a missing host from a missing network. */
  isOnline(): boolean;
  onJob(job: Job): void;
  onReceipt(receipt: Receipt): void;
};

/** The job as a window may see it. */
export function jobView({ publicationId: _, key: __, progress: ___, ...job }: StoredJob): Job {
  return job;
}
/** The receipt as a window may see it. */
export function receiptView({ remoteVersion: _, slug: __, publicationId: ___, ...receipt }: StoredReceipt): Receipt {
  return receipt;
}

/** The store could not keep a job's state: nothing more may be sent. */
class NotKept extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.code);
    this.trouble = trouble;
  }
}

/**
 * Runs a job once: every step is on disk before it is taken and after. Ends it done, waiting for its next attempt,
 * stopped for a person, or in conflict. Rejects only when not even that could be stored.
 */
export async function runJob(needs: RunNeeds, jobId: string, signal: AbortSignal): Promise<void> {
  const before = await needs.store.getJob(jobId);
  if (!before || before.state === 'done' || before.state === 'cancelled') return;
  const photos = drawnAhead(photosOf(needs, before.destinationId, signal));
  try {
    await runFrom(needs, before, photos, signal);
  } finally {
    await photos.idle();
  }
}

async function runFrom(needs: RunNeeds, before: StoredJob, photos: PhotosAhead, signal: AbortSignal): Promise<void> {
  async function keep(patch: Parameters<Store['updateJob']>[1]): Promise<StoredJob> {
    const kept = await needs.store.updateJob(before.id, patch);
    if (!kept.ok) throw new NotKept(kept);
    needs.onJob(jobView(kept.value));
    return kept.value;
  }
  const job = await keep({ state: 'running', attempts: before.attempts + 1, nextAttemptAt: null, error: null });
  let trouble: Trouble | null;
  try {
    trouble = await attempt(needs, job, photos, keep, signal);
  } catch (error) {
    if (!(error instanceof NotKept)) {
      await keep({ state: 'stopped', error: { code: 'internal', detail: error instanceof Error ? error.name : '' } });
      throw error;
    }
    trouble = { ...error.trouble, waitMs: 30_000 };
  }
  if (!trouble) return;
  const code = trouble.code === 'notFoundHost' && !needs.isOnline() ? 'offline' : trouble.code;
  const error = { code, ...(trouble.detail && { detail: trouble.detail }) };
  if (signal.aborted) await keep({ state: 'waiting', nextAttemptAt: null, error: null });
  else if (trouble.conflict) await keep({ state: 'conflict', error, conflict: trouble.conflict });
  else if (passes(trouble) || trouble.waitMs !== undefined) {
    const at = needs.now() + waitMs(trouble, job.attempts, needs.random);
    await keep({ state: 'waiting', nextAttemptAt: new Date(at).toISOString(), error });
  } else await keep({ state: 'stopped', error });
}

function photosOf({ store, media }: RunNeeds, destinationId: string, signal: AbortSignal): RunPhotos {
  const optionsOf = ({ recipe, ...texts }: Figure, { maxSide, format, targetKb }: Renditions) => ({
    ...{ maxPixels: maxSide, format, targetBytes: targetKb * 1000, recipe, texts, signal },
  });
  return {
    key: (figure, renditions) => media.renditionKey(figure.photo, optionsOf(figure, renditions)),
    known: (key) => store.getRemotePhoto(destinationId, key),
    async remember(key, remote) {
      const kept = await store.putRemotePhoto(destinationId, key, remote);
      if (!kept.ok) throw new NotKept(kept);
    },
    rendition: (figure, renditions) => media.rendition(figure.photo, optionsOf(figure, renditions)),
  };
}

async function attempt(
  needs: RunNeeds,
  job: StoredJob,
  photos: PhotosAhead,
  keep: (patch: Parameters<Store['updateJob']>[1]) => Promise<StoredJob>,
  signal: AbortSignal,
): Promise<Trouble | null> {
  const { store } = needs;
  const publication = await store.getPublication(job.publicationId);
  if (!publication) return { ok: false, code: 'damaged' };
  const account = await needs.accounts.open(job.destinationId);
  if (!account.ok) return account;
  const { name, config, secret } = account.value;
  const destination = destinationOf(needs.destinations, config);
  // A job may have waited for days. What readers may already see is finished.
  if (job.operation !== 'unpublish' && !destination.isLive(job.progress)) {
    const forbidden = await forbiddenPhoto(store, publication.story);
    if (forbidden) return { ...forbidden, stop: true };
  }
  if (job.operation !== 'unpublish') photos.begin(storyPhotos(publication.story), renditionsOf(config));
  const { destinationId, storyId, publicationId } = job;
  const jobs = (await store.listJobs({ storyId })).filter((other) => other.destinationId === destinationId);
  const sinceReceipt = jobs.slice(jobs.findLastIndex((other) => other.state === 'done') + 1);
  const outcome = await destination.publish(config, secret, {
    publication,
    progress: job.progress,
    keep: async (step: JobStep, done: number, progress: unknown) => {
      if (signal.aborted) throw new NotKept({ ok: false, code: 'cancelled' });
      await keep({ step, done, progress });
    },
    abandoned: sinceReceipt.filter((other) => other.state === 'cancelled'),
    photos,
    signal,
    now: needs.now,
  });
  if (!outcome.ok) return outcome;
  const { hash, approvedBy, publishedBy } = publication;
  const completed = await store.completeJob(job.id, {
    ...{ id: newId(), storyId, destinationId, publicationId, destinationName: name, hash, approvedBy, publishedBy },
    ...{ at: new Date(needs.now()).toISOString(), asked: publication.operation, ...outcome.value },
  });
  if (!completed.ok) throw new NotKept(completed);
  needs.onJob(jobView(completed.value.job));
  needs.onReceipt(receiptView(completed.value.receipt));
  return null;
}
