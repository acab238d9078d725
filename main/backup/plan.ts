import { backupPlanSchema } from '../../preload/contract/backup.ts';
import { errorCodeSchema } from '../../preload/contract.ts';
import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Store } from '../store/api.ts';

/** A backup that this program made and read back. `planned`: by the schedule, and so its own to remove. */
const madeSchema = z.object({
  path: z.string(),
  at: instantSchema,
  bytes: z.number(),
  stories: z.number(),
  photos: z.number(),
  planned: z.boolean(),
});
export type MadeBackup = z.infer<typeof madeSchema>;

export const memorySchema = z.object({
  plan: backupPlanSchema,
  /** Since when the plan is as it is. */
  since: instantSchema,
  /** Newest last. */
  made: z.array(madeSchema),
  /** The last attempt of the schedule, where it failed. */
  failed: z.object({ at: instantSchema, code: errorCodeSchema, detail: z.string().optional() }).nullable(),
});
export type Memory = z.infer<typeof memorySchema>;

/** Where the store keeps it. */
export const MEMORY_KEY = 'backup.memory';
const MOST_MADE = 400;
const HOUR = 60 * 60_000;
const DAY = 24 * HOUR;
const PERIOD = { daily: DAY, weekly: 7 * DAY };
/** A failed attempt is repeated after so long: a stick that was forgotten comes back in the course of the day. */
const RETRY = HOUR;

export const emptyMemory = (now: Date): Memory => ({
  plan: { every: 'off', folder: null, keep: 7 },
  since: now.toISOString(),
  made: [],
  failed: null,
});

type Values = Pick<Store, 'getValue' | 'putValue'>;

/** What is remembered of backups; what cannot be read counts as nothing: no backup is removed for that. */
export async function readMemory(store: Values): Promise<Memory> {
  const bytes = await store.getValue(MEMORY_KEY);
  try {
    return memorySchema.parse(JSON.parse(Buffer.from(bytes ?? []).toString('utf8')));
  } catch {
    return emptyMemory(new Date());
  }
}

export const writeMemory = (store: Values, memory: Memory) =>
  store.putValue(
    MEMORY_KEY,
    new Uint8Array(Buffer.from(JSON.stringify({ ...memory, made: memory.made.slice(-MOST_MADE) }))),
  );

export const lastGood = ({ made }: Memory): MadeBackup | null => made.at(-1) ?? null;

/** How old an instant is. One in the future (the clock was set back since) tells nothing: as old as can be. */
const age = (at: string, now: Date): number => {
  const passed = now.getTime() - Date.parse(at);
  return passed < -HOUR ? Number.POSITIVE_INFINITY : Math.max(0, passed);
};

/** Whether the schedule has a backup to make now. */
export function isDue(memory: Memory, now: Date): boolean {
  const { plan, failed } = memory;
  if (plan.every === 'off' || plan.folder === null) return false;
  if (failed && age(failed.at, now) < RETRY) return false;
  const last = memory.made.findLast(({ planned }) => planned);
  // An hour before the day is round, or each day's backup would be a little later than the last one's.
  return !last || age(last.at, now) >= PERIOD[plan.every] - HOUR;
}

/** Whether the person should know: there has been no good backup for twice the time there should have been one. */
export function isOverdue(memory: Memory, now: Date): boolean {
  const { plan } = memory;
  if (plan.every === 'off') return false;
  const last = lastGood(memory);
  const since = last && last.at > memory.since ? last.at : memory.since;
  return age(since, now) >= 2 * PERIOD[plan.every];
}

/**
 * The backups that may go, now that a new one was made and read back: of those that the schedule itself made in its folder
 * and that are still as long as they were, all but the newest `keep`.
 */
export const outlivedBackups = (
  { plan, made }: Memory,
  isThere: (backup: MadeBackup) => boolean,
  folderOf: (path: string) => string,
): MadeBackup[] => {
  const ours = made.filter((one) => one.planned && folderOf(one.path) === plan.folder && isThere(one));
  return ours.slice(0, Math.max(0, ours.length - plan.keep));
};
