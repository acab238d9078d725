import { idSchema } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { renditionsSchema } from '../../story/photo/renditions.ts';
import { z } from '../../story/zod.ts';
import { call, done, name, nothing } from './call.ts';

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
export const ghostConfigSchema = z.strictObject({
  type: z.literal('ghost'),
  /** https address of the site; http only for loopback. Its secret is an Admin API key, "id:secret". */
  url: z.string().max(2000),
  renditions: renditionsSchema.optional(),
});
export const NINJS_DIALECTS = ['ninjs31', 'superdesk'] as const;
export const ninjsConfigSchema = z.strictObject({
  type: z.literal('ninjs'),
  /** Where items are sent: https; http only for loopback. */
  url: z.string().max(2000),
  /** ninjs31: ninjs 3.1 and a bearer token. superdesk: what receivers of Superdesk's HTTP push take. */
  dialect: z.enum(NINJS_DIALECTS),
  /** Where photos are sent. Absent: of superdesk the usual one beside `url`, else nowhere. */
  mediaUrl: z.string().max(2000).optional(),
  renditions: renditionsSchema.optional(),
});
export const sftpConfigSchema = z.strictObject({
  type: z.literal('sftp'),
  host: z.string().min(1).max(253),
  port: z.number().int().min(1).max(65_535),
  user: z.string().max(200),
  /** The folder on the server, from its root. */
  path: z.string().max(4000),
  /** The fingerprint of the server's key that a person trusted ("SHA256:…"); '': none yet. */
  hostKey: z.string().max(100),
  renditions: renditionsSchema.optional(),
});
export const destinationConfigSchema = z.discriminatedUnion('type', [
  wordpressConfigSchema,
  ghostConfigSchema,
  ninjsConfigSchema,
  folderConfigSchema,
  sftpConfigSchema,
]);
export type DestinationConfig = z.infer<typeof destinationConfigSchema>;
/** What a person may ask of a destination. correct: as publish, said to be a correction. */
export const OPERATIONS = ['publish', 'correct', 'schedule', 'pending', 'private', 'draft', 'unpublish'] as const;
export const operationSchema = z.enum(OPERATIONS);
export type Operation = z.infer<typeof operationSchema>;
/** Where a story stands at a destination. withdrawn: it was there for readers, and is not any more. */
export const REMOTE_STATES = ['published', 'scheduled', 'pending', 'private', 'draft', 'withdrawn'] as const;
export type RemoteState = (typeof REMOTE_STATES)[number];
/** What a destination has lists of, to choose from. */
export const TERM_KINDS = ['categories', 'tags', 'authors'] as const;
export type TermKind = (typeof TERM_KINDS)[number];
/** A category, tag or author of a destination. An id of '' is a new one, to be made at the publication. */
export const termSchema = z.strictObject({
  id: z.string().max(200),
  name: z.string().min(1).max(300),
  /** Of a category that stands under others: theirs, the outermost first. */
  under: z.array(z.string().max(300)).max(10).optional(),
});
export type Term = z.infer<typeof termSchema>;
const terms = z.array(termSchema).max(100);
/** Where a story is filed at a destination. What is absent is left to the destination. */
export const placementSchema = z.strictObject({
  categories: terms.optional(),
  tags: terms.optional(),
  authors: terms.optional(),
});
export type Placement = z.infer<typeof placementSchema>;
/** What can be done at a kind of destination; an account may be allowed less. */
export const capabilitiesSchema = z.object({
  operations: z.array(operationSchema),
  terms: z.array(z.enum(TERM_KINDS)),
  /** Whether what was published can be read back. */
  readsBack: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** A destination as the window may see it: whether there is a secret, never the secret. */
export const destinationSchema = z.object({
  id: idSchema,
  name: z.string(),
  config: destinationConfigSchema,
  /** stored: kept as ciphertext; ask: held in memory until the program ends; none. */
  secret: z.enum(['stored', 'session', 'missing', 'none']),
  capabilities: capabilitiesSchema,
});
export type DestinationView = z.infer<typeof destinationSchema>;
export const destinationDraftSchema = z.strictObject({
  id: idSchema.optional(),
  name,
  config: destinationConfigSchema,
  /** Left out: keep the one there is. */
  secret: z.string().min(1).max(20_000).optional(),
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
  /** What the account may do; absent where that cannot be told. */
  operations: z.array(operationSchema).optional(),
  /** Nobody can tell whether the key is right before something is sent. */
  keyUnknown: z.boolean().optional(),
  /** The account's roles there, by the names that the server knows them by. */
  roles: z.array(z.string()).optional(),
  /** Whether it may publish under other people's names. */
  forOthers: z.boolean().optional(),
});
export type CheckReport = z.infer<typeof checkReportSchema>;

export const destinationCalls = {
  'destination.list': call(nothing, z.array(destinationSchema)),
  'destination.save': call(destinationDraftSchema, destinationSchema),
  'destination.remove': call(z.strictObject({ id: idSchema }), done),
  /** Checks a draft as it stands in the form; with an id and no secret, the stored secret is used. */
  'destination.check': call(destinationDraftSchema, checkReportSchema),
  'destination.chooseFolder': call(nothing, z.object({ path: z.string() })),
  /** Gives the secret of a destination that keeps none, until the program ends. */
  'destination.unlock': call(
    z.strictObject({ id: idSchema, secret: z.string().min(1).max(20_000) }),
    destinationSchema,
  ),

  /**
   * The categories, tags or authors that a destination has, whose names hold `query` ('': the first ones). `asOf`: it cannot be
   * asked now, and these are of then. Failures: as of a publication, notOffered, secretNeeded.
   */
  'destination.terms': call(
    z.strictObject({ id: idSchema, kind: z.enum(TERM_KINDS), query: z.string().max(300) }),
    z.object({ terms: z.array(termSchema), asOf: instantSchema.nullable() }),
  ),
};
