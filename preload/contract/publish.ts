import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema } from '../../story/model.ts';
import { renditionsSchema } from '../../story/photo/renditions.ts';
import { z } from '../../story/zod.ts';
import { call, done, name, nothing, seq } from './call.ts';
import { errorCodeSchema } from './codes.ts';

export const wordpressConfigSchema = z.strictObject({
  type: z.literal('wordpress'),
  /** https address of the site; http only for loopback. */
  url: z.string().max(2000),
  user: z.string().max(200),
  /** Absent: the usual ones. */
  renditions: renditionsSchema.optional(),
});
export const folderConfigSchema = z.strictObject({
  type: z.literal('folder'),
  path: z.string().max(4000),
  /** Open the page after a publication. */
  open: z.boolean(),
  renditions: renditionsSchema.optional(),
});
export const destinationConfigSchema = z.discriminatedUnion('type', [wordpressConfigSchema, folderConfigSchema]);
export type DestinationConfig = z.infer<typeof destinationConfigSchema>;
/** A destination as the window may see it: whether there is a secret, never the secret. */
export const destinationSchema = z.object({
  id: idSchema,
  name: z.string(),
  config: destinationConfigSchema,
  /** stored: kept as ciphertext; ask: held in memory until the program ends; none. */
  secret: z.enum(['stored', 'session', 'missing', 'none']),
});
export type DestinationView = z.infer<typeof destinationSchema>;
export const destinationDraftSchema = z.strictObject({
  id: idSchema.optional(),
  name,
  config: destinationConfigSchema,
  /** Left out: keep the one there is. */
  secret: z.string().min(1).max(1000).optional(),
  /** Keep the secret as ciphertext, or only until the program ends. */
  keepSecret: z.boolean().optional(),
});
export type DestinationDraft = z.infer<typeof destinationDraftSchema>;
/** What *Check* found: the site's name, the account's name, and what it may do. */
export const checkReportSchema = z.object({
  site: z.string(),
  account: z.string(),
  canPublish: z.boolean(),
  canUpload: z.boolean(),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const JOB_STATES = ['waiting', 'running', 'stopped', 'conflict', 'done', 'cancelled'] as const;
export const JOB_STEPS = ['queued', 'photos', 'draft', 'update', 'readBack', 'receipt'] as const;
export const jobSchema = z.object({
  id: idSchema,
  storyId: idSchema,
  destinationId: idSchema,
  /** waiting: will go by itself; stopped: needs a person (see `error`); conflict: the remote copy changed. */
  state: z.enum(JOB_STATES),
  step: z.enum(JOB_STEPS),
  /** Steps done and in all, for the progress bar. */
  done: z.number().int(),
  total: z.number().int(),
  attempts: z.number().int(),
  nextAttemptAt: instantSchema.nullable(),
  error: z.object({ code: errorCodeSchema, detail: z.string().optional() }).nullable(),
  /** In a conflict: the remote copy beside ours, as plain text. */
  conflict: z.object({ theirs: z.string(), ours: z.string(), modifiedAt: z.string() }).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Job = z.infer<typeof jobSchema>;

/** photosBare: the server takes the texts out of photos; smallPhotosBare: out of its smaller copies alone. */
export const RECEIPT_NOTES = ['photosBare', 'smallPhotosBare'] as const;
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
  /** Whether it made a new remote story or updated one. */
  operation: z.enum(['created', 'updated']),
  approvedBy: z.string().nullable(),
  publishedBy: z.string(),
  /** Where the story read back differs from the frozen one; empty is proof of equality. */
  differences: z.array(z.object({ where: z.string(), ours: z.string(), theirs: z.string() })),
  /** What the newsroom should know of the server, though the story is there as it was sent. */
  notes: z.array(z.enum(RECEIPT_NOTES)).optional(),
});
export type Receipt = z.infer<typeof receiptSchema>;

export const publishCalls = {
  'destination.list': call(nothing, z.array(destinationSchema)),
  'destination.save': call(destinationDraftSchema, destinationSchema),
  'destination.remove': call(z.strictObject({ id: idSchema }), done),
  /** Checks a draft as it stands in the form; with an id and no secret, the stored secret is used. */
  'destination.check': call(destinationDraftSchema, checkReportSchema),
  'destination.chooseFolder': call(nothing, z.object({ path: z.string() })),
  /** Gives the secret of a destination that keeps none, until the program ends. */
  'destination.unlock': call(z.strictObject({ id: idSchema, secret: z.string().min(1).max(1000) }), destinationSchema),

  /** Freezes the story as stored at `seq` and puts it in the outbox. Not approved and not `confirmed`: `notApproved`. */
  'publish.start': call(
    z.strictObject({ storyId: idSchema, destinationId: idSchema, seq, confirmed: z.boolean() }),
    jobSchema,
  ),
  'publish.jobs': call(z.strictObject({ storyId: idSchema.optional() }), z.array(jobSchema)),
  'publish.cancel': call(z.strictObject({ jobId: idSchema }), jobSchema),
  'publish.retry': call(z.strictObject({ jobId: idSchema }), jobSchema),
  /** replace: a person saw both and wants ours; keep: the remote copy stays, the job ends. */
  'publish.resolve': call(z.strictObject({ jobId: idSchema, choice: z.enum(['replace', 'keep']) }), jobSchema),
  'publish.receipts': call(z.strictObject({ storyId: idSchema }), z.array(receiptSchema)),
  'publish.openReceipt': call(z.strictObject({ receiptId: idSchema }), done),
};
