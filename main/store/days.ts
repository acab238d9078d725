import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { getValue, putValue } from './values.ts';

// How many days the program has been in use. No clock can be trusted alone: one that jumps a year ahead adds a single day
// here, and one that jumps to and fro adds no day twice.

const KEY = 'days.seen';
/** So many of the last days are known by their dates. */
const MOST_DATES = 100;
const seenSchema = z.object({ count: z.number().int().nonnegative(), dates: z.array(z.string()).max(MOST_DATES) });

/** Counts the day of `now` (instant; days are those of UTC) if it is a new one. Gives the number of days seen so far. */
export function seeDay(db: Database, now: string): number {
  const { count, dates } = readSeen(db);
  const date = now.slice(0, 10);
  if (dates.includes(date)) return count;
  const seen = { count: count + 1, dates: [...dates, date].slice(-MOST_DATES) };
  putValue(db, KEY, new Uint8Array(Buffer.from(JSON.stringify(seen))));
  return seen.count;
}

function readSeen(db: Database): z.infer<typeof seenSchema> {
  const bytes = getValue(db, KEY);
  const parsed = bytes && seenSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return parsed?.success ? parsed.data : { count: 0, dates: [] };
}
