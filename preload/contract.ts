// Every call and event between the window and main. The window is treated as hostile: main parses each input here.
import { idSchema } from '../story/ids.ts';
import { changeSchema } from '../story/journal.ts';
import { hashSchema, instantSchema, languageSchema, STATUSES, storySchema } from '../story/model.ts';
import { z } from '../story/zod.ts';

/** Codes of expected failures. Each has a text in resources/texts under `error.CODE`. */
export const ERROR_CODES = [
  // the call itself
  'badRequest',
  'unknownCall',
  'forbidden',
  'internal',
  'cancelled',
  // drafts
  'notFound',
  'stale',
  'readOnly',
  'diskFull',
  'diskError',
  'damaged',
  'newerSchema',
  'libraryInUse',
  // photos
  'notAnImage',
  'brokenImage',
  'unsupportedImage',
  'fileTooLarge',
  'tooManyPixels',
  // publishing
  'offline',
  'notFoundHost',
  'refused',
  'timeout',
  'certificate',
  'insecureAddress',
  'redirected',
  'badAddress',
  'notWordPress',
  'wrongPassword',
  'passwordsOff',
  'notAllowed',
  'secretNeeded',
  'serverError',
  'serverBusy',
  'uploadRefused',
  'tooLargeForServer',
  'folderMissing',
  'folderReadOnly',
  'conflict',
  'remoteGone',
  'notApproved',
  'notReady',
  'alreadyWaiting',
  'badAnswer',
  // hand-offs
  'notAHandoff',
  'damagedHandoff',
  'newerHandoff',
  'badSignature',
  'missingPhoto',
] as const;
export const errorCodeSchema = z.enum(ERROR_CODES);
export type ErrorCode = (typeof ERROR_CODES)[number];

/** An expected failure. `detail` is for the log and the "details" line: a host name, a path, a server's sentence; never a secret. */
export type Failure = { ok: false; code: ErrorCode; detail?: string };
export type Result<T> = { ok: true; value: T } | Failure;

const nothing = z.strictObject({});
const done = z.null();
const seq = z.number().int().nonnegative();
const name = z.string().trim().min(1).max(200);

export const storyRowSchema = z.object({
  id: idSchema,
  headline: z.string(),
  kicker: z.string(),
  /** published: there is a receipt; else the story's own status. */
  status: z.enum([...STATUSES, 'published']),
  /** Approved or published, then changed. */
  changedSince: z.boolean(),
  words: z.number(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type StoryRow = z.infer<typeof storyRowSchema>;

export const openedStorySchema = z.object({
  story: storySchema,
  /** Sequence number of the last record folded in. */
  seq,
  readOnly: z.boolean(),
  /** What was wrong when it was opened, if anything: the intact part is shown, the rest is kept aside. */
  problem: z.enum(['damaged', 'newerSchema']).nullable(),
});
export type OpenedStory = z.infer<typeof openedStorySchema>;

/** What a photo's file says of it; empty strings where it says nothing. */
export const photoInfoSchema = z.object({
  hash: hashSchema,
  type: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/tiff', 'image/avif']),
  /** Pixels, upright (orientation applied). */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** Bytes of the original. */
  size: z.number().int().positive(),
  name: z.string(),
  caption: z.string(),
  credit: z.string(),
  copyright: z.string(),
  alt: z.string(),
  photographer: z.string(),
});
export type PhotoInfo = z.infer<typeof photoInfoSchema>;

export const wordpressConfigSchema = z.strictObject({
  type: z.literal('wordpress'),
  /** https address of the site; http only for loopback. */
  url: z.string().max(2000),
  user: z.string().max(200),
});
export const folderConfigSchema = z.strictObject({
  type: z.literal('folder'),
  path: z.string().max(4000),
  /** Open the page after a publication. */
  open: z.boolean(),
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
});
export type Receipt = z.infer<typeof receiptSchema>;

/** A story that came back (or came new) in a `.copydesk` file; the window merges it into what is open. */
export const handoffSchema = z.object({
  storyId: idSchema,
  /** There was no such story here; it has been added to the library. */
  isNew: z.boolean(),
  base: storySchema,
  theirs: storySchema,
  from: z.object({ name: z.string(), fingerprint: z.string() }),
  /** valid: signed by the key in the file. known: a key seen before under this name. */
  signature: z.enum(['valid', 'known']),
});
export type Handoff = z.infer<typeof handoffSchema>;

export const personSchema = z.object({ name: z.string(), fingerprint: z.string() });
export type Person = z.infer<typeof personSchema>;
export const prefsSchema = z.object({
  language: languageSchema,
  theme: z.enum(['system', 'light', 'dark']),
  lastStoryId: idSchema.nullable(),
  lastDestinationId: idSchema.nullable(),
});
export type Prefs = z.infer<typeof prefsSchema>;
export const startSchema = z.object({
  version: z.string(),
  prefs: prefsSchema,
  person: personSchema,
  online: z.boolean(),
  /** Whether the operating system's keychain protects secrets (false on Linux's basic_text). */
  secretsProtected: z.boolean(),
  /** The person's key: as ever; made anew, since the keychain lost the old one; or for this session, for want of a keychain. */
  personKey: z.enum(['kept', 'renewed', 'session']),
  /** What the start found wrong with the library, if anything. */
  libraryProblem: errorCodeSchema.nullable(),
});
export type Start = z.infer<typeof startSchema>;

const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O, maxBytes = 256 * 1024) => ({
  input,
  output,
  maxBytes,
});
const MiB = 1024 * 1024;

/** Every call: its input, its output, and the most bytes its input may have. */
export const calls = {
  'app.start': call(nothing, startSchema),
  'prefs.set': call(prefsSchema.partial().strict(), prefsSchema),
  'person.rename': call(z.strictObject({ name }), personSchema),
  'link.open': call(z.strictObject({ url: z.string().max(4096) }), done),

  'library.list': call(nothing, z.array(storyRowSchema)),
  'story.create': call(nothing, z.object({ id: idSchema })),
  'story.open': call(z.strictObject({ id: idSchema }), openedStorySchema),
  /** Acknowledged only when it is on disk. `expectedSeq` is the last number this window knows: else `stale`. */
  'story.append': call(
    z.strictObject({ id: idSchema, expectedSeq: seq, change: changeSchema }),
    z.object({ seq, at: instantSchema }),
    64 * MiB,
  ),
  /** Writes a snapshot and the recovery copy. */
  'story.checkpoint': call(z.strictObject({ id: idSchema }), done),

  'photo.import': call(
    z.strictObject({ name: z.string().max(500), bytes: z.instanceof(Uint8Array) }),
    photoInfoSchema,
    200 * MiB,
  ),
  /** A file dialog; each chosen file is imported, or fails for itself. */
  'photo.choose': call(
    nothing,
    z.array(
      z.union([
        z.object({ ok: z.literal(true), value: photoInfoSchema }),
        z.object({ ok: z.literal(false), code: errorCodeSchema, detail: z.string().optional() }),
      ]),
    ),
  ),

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

  /** A save dialog, then one `.copydesk` file of the story as stored at `seq`. */
  'review.send': call(z.strictObject({ storyId: idSchema, seq }), z.object({ path: z.string() })),
  /** An open dialog (or the file the program was started with), checked and read. */
  'review.receive': call(z.strictObject({ pending: z.boolean() }), handoffSchema, 1024),
  /** The merge of a received story is stored: its version becomes the base of the next one. */
  'review.merged': call(z.strictObject({ storyId: idSchema, theirs: storySchema }), done, 64 * MiB),
  /** Answers `close.requested`: everything is flushed (or the person gave up waiting). */
  'window.closeReady': call(nothing, done),
  /** Answers `close.requested`, too: something cannot be saved, and the window itself asks the person what to do. */
  'window.closeRefused': call(nothing, done),
} as const;
export type CallName = keyof typeof calls;
export type CallInput<K extends CallName> = z.input<(typeof calls)[K]['input']>;
export type CallOutput<K extends CallName> = z.output<(typeof calls)[K]['output']>;

/** Menu items and shortcuts: main's menu sends them, the window does them. */
export const COMMANDS = [
  'story.new',
  'story.save',
  'photo.choose',
  'publish.open',
  'review.send',
  'review.receive',
  'review.open',
  'library.focus',
  'settings.open',
  'palette.open',
  'edit.undo',
  'edit.redo',
  'format.bold',
  'format.italic',
  'format.link',
  'inspector.toggle',
] as const;
export type Command = (typeof COMMANDS)[number];

/** Every event from main to the window. */
export type Events = {
  'job.changed': Job;
  'receipt.made': Receipt;
  'library.changed': { storyId: string | null };
  'online.changed': { online: boolean };
  command: { command: Command };
  /** A `.copydesk` file was opened from outside: call review.receive with `pending: true`. */
  'handoff.pending': Record<string, never>;
  'close.requested': Record<string, never>;
};
export type EventName = keyof Events;

/** The one object the preload puts on `window`. */
export type Bridge = {
  /** Resolves with a Result of the call's output; never rejects for an expected failure. */
  call(name: string, input: unknown): Promise<unknown>;
  /** Returns its own undo. */
  on(listener: (name: string, payload: unknown) => void): () => void;
};
/** The two raw channels. */
export const CHANNEL = { call: 'copydesk:call', event: 'copydesk:event' } as const;
