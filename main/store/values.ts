import type { Result } from '../../preload/contract.ts';
import { type Story, storySchema } from '../../story/model.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { intactRows, putRow } from './sealed.ts';
import { parseStoryText } from './snapshots.ts';

/** Small values outside stories. */
export function putValue(db: Database, key: string, value: Uint8Array): Result<null> {
  putRow(db, 'values', { key, value });
  return { ok: true, value: null };
}

export function getValue(db: Database, key: string): Uint8Array | null {
  const [row] = intactRows(db, 'values', 'WHERE key = ?', key);
  return row?.value instanceof Uint8Array ? row.value : null;
}

/** The version of a story that both sides of a hand-off last had in common. */
export function setCommon(db: Database, storyId: string, input: Story): Result<null> {
  const parsed = storySchema.safeParse(input);
  if (!parsed.success) return failure('badRequest', parsed.error.message);
  if (parsed.data.id !== storyId) return failure('badRequest', 'another story');
  putRow(db, 'commons', { story_id: storyId, data: JSON.stringify(parsed.data) });
  return { ok: true, value: null };
}

export function getCommon(db: Database, storyId: string): Story | null {
  const [row] = intactRows(db, 'commons', 'WHERE story_id = ?', storyId);
  const parsed = typeof row?.data === 'string' ? parseStoryText(storyId, row.data) : null;
  return parsed?.kind === 'story' ? parsed.story : null;
}
