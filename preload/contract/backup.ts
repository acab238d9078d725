import { idSchema } from '../../story/ids.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { call, done, MiB, nothing } from './call.ts';
import { errorCodeSchema } from './codes.ts';

export const backupPlanSchema = z.object({
  every: z.enum(['off', 'daily', 'weekly']),
  /** Absolute path; null: not chosen yet. */
  folder: z.string().nullable(),
  /** How many of the schedule's own backups stay. */
  keep: z.number().int().min(1).max(60),
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

export const WORKS = ['backup', 'verify', 'restore', 'stories', 'export', 'move'] as const;
/** Work that takes its time. `done` of `total` are bytes, or stories where it counts those. */
export const workSchema = z.object({
  kind: z.enum(WORKS),
  done: z.number(),
  total: z.number(),
  /** The last steps cannot be stopped half-way. */
  canCancel: z.boolean(),
});
export type Work = z.infer<typeof workSchema>;

/** A backup as it was made. */
export const backupViewSchema = z.object({
  path: z.string(),
  at: instantSchema,
  bytes: z.number(),
  stories: z.number(),
});
export const backupStateSchema = z.object({
  plan: backupPlanSchema,
  last: backupViewSchema.nullable(),
  /** Why the schedule's last attempt failed; null: it did not. */
  failed: z.object({ at: instantSchema, code: errorCodeSchema, detail: z.string().optional() }).nullable(),
  /** No good backup for twice the time in which there should be one. */
  overdue: z.boolean(),
  /** The schedule's folder is on the library's own disk. */
  sameDisk: z.boolean(),
  work: workSchema.nullable(),
  /** The library's folder. */
  library: z.string(),
  /** What became of the library at its last opening, until the person has read it. */
  notice: z.object({ kind: z.enum(['restored', 'moved']), at: instantSchema, kept: z.string() }).nullable(),
});
export type BackupState = z.infer<typeof backupStateSchema>;

export const madeBackupSchema = z.object({
  path: z.string(),
  bytes: z.number(),
  stories: z.number(),
  photos: z.number(),
  /** Photos and rows that are damaged in the library itself, and files whose names a backup cannot take. */
  damagedPhotos: z.number(),
  damagedRows: z.number(),
  leftOut: z.number(),
});
export type MadeBackupView = z.infer<typeof madeBackupSchema>;

/** A backup that was opened and checked as a whole. */
export const openedBackupSchema = z.object({
  path: z.string(),
  at: instantSchema,
  program: z.string(),
  bytes: z.number(),
  photos: z.number(),
  damagedPhotos: z.number(),
  damagedRows: z.number(),
  stories: z.array(
    z.object({ id: idSchema, headline: z.string(), words: z.number(), updatedAt: z.string(), here: z.boolean() }),
  ),
});
export type OpenedBackup = z.infer<typeof openedBackupSchema>;

export const exportedSchema = z.object({
  path: z.string(),
  stories: z.number(),
  /** Stories and photos that could not be written out, named in the export's own list. */
  problems: z.number(),
});
export type Exported = z.infer<typeof exportedSchema>;

export const backupCalls = {
  'backup.state': call(nothing, backupStateSchema),
  /** Where no folder is chosen yet and there is to be a schedule, a folder dialog comes first. */
  'backup.setPlan': call(backupPlanSchema.pick({ every: true, keep: true }).strict(), backupStateSchema),
  'backup.chooseFolder': call(nothing, backupStateSchema),
  /** A folder dialog, then a backup there. */
  'backup.make': call(nothing, madeBackupSchema),
  /** Into the schedule's folder, counted as the schedule's own. */
  'backup.makePlanned': call(nothing, madeBackupSchema),
  'backup.cancel': call(nothing, done),
  /** A file dialog; the file is read and checked as a whole, and stays open until `backup.closeFile`. */
  'backup.openFile': call(nothing, openedBackupSchema),
  'backup.closeFile': call(nothing, done),
  /** The opened backup becomes the library; the present one is kept whole beside it. Every page starts afresh. */
  'backup.restore': call(nothing, done),
  /** Stories of the opened backup are added: under their ids, or as copies where those are here. */
  'backup.takeStories': call(
    z.strictObject({ ids: z.array(idSchema).min(1).max(5000) }),
    z.object({ added: z.number(), missingPhotos: z.number() }),
    2 * MiB,
  ),
  /** A folder dialog, then every story as plain files in a new folder there. */
  'backup.export': call(nothing, exportedSchema),
  /** A folder dialog; the library moves there. Every page starts afresh. */
  'backup.move': call(nothing, done),
  /** The notice was read. */
  'backup.noticeRead': call(nothing, done),
  /** Opens the folder of the schedule, or of what the notice is about. */
  'backup.show': call(z.strictObject({ what: z.enum(['backups', 'kept', 'export']) }), done),
};
