import { MOST_CLIPBOARD, reportSchema } from '../../story/formats/paste/report.ts';
import { idSchema } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, MiB } from './call.ts';

/** So many clipboards a story keeps. */
export const MOST_PASTES = 20;

/** A clipboard as it was pasted, and what was told of it. */
export const keptPasteSchema = z.strictObject({
  at: instantSchema,
  types: z.array(z.string().max(200)).max(50),
  html: z.string().max(MOST_CLIPBOARD),
  text: z.string().max(MOST_CLIPBOARD),
  /** It was longer. */
  cut: z.boolean(),
  report: reportSchema,
});
export type KeptPaste = z.infer<typeof keptPasteSchema>;

const entrySchema = keptPasteSchema
  .omit({ html: true, text: true })
  .extend({ id: idSchema, size: z.number().int().nonnegative() });
export type PasteEntry = z.infer<typeof entrySchema>;

export const pasteCalls = {
  /** The newest first. */
  'pastes.list': call(z.strictObject({ id: idSchema }), z.array(entrySchema)),
  'pastes.get': call(z.strictObject({ id: idSchema, paste: idSchema }), keptPasteSchema.nullable()),
  /** Acknowledged only when it is on disk. */
  'pastes.keep': call(z.strictObject({ id: idSchema, paste: keptPasteSchema }), z.object({ id: idSchema }), 24 * MiB),
};
