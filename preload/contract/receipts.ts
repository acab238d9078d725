import { idSchema } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { aboutSchema } from '../../story/receipts/about.ts';
import { z } from '../../story/zod.ts';
import { call } from './call.ts';
import { REMOTE_STATES } from './destinations.ts';
import { receiptSchema } from './publish.ts';

/** What is asked of the receipts of the whole library. The search language of `text`: see story/text/query.ts. */
export const receiptFindSchema = z.strictObject({
  text: z.string().max(2_000),
  /** An empty list is no filter. */
  destinations: z.array(idSchema).max(50),
  statuses: z.array(z.enum(REMOTE_STATES)).max(REMOTE_STATES.length),
  /** Only those of stories that were not read back as they were sent. */
  differing: z.boolean(),
  /** From (inclusive), before (exclusive): instants. */
  from: instantSchema.nullable(),
  before: instantSchema.nullable(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(200),
});
export type ReceiptFind = z.infer<typeof receiptFindSchema>;

export const receiptRowSchema = receiptSchema.extend({
  /** null: what was published is lost (its row was damaged). */
  about: aboutSchema.nullable(),
  /** Whether the story is still in the library, the trash included. */
  isHere: z.boolean(),
});
export type ReceiptRow = z.infer<typeof receiptRowSchema>;

const count = z.number().int().nonnegative();
export const receiptsFoundSchema = z.object({
  total: count,
  /** Right after the start: not all receipts are read yet, there may be more. */
  isCut: z.boolean(),
  /** The newest first. */
  rows: z.array(receiptRowSchema),
  facets: z.object({
    /** Of what the search gives, before the filters; `name`: as the destination was called last. */
    destinations: z.array(z.object({ value: idSchema, name: z.string(), count })),
    statuses: z.array(z.object({ value: z.enum(REMOTE_STATES), count })),
    differing: count,
  }),
});
export type ReceiptsFound = z.infer<typeof receiptsFoundSchema>;

const saved = z.object({ path: z.string(), count });

export const receiptCalls = {
  'receipt.find': call(receiptFindSchema, receiptsFoundSchema),
  /** A save dialog; writes all that is found as CSV, the newest first. */
  'receipt.export': call(receiptFindSchema.omit({ offset: true, limit: true }), saved),
  /** A save dialog; writes what fees are paid by for a period as CSV: see main/receipts/fees.ts for what counts. */
  'receipt.fees': call(
    z.strictObject({ from: instantSchema.nullable(), before: instantSchema.nullable() }),
    z.object({ path: z.string(), stories: count }),
  ),
};
