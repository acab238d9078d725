import {
  type Job,
  jobSchema,
  operationSchema,
  placementSchema,
  REMOTE_STATES,
  type Result,
} from '../../preload/contract.ts';
import { storyHash } from '../../story/canonical.ts';
import { idSchema, newId } from '../../story/ids.ts';
import { hashSchema, instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { point } from '../points.ts';
import type { Publication, Store, StoredJob, StoredReceipt } from './api.ts';
import type { Database, Param, Row } from './database.ts';
import { failure } from './failures.ts';
import { acceptedVersion, getPlacement } from './placement.ts';
import { insertReceipt, newestReceipt, receiptOf } from './receipts.ts';
import { intactRows, parseColumn, putRow, seal } from './sealed.ts';
import { readShelf } from './shelf.ts';

const storedJobSchema = jobSchema.extend({ publicationId: idSchema, key: z.string(), progress: z.unknown() });
const publicationSchema: z.ZodType<Publication> = z.object({
  id: idSchema,
  storyId: idSchema,
  destinationId: idSchema,
  key: z.string(),
  hash: hashSchema,
  story: storySchema,
  operation: operationSchema.default('publish'),
  at: instantSchema.nullable().default(null),
  placement: placementSchema.default({}),
  previous: z
    .object({
      ...{ remoteId: z.string(), url: z.string(), remoteVersion: z.string(), slug: z.string() },
      status: z.enum(REMOTE_STATES).default('published'),
      hash: z.string().default(''),
      placement: placementSchema.nullable().default(null),
    })
    .nullable(),
  approvedBy: z.string().nullable(),
  publishedBy: z.string(),
  seq: z.number().int().nullable().default(null),
});
type EnqueueInput = Parameters<Store['enqueue']>[0];
type JobPatch = Parameters<Store['updateJob']>[1];

const OPEN = "state IN ('waiting', 'running', 'stopped', 'conflict')";
/** Whether something of a story is still on its way to a destination, or stopped on it. */
export const hasOpenJob = (db: Database, storyId: string): boolean =>
  db.get(`SELECT id FROM jobs WHERE story_id = ? AND ${OPEN}`, storyId) !== undefined;
const isOver = (job: Job): boolean => job.state === 'done' || job.state === 'cancelled';
const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Publications, their jobs, and what completes them. */
export class Outbox {
  readonly #db: Database;
  /** Jobs that run in this process; one that is stored as running and is not here was cut off by a crash: it waits. */
  readonly #running = new Set<string>();

  constructor(db: Database) {
    this.#db = db;
  }

  enqueue(input: EnqueueInput): Result<StoredJob> {
    const parsed = storySchema.safeParse(input.story);
    if (!parsed.success) return failure('badRequest', parsed.error.message);
    const story = parsed.data;
    if (storyHash(story) !== input.hash) return failure('badRequest', 'the hash is not the story’s');
    const { destinationId, approvedBy, publishedBy, seq = null, operation = 'publish', at = null } = input;
    if (!this.#db.get('SELECT id FROM destinations WHERE id = ?', destinationId)) return failure('notFound');
    if (!this.#db.get('SELECT id FROM stories WHERE id = ?', story.id)) return failure('notFound');
    if (readShelf(this.#db, story.id).trashedAt !== null) return failure('inTrash');
    const enqueued = this.#db.transaction(() => {
      const pair = [story.id, destinationId];
      if (this.#db.get(`SELECT id FROM jobs WHERE story_id = ? AND destination_id = ? AND ${OPEN}`, ...pair))
        return failure('alreadyWaiting');
      const last = this.#db.get(
        'SELECT max(counter) AS counter FROM publications WHERE story_id = ? AND destination_id = ?',
        ...pair,
      );
      const counter = Number(last?.counter ?? 0) + 1;
      const key = `${destinationId}:${story.id}:${operation}:${counter}`;
      const previous = this.#previous(story.id, destinationId);
      const placement = getPlacement(this.#db, story.id, destinationId);
      const base = { id: newId(), storyId: story.id, destinationId, key };
      const asked = { operation, at, placement, previous, approvedBy, publishedBy, seq };
      const publication: Publication = { ...base, hash: input.hash, story, ...asked };
      putRow(
        this.#db,
        'publications',
        { id: base.id, story_id: story.id, destination_id: destinationId, counter, data: JSON.stringify(publication) },
        'insert',
      );
      const job = this.#insertJob(publication, input.total);
      point('enqueue.inside');
      return ok(job);
    });
    point('enqueue.committed');
    return enqueued;
  }

  getPublication(id: string): Publication | null {
    const [row] = intactRows(this.#db, 'publications', 'WHERE id = ?', id);
    return row ? parseColumn(publicationSchema, row.data) : null;
  }

  getJob(id: string): StoredJob | null {
    return this.#jobs('WHERE id = ?', id)[0] ?? null;
  }

  listJobs(filter: { storyId?: string; open?: boolean }): StoredJob[] {
    const story = filter.storyId === undefined ? '' : 'AND story_id = ?';
    const params = filter.storyId === undefined ? [] : [filter.storyId];
    return this.#jobs(`WHERE true ${story} ${filter.open ? `AND ${OPEN}` : ''} ORDER BY rowid`, ...params);
  }

  /** A job that is over stays over: changing its state is badRequest. */
  updateJob(id: string, patch: JobPatch): Result<StoredJob> {
    const job = this.getJob(id);
    if (!job) return failure('notFound');
    if (isOver(job) && patch.state !== undefined && patch.state !== job.state)
      return failure('badRequest', `the job is ${job.state}`);
    return this.#putJob({ ...job, ...patch });
  }

  completeJob(jobId: string, receipt: StoredReceipt): Result<{ job: StoredJob; receipt: StoredReceipt }> {
    const job = this.getJob(jobId);
    if (!job) return failure('notFound');
    const made = receiptOf(this.#db, job.publicationId);
    if (made) return made.id === receipt.id ? ok({ job, receipt: made }) : failure('badRequest', 'it has its receipt');
    const same = (['storyId', 'destinationId', 'publicationId'] as const).every((name) => receipt[name] === job[name]);
    if (!same) return failure('badRequest', 'the receipt is of another job');
    const completed = this.#db.transaction(() => {
      const inserted = insertReceipt(this.#db, receipt);
      if (!inserted.ok) return inserted;
      const over = { state: 'done', step: 'receipt', done: job.total, error: null, conflict: null } as const;
      const updated = this.#putJob({ ...job, ...over, nextAttemptAt: null });
      if (!updated.ok) throw new Error(`outbox: ${updated.detail}`); // rolls the receipt back
      point('complete.inside');
      return ok({ job: updated.value, receipt: inserted.value });
    });
    point('complete.committed');
    return completed;
  }

  /** A publication without its job (the row was damaged) gets it back, stopped: never forgotten. Gives how many. */
  mend(): number {
    const orphans = this.#db.all('SELECT id FROM publications WHERE id NOT IN (SELECT publication_id FROM jobs)');
    for (const { id } of orphans) {
      const publication = this.getPublication(String(id));
      if (!publication) continue;
      const done = receiptOf(this.#db, publication.id) !== null;
      this.#db.transaction(() => {
        const job = this.#insertJob(publication, 1);
        this.#putJob({ ...job, state: done ? 'done' : 'stopped', error: done ? null : { code: 'damaged' } });
      });
    }
    return orphans.length;
  }

  /** Where the story stands at a destination. */
  #previous(storyId: string, destinationId: string): Publication['previous'] {
    const last = newestReceipt(this.#db, storyId, destinationId);
    if (!last) return null;
    const { remoteId, url, slug, status, hash } = last;
    const remoteVersion = acceptedVersion(this.#db, storyId, destinationId) ?? last.remoteVersion;
    const placement = this.getPublication(last.publicationId)?.placement ?? null;
    return { remoteId, url, slug, status, hash, remoteVersion, placement };
  }

  #insertJob(publication: Publication, total: number): StoredJob {
    const at = new Date().toISOString();
    const { id: publicationId, storyId, destinationId, key, operation, at: readersAt } = publication;
    const start = { state: 'waiting', step: 'queued', done: 0, attempts: 0 } as const;
    const none = { nextAttemptAt: null, error: null, conflict: null, progress: null };
    const ids = { id: newId(), storyId, destinationId, publicationId, key };
    const job: StoredJob = { ...ids, operation, at: readersAt, ...start, ...none, total, createdAt: at, updatedAt: at };
    putRow(this.#db, 'jobs', jobRow(job), 'insert');
    return job;
  }

  #putJob(changed: StoredJob): Result<StoredJob> {
    const parsed = storedJobSchema.safeParse({ ...changed, updatedAt: new Date().toISOString() });
    if (!parsed.success) return failure('badRequest', parsed.error.message);
    const job = parsed.data as StoredJob;
    // Not by its keys: a job whose publication is lost can still be stopped.
    const row = jobRow(job);
    const sql = 'UPDATE jobs SET state = ?, data = ?, sum = ? WHERE id = ?';
    this.#db.run(sql, job.state, row.data as string, seal('jobs', row), job.id);
    if (job.state === 'running') this.#running.add(job.id);
    else this.#running.delete(job.id);
    return ok(job);
  }

  #jobs(rest: string, ...params: Param[]): StoredJob[] {
    return intactRows(this.#db, 'jobs', rest, ...params).flatMap((row) => {
      const job = parseColumn(storedJobSchema, row.data) as StoredJob | null;
      if (!job) return [];
      return [job.state === 'running' && !this.#running.has(job.id) ? { ...job, state: 'waiting' as const } : job];
    });
  }
}

const jobRow = (job: StoredJob): Row => ({
  id: job.id,
  publication_id: job.publicationId,
  story_id: job.storyId,
  destination_id: job.destinationId,
  state: job.state,
  data: JSON.stringify(job),
});
