import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, seq } from './call.ts';
import { errorCodeSchema } from './codes.ts';
import { operationSchema, placementSchema, REMOTE_STATES } from './destinations.ts';

export const JOB_STATES = ['waiting', 'running', 'stopped', 'conflict', 'done', 'cancelled'] as const;
export const JOB_STEPS = ['queued', 'photos', 'draft', 'update', 'readBack', 'receipt'] as const;
export const jobSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  destinationId: idSchema,
  operation: operationSchema.default('publish'),
  /** For schedule: when readers are to see it. */
  at: instantSchema.nullable().default(null),
  /** waiting: will go by itself; stopped: needs a person (see `error`); conflict: the remote copy changed. */
  state: z.enum(JOB_STATES),
  step: z.enum(JOB_STEPS),
  /** Steps done and in all, for the progress bar. */
  done: z.number().int(),
  total: z.number().int(),
  attempts: z.number().int(),
  nextAttemptAt: instantSchema.nullable(),
  error: z.object({ code: errorCodeSchema, detail: z.string().optional() }).nullable(),
  /** In a conflict: the remote copy beside ours, as plain text, and the version that is. */
  conflict: z
    .object({ theirs: z.string(), ours: z.string(), modifiedAt: z.string(), version: z.string().default('') })
    .nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Job = z.infer<typeof jobSchema>;

/** What a receipt was made from: the destination's own data, the page that readers get, the photos' files as they get them. */
export const READ_BACKS = ['data', 'page', 'files'] as const;
/**
 * photosBare: the server takes the texts out of photos; smallPhotosBare: out of its smaller copies alone. pageUnread: no page came;
 * pageOther: one came that does not show the story (a login, a notice); pageOld: a cache still gives readers the page as it
 * was, and behind it the page is right. photosEncoded: the server gives readers files of its own, which show the same
 * pictures; filesUnread: a photo's file could not be loaded. notReadBack: the server took it and gives nothing back.
 */
export const RECEIPT_NOTES = [
  ...(['photosBare', 'smallPhotosBare'] as const),
  ...(['pageUnread', 'pageOther', 'pageOld', 'photosEncoded', 'filesUnread'] as const),
  'notReadBack',
] as const;
export const receiptSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  destinationId: idSchema,
  destinationName: z.string(),
  /** The remote id: a post id, or the folder's name. */
  remoteId: z.string(),
  /** The live address: https:, http: or file: */
  url: z.string(),
  at: instantSchema,
  /** storyHash of what was published. */
  hash: hashSchema,
  /** Whether it made a new remote story or updated one. unchanged: it was there already, just so. */
  operation: z.enum(['created', 'updated', 'unchanged', 'withdrawn']),
  /** What the person asked for. */
  asked: operationSchema.default('publish'),
  /** Where the story stood there then. */
  status: z.enum(REMOTE_STATES).default('published'),
  /** For scheduled: when readers are to see it. */
  scheduledFor: instantSchema.nullable().default(null),
  approvedBy: z.string().nullable(),
  publishedBy: z.string(),
  /** Where the story read back differs from the frozen one; empty is proof of equality. */
  differences: z.array(z.object({ where: z.string(), ours: z.string(), theirs: z.string() })),
  /** What the newsroom should know of the server, though the story is there as it was sent. */
  notes: z.array(z.enum(RECEIPT_NOTES)).optional(),
  /** What was read back and compared; absent in receipts of earlier versions. */
  compared: z.array(z.enum(READ_BACKS)).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** The remote copy in its own words: raw HTML of a stranger's, to be read as text and never shown as markup. */
export const theirsSchema = z.object({ title: z.string(), standfirst: z.string(), html: z.string() });
export type Theirs = z.infer<typeof theirsSchema>;
/** What stands at a destination now, against the last receipt. */
export const lookSchema = z.object({
  state: z.enum(['same', 'changed', 'gone']),
  /** Of a changed one: what it says, when that was, what it is known by (for `publish.accept`), and what we published. */
  changed: z
    .object({ theirs: theirsSchema, modifiedAt: z.string(), version: z.string(), base: storySchema, plain: z.string() })
    .nullable(),
});
export type Look = z.infer<typeof lookSchema>;

const storyAt = z.strictObject({ storyId: idSchema, destinationId: idSchema });

export const publishCalls = {
  /**
   * Freezes the story as stored at `seq` and puts it in the outbox. Failures: notApproved (nobody approved what is to go to
   * readers, and not `confirmed`), what the house has against it (approvalNeeded, samePerson, notPublisher, notApprover), notOffered, embargoed, scheduleInPast, notPublished (nothing to unpublish), and the store's.
   */
  'publish.start': call(
    z.strictObject({
      storyId: idSchema,
      destinationId: idSchema,
      seq,
      confirmed: z.boolean(),
      operation: operationSchema.default('publish'),
      at: instantSchema.nullable().default(null),
    }),
    jobSchema,
  ),
  'publish.placement': call(storyAt, placementSchema),
  'publish.place': call(storyAt.extend({ placement: placementSchema }), done),
  /** What stands there now, against the last receipt. Failures: notPublished, and the destination's. */
  'publish.look': call(storyAt, lookSchema),
  /** A person knows what stands there (`version`, of a look or a conflict): it is no conflict for the next publication. Calls a job in conflict off. */
  'publish.accept': call(storyAt.extend({ version: z.string().max(10_000) }), done),
  'publish.jobs': call(z.strictObject({ storyId: idSchema.optional() }), z.array(jobSchema)),
  'publish.cancel': call(z.strictObject({ jobId: idSchema }), jobSchema),
  'publish.retry': call(z.strictObject({ jobId: idSchema }), jobSchema),
  /** replace: a person saw both and wants ours; keep: the remote copy stays, the job ends. */
  'publish.resolve': call(z.strictObject({ jobId: idSchema, choice: z.enum(['replace', 'keep']) }), jobSchema),
  'publish.receipts': call(z.strictObject({ storyId: idSchema }), z.array(receiptSchema)),
  'publish.openReceipt': call(z.strictObject({ receiptId: idSchema }), done),
};
