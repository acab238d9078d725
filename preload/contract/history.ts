import { idSchema } from '../../story/ids.ts';
import { blockSchema, instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, name, seq } from './call.ts';

/** A person: the key's fingerprint, and the name it is known by on this desk; null: none. */
export const whoSchema = z.object({ fingerprint: z.string(), name: z.string().nullable() });
export type Who = z.infer<typeof whoSchema>;

const count = z.number().int().nonnegative();

/** How much differs between two versions, without looking into the words: fields, and blocks that came, went, or changed. */
export const amountSchema = z.object({ fields: count, added: count, removed: count, changed: count });

/** A point of a story's past that can be read, and what makes it one. A version without name, mark and the like is automatic. */
export const versionSchema = z.object({
  seq,
  /** The instant of the last change in it. */
  at: instantSchema,
  /** Who wrote since the version before it in the list. */
  by: z.array(whoSchema),
  /** The story as it was made or came in. */
  isFirst: z.boolean(),
  name: z.string().nullable(),
  /** Made before `from` was restored, or by restoring it. */
  restore: z.object({ kind: z.enum(['beforeRestore', 'restored']), from: seq }).nullable(),
  approvals: z.array(z.object({ name: z.string(), at: instantSchema })),
  publications: z.array(z.object({ destination: z.string(), at: instantSchema })),
  /** null: it cannot be read, since a row of it is damaged. */
  words: count.nullable(),
  /** Since the version before it in the list; null for the first, and where one cannot be read. */
  changed: amountSchema.nullable(),
  /** How many automatic versions it stands for, itself included. */
  count: count,
});
export type Version = z.infer<typeof versionSchema>;

/** A paragraph, or a figure, as it was from `at` on; null: it was taken out. */
export const blockStateSchema = z.object({
  seq,
  at: instantSchema,
  by: whoSchema,
  block: blockSchema.nullable(),
});
export type BlockState = z.infer<typeof blockStateSchema>;

export const blockPastSchema = z.object({
  /** The newest first; what was typed in one go counts once. */
  states: z.array(blockStateSchema),
  /** It was split off from this paragraph. */
  origin: idSchema.nullable(),
  /** There are older states than these. */
  isCut: z.boolean(),
});
export type BlockPast = z.infer<typeof blockPastSchema>;

export const workedSchema = z.object({
  /** Milliseconds. */
  ms: count,
  /** The most first. */
  authors: z.array(z.object({ who: whoSchema, ms: count })),
});
export type Worked = z.infer<typeof workedSchema>;

const at = z.strictObject({ id: idSchema, seq });

export const historyCalls = {
  /**
   * The versions of a story, the newest first, at most `limit` below `before`. Unless `every`, automatic ones are thinned:
   * today each, in the last week one an hour, then one a day.
   */
  'history.list': call(
    z.strictObject({
      id: idSchema,
      before: seq.nullable(),
      limit: z.number().int().min(1).max(100),
      every: z.boolean(),
    }),
    z.object({ versions: z.array(versionSchema), more: z.boolean() }),
  ),
  /** The story at that number. */
  'history.read': call(at, z.object({ story: storySchema })),
  /** Names a version, renames it, or (null) takes its name away. Makes a snapshot of it where it is the newest state. */
  'history.name': call(at.extend({ name: name.nullable() }), done),
  /** Notes that a version was made before restoring `from`, or by it. */
  'history.mark': call(at.extend({ kind: z.enum(['beforeRestore', 'restored']), from: seq }), done),
  /** The past of one paragraph or figure. */
  'history.block': call(z.strictObject({ storyId: idSchema, blockId: idSchema }), blockPastSchema),
  /**
   * The version that a story's author signed off: the first that holds `step` (the id of a step of the desk), else, or with
   * none, the last one that whoever began the story wrote. null: no version can be found.
   */
  'history.signOff': call(
    z.strictObject({ id: idSchema, step: idSchema.nullable() }),
    z.object({ seq, at: instantSchema, by: whoSchema }).nullable(),
  ),
  /** The time that was worked on a story: gaps between its records of at most five minutes. */
  'history.worked': call(z.strictObject({ id: idSchema }), workedSchema),
};
