import { noteSchema } from '../../story/formats/copydesk/manifest.ts';
import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, MiB, nothing, seq } from './call.ts';

const fromSchema = z.object({ name: z.string(), fingerprint: z.string() });

/** Somebody whose hand-offs were taken in on this computer. */
export const senderSchema = z.object({
  /** SHA-256 of the key, lower-case hex: who they are. */
  fingerprint: hashSchema,
  /** As they called themselves last. */
  name: z.string().max(200),
  firstSeen: instantSchema,
  lastSeen: instantSchema,
  /** A person says that the fingerprint was compared with them aloud. */
  verified: z.boolean(),
});
export type Sender = z.infer<typeof senderSchema>;

/** A story that came back (or came new) in a `.copydesk` file; the window merges it into what is open. */
export const handoffSchema = z.object({
  storyId: idSchema,
  /** There was no such story here; it has been added to the library. */
  isNew: z.boolean(),
  base: storySchema,
  theirs: storySchema,
  from: fromSchema,
  note: noteSchema,
});
export type Handoff = z.infer<typeof handoffSchema>;

/** What is asked before anything of a file is taken in, since its sender is not who is known here. */
export const handoffQuestionSchema = z.object({
  /** Of the file, for `review.take`. */
  id: hashSchema,
  /** unknown: a new key. otherKey: a new key under the name of somebody known. renamed: a known key under another name. */
  why: z.enum(['unknown', 'otherKey', 'renamed']),
  from: fromSchema,
  /** renamed: whose key it is by what is known here. */
  knownAs: senderSchema.nullable(),
  /** Others known under this name; without dates where that is oneself. */
  others: z.array(fromSchema.extend({ lastSeen: instantSchema.nullable(), verified: z.boolean() })),
  headline: z.string(),
  isNew: z.boolean(),
  at: instantSchema,
  note: noteSchema,
});
export type HandoffQuestion = z.infer<typeof handoffQuestionSchema>;

export const receivedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), handoff: handoffSchema }),
  z.object({ kind: z.literal('asks'), question: handoffQuestionSchema }),
]);
export type Received = z.infer<typeof receivedSchema>;

/** One way a story went or came. */
export const passageSchema = z.object({
  kind: z.enum(['sent', 'came']),
  at: instantSchema,
  /** came: the sender. sent: whom it was for, perhaps ''. */
  name: z.string(),
  /** came: the sender's key. */
  fingerprint: z.string().nullable(),
  note: z.string(),
  /** sent: where the file was put. */
  file: z.string().nullable(),
  /** Of the file. */
  id: hashSchema,
});
export type Passage = z.infer<typeof passageSchema>;

/** The three versions of the last merge: what both sides come from, the story here before it, and what came in. */
export const lastMergeSchema = z.object({
  /** Of the file. */
  id: hashSchema,
  /** Of its sender. */
  name: z.string(),
  base: storySchema,
  ours: storySchema,
  theirs: storySchema,
});
export type LastMerge = z.infer<typeof lastMergeSchema>;

export const reviewCalls = {
  /** One `.copydesk` file of the story as stored at `seq`: where a save dialog says, or into the shared folder. */
  'review.send': call(
    z.strictObject({ storyId: idSchema, seq, note: noteSchema, shared: z.boolean() }),
    z.object({ path: z.string() }),
  ),
  /** The file of an open dialog, the next one that was opened from outside, or an arrival's; taken in, if its sender is known. */
  'review.receive': call(
    z.union([z.strictObject({ from: z.enum(['dialog', 'pending']) }), z.strictObject({ arrival: hashSchema })]),
    receivedSchema,
    1024,
  ),
  /** Takes in the file that was asked about. `trust`: its sender's fingerprint was compared aloud. */
  'review.take': call(z.strictObject({ id: hashSchema, trust: z.boolean() }), handoffSchema, 1024),
  /** The merge of a received story is stored: its version becomes the base of the next one. */
  'review.merged': call(z.strictObject({ storyId: idSchema, theirs: storySchema }), done, 64 * MiB),
  /** A dropped file, by its place on the disk: it waits as one that was opened from outside does. */
  'review.file': call(z.strictObject({ path: z.string().min(1).max(4096) }), done),
  /** Where a story went and came from, the newest first. */
  'review.passages': call(z.strictObject({ storyId: idSchema }), z.array(passageSchema)),
  /** What was last merged into a story; null: nothing was. */
  'review.lastMerge': call(z.strictObject({ storyId: idSchema }), lastMergeSchema.nullable()),

  /** Whose hand-offs were taken in, the last seen first. */
  'sender.list': call(nothing, z.array(senderSchema)),
  'sender.verify': call(z.strictObject({ fingerprint: hashSchema, verified: z.boolean() }), z.array(senderSchema)),
  /** The next file of this key is asked about again. */
  'sender.forget': call(z.strictObject({ fingerprint: hashSchema }), z.array(senderSchema)),
};
