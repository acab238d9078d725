import { idSchema } from '../../story/ids.ts';
import { hashSchema, instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

/** Whether what goes out is put in folders, one for each receiver or each story. */
const sortedBySchema = z.enum(['none', 'person', 'story']);
/** A folder on a share or a synchronised drive by which hand-offs go and come. */
export const sharedFolderSchema = z.object({ path: z.string(), by: sortedBySchema });
export type SharedFolder = z.infer<typeof sharedFolderSchema>;

/** A hand-off that lies in the shared folder and has not been taken in. */
export const arrivalSchema = z.object({
  id: hashSchema,
  storyId: idSchema,
  headline: z.string(),
  from: z.string(),
  /** Whom it is for, perhaps ''. */
  to: z.string(),
  note: z.string(),
  at: instantSchema,
  isNew: z.boolean(),
});
export type Arrival = z.infer<typeof arrivalSchema>;

export const channelSchema = z.object({
  /** null: there is none. */
  folder: sharedFolderSchema.nullable(),
  /** It is not there at present: a stick pulled out, a share that does not answer. */
  gone: z.boolean(),
  /** The newest first. */
  arrivals: z.array(arrivalSchema),
  /** Files that cannot be taken in, and why. */
  troubles: z.array(z.object({ file: z.string(), code: errorCodeSchema })),
});
export type Channel = z.infer<typeof channelSchema>;

export const channelCalls = {
  'channel.state': call(nothing, channelSchema),
  /** A dialog for the folder. */
  'channel.choose': call(nothing, channelSchema),
  'channel.sort': call(z.strictObject({ by: sortedBySchema }), channelSchema),
  'channel.off': call(nothing, channelSchema),
  /** Not for this desk: the file stays, and is not shown here any more. */
  'channel.hide': call(z.strictObject({ id: hashSchema }), channelSchema),
};
