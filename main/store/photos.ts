import { type PhotoInfo, photoInfoSchema, type Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import type { PhotoField } from '../../story/photo/facts.ts';
import { z } from '../../story/zod.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { intactRows, parseColumn, putRow } from './sealed.ts';

type PhotoEdit = { value: string; by: string; at: string };
const remoteSchema = z.object({
  id: z.string(),
  url: z.string(),
  /** See the destinations' RemotePhoto. */
  texts: z.enum(['all', 'full', 'none']).optional(),
  sent: hashSchema.optional(),
});
export type RemotePhoto = z.infer<typeof remoteSchema>;
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

/** The photos whose originals have one of these sizes in bytes. */
export function photosOfSizes(db: Database, sizes: readonly number[]): { size: number; hashes: string[] }[] {
  const wanted = JSON.stringify([...new Set(sizes)]);
  const rows = db.all(
    `SELECT json_extract(data, '$.size') AS size, json_group_array(hash) AS hashes FROM photos
     WHERE json_valid(data) AND json_extract(data, '$.size') IN (SELECT value FROM json_each(?)) GROUP BY size`,
    wanted,
  );
  return rows.map(({ size, hashes }) => ({ size: Number(size), hashes: JSON.parse(String(hashes)) }));
}

/** Keeps what a person wrote in a field of a photo, or said is right. Failures: notFound. */
export function describePhoto(db: Database, hash: string, field: PhotoField, edit: PhotoEdit): Result<PhotoInfo> {
  const info = getPhoto(db, hash);
  if (!info) return failure('notFound', hash);
  const described: PhotoInfo = { ...info, edits: { ...info.edits, [field]: edit } };
  const put = putPhoto(db, described);
  return put.ok ? { ok: true, value: described } : put;
}

/** A photo that is already at a destination. */
export function putRemotePhoto(db: Database, destinationId: string, hash: string, input: RemotePhoto): Result<null> {
  const parsed = remoteSchema.safeParse(input);
  if (!parsed.success || !hashSchema.safeParse(hash).success) return failure('badRequest', 'not a remote photo');
  putRow(db, 'remote_photos', { destination_id: destinationId, hash, data: JSON.stringify(parsed.data) });
  return done;
}

export function getRemotePhoto(db: Database, destinationId: string, hash: string): RemotePhoto | null {
  const [row] = intactRows(db, 'remote_photos', 'WHERE destination_id = ? AND hash = ?', destinationId, hash);
  return row ? parseColumn(remoteSchema, row.data) : null;
}
