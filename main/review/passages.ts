import { type Passage, passageSchema, type Result } from '../../preload/contract.ts';
import { z } from '../../story/zod.ts';
import { readJson, type Values, writeJson } from './values.ts';

/** So many of a story's passages are remembered. */
const MOST = 200;

/** Where a story went and came from on this computer, the newest first. */
export const listPassages = async (store: Values, storyId: string): Promise<Passage[]> =>
  (await readJson(store, `passages.${storyId}`, z.array(passageSchema))) ?? [];

/** The same file that comes twice came once. */
export async function addPassage(store: Values, storyId: string, passage: Passage): Promise<Result<null>> {
  const before = await listPassages(store, storyId);
  if (before.some(({ kind, id }) => kind === 'came' && kind === passage.kind && id === passage.id))
    return { ok: true, value: null };
  return writeJson(store, `passages.${storyId}`, [passage, ...before].slice(0, MOST));
}
