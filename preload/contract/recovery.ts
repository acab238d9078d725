import { idSchema } from '../../story/ids.ts';
import { instantSchema, storySchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, nothing } from './call.ts';

const count = z.number().int().nonnegative();

/** Something unusual that was found in the library, kept until the person has seen it. */
export const incidentSchema = z.object({
  id: idSchema,
  at: instantSchema,
  /**
   * salvaged: the database was damaged, and a sound one was made of all that could be read. rowsAside: rows beside the
   * stories (photos' texts, destinations, jobs, receipts) were damaged and set aside. mended: a story is shown up to where
   * its journal is intact. restored: a story, or its newest part, came from its recovery copy. oldRows: the present state of
   * a story is whole, some of its past is not. lost: of a story nothing whole can be read. suspect: a check beside the work
   * found the database damaged; the next start looks closely, and salvages it where that is so.
   */
  what: z.enum(['salvaged', 'rowsAside', 'mended', 'restored', 'oldRows', 'lost', 'suspect']),
  storyId: idSchema.nullable(),
  /** Rows that could not be used; they are kept. */
  aside: count,
  /** salvaged: the folder in the library's folder where the damaged files are kept. */
  kept: z.string().nullable(),
  /** mended, restored: the number of the last intact record, the highest there was, and the one the mended state got. */
  intact: z.number().int(),
  head: z.number().int(),
  seq: z.number().int(),
});
export type Incident = z.infer<typeof incidentSchema>;

/**
 * now: the story as it is. beyond: the mended state, and what was written behind the gap, as far as it can be put in its
 * place. before: the newest whole snapshot before the damage.
 */
export const CHOICES = ['now', 'beyond', 'before'] as const;
export type RecoveryChoice = (typeof CHOICES)[number];

/** What there is to choose for one story: only states that differ from each other; `now` always, unless it is lost. */
export const choicesSchema = z.object({
  choices: z.array(
    z.object({ choice: z.enum(CHOICES), story: storySchema, at: instantSchema.nullable(), words: count }),
  ),
  /** Passages of the rows set aside that stand in none of these states, as plain text, one to a line. */
  aside: z.array(z.string()),
});
export type RecoveryChoices = z.infer<typeof choicesSchema>;

export const recoveryCalls = {
  /** The newest first; `headline`: of the story now, empty where it has none. */
  'recovery.report': call(nothing, z.array(incidentSchema.extend({ headline: z.string() }))),
  /** Fails with notFound where the incident is settled already, or its story is gone. */
  'recovery.choices': call(z.strictObject({ id: idSchema }), choicesSchema),
  /** The person has seen these, or chosen. What was set aside stays where it is. */
  'recovery.seen': call(z.strictObject({ ids: z.array(idSchema).max(20_000) }), done, 2 * 1024 * 1024),
};
