import { instantSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Shelf } from './api.ts';
import type { Database } from './database.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

/** A story's row on the shelf. `trashedOnDay`: the library's day (see days.ts) on which it went into the trash. */
const shelfSchema = z.object({
  pinned: z.boolean(),
  trashedAt: instantSchema.nullable(),
  openedAt: instantSchema.nullable(),
  trashedOnDay: z.number().int().nonnegative().nullable().default(null),
});
export type ShelfRow = z.infer<typeof shelfSchema>;

export const NOWHERE: ShelfRow = { pinned: false, trashedAt: null, openedAt: null, trashedOnDay: null };

/** A story's place on the shelf; one without a row (or with a damaged one) is not pinned, in no trash and never opened. */
export function readShelf(db: Database, storyId: string): ShelfRow {
  const [row] = intactRows(db, 'shelf', 'WHERE story_id = ?', storyId);
  return (row && parseColumn(shelfSchema, row.data)) ?? NOWHERE;
}

/** The places of all stories that have a row, by their ids. */
export function listShelf(db: Database): Map<string, ShelfRow> {
  const places = intactRows(db, 'shelf').flatMap((row): [string, ShelfRow][] => {
    const place = parseColumn(shelfSchema, row.data);
    return place ? [[String(row.story_id), place]] : [];
  });
  return new Map(places);
}

export function putShelf(db: Database, storyId: string, patch: Partial<ShelfRow>): void {
  const place = shelfSchema.parse({ ...readShelf(db, storyId), ...patch });
  putRow(db, 'shelf', { story_id: storyId, data: JSON.stringify(place) });
}

/** What others see of a place on the shelf. */
export const shelfView = ({ pinned, trashedAt, openedAt }: ShelfRow): Shelf => ({ pinned, trashedAt, openedAt });
