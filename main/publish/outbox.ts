import { setTimeout as wait } from 'node:timers/promises';
import type { CallInput, Job, Person, Result } from '../../preload/contract.ts';
import type { HouseRules, SignedRoles } from '../../story/review/house.ts';
import type { StoryType } from '../../story/types/type.ts';
import type { Store, StoredJob } from '../store/api.ts';
import { destinationOf } from './accounts.ts';
import { LONGEST_ASKED_MS } from './backoff.ts';
import { jobView, type RunNeeds, runJob } from './job-run.ts';
import { atWork } from './network/log.ts';
import { enqueueStory } from './start.ts';

export type OutboxNeeds = Omit<RunNeeds, 'now' | 'random' | 'store' | 'isOnline'> & {
  store: RunNeeds['store'] &
    Pick<Store, 'readStory' | 'enqueue' | 'listDestinations' | 'listReceipts' | 'acceptVersion'>;
  /** Who presses the button. */
  publisher(): Person;
  /** What the house demands, and the roles that its key signed. */
  house(): { rules?: HouseRules | undefined; signedRoles?: SignedRoles | null | undefined };
  /** The house's story types; without, those of the program. */
  types?(): Promise<StoryType[]>;
  now?(): number;
  random?(): number;
  isOnline?(): boolean;
  /** How long `stop` waits for what cannot be cut, such as a disk that hangs; in milliseconds. */
  stopPatienceMs?: number;
  /** A fault of the program while a job ran. */
  onFault?(error: unknown): void;
};
export type Outbox = {
  /** Takes up every job that is not over: what a crash cut off goes on. */
  start(): Promise<void>;
  /** Ends what is running at its next safe point, leaving every job to be taken up again. For when the program ends. */
  stop(): Promise<void>;
  /** Runs what is due. */
  kick(): void;
  /** The machine's network came or went. What waits for its next attempt goes at once. */
  setOnline(online: boolean): void;
  /** Freezes a story and puts it in. Failures: notFound, notReady, notApproved, alreadyWaiting, and the store's. */
  startPublication(input: CallInput<'publish.start'>): Promise<Result<Job>>;
  jobs(storyId?: string): Promise<Job[]>;
  /**
   * Calls a job off; a conflict is thereby kept. A job whose story readers may already see goes on: it is answered as it
   * stands, and only what a server has clearly refused can still be called off then.
   */
  cancel(jobId: string): Promise<Result<Job>>;
  /** Tries again now. Where the remote story is gone (`remoteGone`), this is the person's word to make a new one. */
  retry(jobId: string): Promise<Result<Job>>;
  /** A person knows this version of what stands there: the next publication may replace it. Failures: notPublished. */
  accept(storyId: string, destinationId: string, version: string): Promise<Result<null>>;
  resolve(jobId: string, choice: 'replace' | 'keep'): Promise<Result<Job>>;
  /** When nothing runs any more (for tests and for closing). */
  idle(): Promise<void>;
};
type JobPatch = Parameters<Store['updateJob']>[1];
type Running = { jobId: string; stop: AbortController; ended: Promise<void> };

/** A run that could not even store how it ended is left alone so long. */
const STORE_FAULT_MS = 30_000;
/** A timer is looked at again at least so often: a machine sleeps, and its clock is set. */
const LONGEST_TIMER_MS = 60_000;
const STOP_PATIENCE_MS = 5_000;
const AGAIN = { state: 'waiting', nextAttemptAt: null, error: null, conflict: null, attempts: 0 } as const;
const isOver = ({ state }: Job): boolean => state === 'done' || state === 'cancelled';

/** Publishes, in the order the jobs came, one at a time for each destination; what it does is always on disk first. */
export function createOutbox(given: OutboxNeeds): Outbox {
  const needs = { now: Date.now, random: Math.random, isOnline: () => true, onFault: () => undefined, ...given };
  const { store } = needs;
  /** By destination. */
  const running = new Map<string, Running>();
  /** Destinations to be left alone until then. */
  const holdUntil = new Map<string, number>();
  /** Jobs being called off: not to be started again meanwhile. */
  const ending = new Set<string>();
  let started = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  /** Whatever decides over jobs takes its turn, so that no decision is made on what another is just changing. */
  function turn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  }
  const kick = (): void => void turn(look).catch(needs.onFault);
  const runOf = (job: Job) => [...running.values()].find((run) => run.jobId === job.id);

  async function look(): Promise<void> {
    clearTimeout(timer);
    if (!started) return;
    let next = Number.POSITIVE_INFINITY;
    for (const job of await store.listJobs({ open: true })) {
      if (job.state !== 'waiting' && job.state !== 'running') continue;
      if (!started || running.has(job.destinationId) || ending.has(job.id)) continue;
      const dueAt = Math.max(Date.parse(job.nextAttemptAt ?? '') || 0, holdUntil.get(job.destinationId) ?? 0);
      // No wait is as long as that: the clock was wrong when it was written, and has been set since.
      if (dueAt <= needs.now() || dueAt > needs.now() + LONGEST_ASKED_MS) launch(job);
      else next = Math.min(next, dueAt);
    }
    if (started && Number.isFinite(next))
      timer = setTimeout(kick, Math.min(Math.max(next - needs.now(), 0), LONGEST_TIMER_MS));
  }

  function launch({ id, destinationId }: StoredJob): void {
    const stop = new AbortController();
    holdUntil.delete(destinationId);
    const ended = atWork
      .run(id, () => runJob(needs, id, stop.signal))
      .then(async () => {
        const job = await store.getJob(id);
        if (job?.error?.code === 'serverBusy' && job.nextAttemptAt)
          holdUntil.set(destinationId, Date.parse(job.nextAttemptAt));
      })
      .catch((error) => {
        holdUntil.set(destinationId, needs.now() + STORE_FAULT_MS);
        needs.onFault(error);
      })
      .finally(() => {
        running.delete(destinationId);
        kick();
      });
    running.set(destinationId, { jobId: id, stop, ended });
  }

  async function destinationOfJob(job: StoredJob) {
    const stored = (await store.listDestinations()).find(({ id }) => id === job.destinationId);
    return stored && destinationOf(needs.destinations, stored.config);
  }

  /** In its turn: what to change of a job, or null to leave it as it is. */
  function decide(id: string, patchOf: (job: StoredJob) => Promise<JobPatch | null>): Promise<Result<Job>> {
    const done = turn(async (): Promise<Result<Job>> => {
      const job = await store.getJob(id);
      if (!job) return { ok: false, code: 'notFound' };
      const patch = await patchOf(job);
      if (!patch) return { ok: true, value: jobView(job) };
      const changed = await store.updateJob(id, patch);
      if (!changed.ok) return changed;
      needs.onJob(jobView(changed.value));
      return { ok: true, value: jobView(changed.value) };
    });
    kick();
    return done;
  }

  const mayCancel = async (job: StoredJob): Promise<boolean> => {
    if (isOver(job)) return false;
    if (job.state === 'stopped' || job.state === 'conflict') return true;
    return !(await destinationOfJob(job))?.isLive(job.progress);
  };

  return {
    async start() {
      started = true;
      await turn(look);
    },
    async stop() {
      started = false;
      clearTimeout(timer);
      await turn(async () => undefined);
      for (const run of running.values()) run.stop.abort();
      const ended = Promise.all([...running.values()].map((run) => run.ended)).then(() => turn(async () => undefined));
      const late = new AbortController();
      const patience = wait(given.stopPatienceMs ?? STOP_PATIENCE_MS, undefined, late).catch(() => undefined);
      await Promise.race([ended, patience]);
      late.abort();
    },
    kick,
    setOnline(online) {
      if (!online) return;
      const wake = async () => {
        for (const job of await store.listJobs({ open: true }))
          if (job.state === 'waiting' && job.nextAttemptAt && job.error?.code !== 'serverBusy')
            await store.updateJob(job.id, { nextAttemptAt: null });
      };
      turn(wake).catch(needs.onFault);
      kick();
    },
    async startPublication(input) {
      const job = await enqueueStory(needs, input);
      if (!job.ok) return job;
      needs.onJob(jobView(job.value));
      kick();
      return { ok: true, value: jobView(job.value) };
    },
    jobs: async (storyId) => (await store.listJobs(storyId === undefined ? {} : { storyId })).map(jobView),
    async cancel(id) {
      ending.add(id);
      try {
        const run = await turn(async () => {
          const job = await store.getJob(id);
          return job && (await mayCancel(job)) ? runOf(job) : undefined;
        });
        run?.stop.abort();
        await run?.ended;
        return await decide(id, async (job) =>
          !runOf(job) && (await mayCancel(job)) ? { state: 'cancelled', nextAttemptAt: null } : null,
        );
      } finally {
        ending.delete(id);
        kick();
      }
    },
    retry: (id) =>
      decide(id, async (job) => {
        if ((job.state !== 'stopped' && job.state !== 'waiting') || runOf(job)) return null;
        holdUntil.delete(job.destinationId);
        const gone = job.error?.code === 'remoteGone' ? await destinationOfJob(job) : undefined;
        return { ...AGAIN, ...(gone && { progress: gone.decided(job.progress, 'anew') }) };
      }),
    async accept(storyId, destinationId, version) {
      const accepted = await store.acceptVersion(storyId, destinationId, version);
      if (!accepted.ok) return accepted;
      for (const job of await store.listJobs({ storyId, open: true }))
        if (job.destinationId === destinationId && job.state === 'conflict')
          await decide(job.id, async (now) => (now.state === 'conflict' ? { state: 'cancelled' } : null));
      return accepted;
    },
    resolve: (id, choice) =>
      decide(id, async (job) => {
        if (job.state !== 'conflict') return null;
        if (choice === 'keep') return { state: 'cancelled', nextAttemptAt: null };
        const destination = await destinationOfJob(job);
        return destination ? { ...AGAIN, progress: destination.decided(job.progress, 'replace') } : null;
      }),
    async idle() {
      do {
        await turn(async () => undefined);
        await Promise.all([...running.values()].map((run) => run.ended));
        await turn(async () => undefined);
      } while (running.size > 0);
    },
  };
}
