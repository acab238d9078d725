import type { Result } from '../../preload/contract.ts';
import type { z } from '../../story/zod.ts';
import type { Store } from '../store/api.ts';

export type Values = Pick<Store, 'getValue' | 'putValue'>;

/** A value that the store keeps as JSON; null where there is none, or one that does not fit. */
export async function readJson<T>(store: Values, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await store.getValue(key);
  if (!bytes) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  } catch {
    return null;
  }
}

export const writeJson = (store: Values, key: string, value: unknown): Promise<Result<null>> =>
  store.putValue(key, new Uint8Array(Buffer.from(JSON.stringify(value))));
