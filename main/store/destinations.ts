import { destinationConfigSchema, type Result } from '../../preload/contract.ts';
import { idSchema } from '../../story/ids.ts';
import { z } from '../../story/zod.ts';
import type { StoredDestination } from './api.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

const dataSchema = z.object({ name: z.string(), config: destinationConfigSchema });
const storedSchema = dataSchema.extend({ id: idSchema, secret: z.instanceof(Uint8Array).nullable() });

/** In the order in which they were made. */
export function listDestinations(db: Database): StoredDestination[] {
  return intactRows(db, 'destinations', 'ORDER BY rowid').flatMap((row) => {
    const data = parseColumn(dataSchema, row.data);
    return data ? [{ id: String(row.id), ...data, secret: row.secret as Uint8Array | null }] : [];
  });
}

export function putDestination(db: Database, input: StoredDestination): Result<null> {
  const parsed = storedSchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', z.prettifyError(parsed.error));
  const { id, secret, ...data } = parsed.data;
  putRow(db, 'destinations', { id, data: JSON.stringify(data), secret });
  return { ok: true, value: null };
}

/** Its receipts stay. While a job for it is not over: alreadyWaiting. */
export function removeDestination(db: Database, id: string): Result<null> {
  const open = "destination_id = ? AND state NOT IN ('done', 'cancelled')";
  if (db.get(`SELECT id FROM jobs WHERE ${open}`, id)) return failure('alreadyWaiting');
  return db.run('DELETE FROM destinations WHERE id = ?', id) > 0 ? { ok: true, value: null } : failure('notFound');
}
