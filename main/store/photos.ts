import { type PhotoInfo, photoInfoSchema, type Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

const remoteSchema = z.object({ id: z.string(), url: z.string() });
type Remote = z.infer<typeof remoteSchema>;
const done: Result<null> = { ok: true, value: null };

/** What a photo's file says of it, by the hash of its bytes. */
export function putPhoto(db: Database, input: PhotoInfo): Result<null> {
  const parsed = photoInfoSchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  putRow(db, 'photos', { hash: parsed.data.hash, data: JSON.stringify(parsed.data) });
  return done;
}

export function getPhoto(db: Database, hash: string): PhotoInfo | null {
  const [row] = intactRows(db, 'photos', 'WHERE hash = ?', hash);
  return row ? parseColumn(photoInfoSchema, row.data) : null;
}

/** A photo that is already at a destination. */
export function putRemotePhoto(db: Database, destinationId: string, hash: string, input: Remote): Result<null> {
  const parsed = remoteSchema.safeParse(input);
  if (!parsed.success || !hashSchema.safeParse(hash).success) return failure('badRequest', 'not a remote photo');
  putRow(db, 'remote_photos', { destination_id: destinationId, hash, data: JSON.stringify(parsed.data) });
  return done;
}

export function getRemotePhoto(db: Database, destinationId: string, hash: string): Remote | null {
  const [row] = intactRows(db, 'remote_photos', 'WHERE destination_id = ? AND hash = ?', destinationId, hash);
  return row ? parseColumn(remoteSchema, row.data) : null;
}
