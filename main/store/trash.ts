import type { Result } from '../../preload/contract.ts';
import type { Database } from './database.ts';
import { seeDay } from './days.ts';
import { deleteStory } from './deletion.ts';
import { failure } from './failures.ts';
import { hasOpenJob } from './outbox.ts';
import { headSeq } from './records.ts';
import { listShelf, putShelf, readShelf } from './shelf.ts';

/** A story stays in the trash for so many days of use, and for so many days by the clock. */
export const TRASH_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

const done: Result<null> = { ok: true, value: null };
const isHere = (db: Database, id: string): boolean => headSeq(db, id) >= 0;

export function pinStory(db: Database, id: string, pinned: boolean): Result<null> {
  if (!isHere(db, id)) return failure('notFound');
  putShelf(db, id, { pinned });
  return done;
}

/** For the list of those opened last. `at`: instant. */
export function markOpened(db: Database, id: string, at: string): Result<null> {
  if (!isHere(db, id)) return failure('notFound');
  putShelf(db, id, { openedAt: at });
  return done;
}

/** Failures: notFound; stillPublishing, while a job of it is not over. `at`: instant. */
export function trashStory(db: Database, id: string, at: string): Result<null> {
  if (!isHere(db, id)) return failure('notFound');
  if (hasOpenJob(db, id)) return failure('stillPublishing');
  if (readShelf(db, id).trashedAt === null)
    db.transaction(() => putShelf(db, id, { trashedAt: at, trashedOnDay: seeDay(db, at) }));
  return done;
}

export function restoreFromTrash(db: Database, id: string): Result<null> {
  if (!isHere(db, id)) return failure('notFound');
  putShelf(db, id, { trashedAt: null, trashedOnDay: null });
  return done;
}

/** For ever, and only from the trash. Failures: notFound, notInTrash, stillPublishing. */
export function deleteFromTrash(db: Database, folder: string, id: string): Result<null> {
  if (!isHere(db, id)) return failure('notFound');
  if (readShelf(db, id).trashedAt === null) return failure('notInTrash');
  if (hasOpenJob(db, id)) return failure('stillPublishing');
  deleteStory(db, folder, id);
  return done;
}

/** The stories in the trash that have been there for long enough. Counts the day of `now` (instant). */
export function outlived(db: Database, now: string): string[] {
  const day = seeDay(db, now);
  const ids: string[] = [];
  for (const [id, { trashedAt, trashedOnDay }] of listShelf(db)) {
    if (trashedAt === null) continue;
    // Its days are counted from now on where nobody noted the first.
    if (trashedOnDay === null) putShelf(db, id, { trashedOnDay: day });
    else if (day - trashedOnDay >= TRASH_DAYS && Date.parse(now) - Date.parse(trashedAt) >= TRASH_DAYS * DAY_MS)
      ids.push(id);
  }
  return ids;
}
