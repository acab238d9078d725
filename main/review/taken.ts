import type { Result } from '../../preload/contract.ts';
import { hashSchema } from '../../story/model.ts';
import { z } from '../../story/zod.ts';
import { readJson, type Values, writeJson } from './values.ts';

const KEY = 'handoffs.taken';
/** So many files are remembered as done with; an older one that still lies in the shared folder shows again. */
const MOST = 5000;

/** The ids of the files that were taken in, or that somebody put out of sight. */
export const listTaken = async (store: Values): Promise<string[]> =>
  (await readJson(store, KEY, z.array(hashSchema))) ?? [];

export async function addTaken(store: Values, id: string): Promise<Result<null>> {
  const before = await listTaken(store);
  if (before.includes(id)) return { ok: true, value: null };
  return writeJson(store, KEY, [...before, id].slice(-MOST));
}
