import { type ParsedStory, parseStory } from '../../story/migrate.ts';
import { STORY_VERSION, type Story } from '../../story/model.ts';
import type { Database, Row } from './database.ts';
import { isIntact, putRow } from './sealed.ts';

/** One snapshot as read; `invalid` where its bytes are not what was written. */
export type ReadSnapshot = { seq: number; at: string; row: Row; parsed: ParsedStory };

/** Inserts a snapshot of the story with all records up to `seq`. It throws where there is one: none is ever overwritten. */
export function insertSnapshot(db: Database, seq: number, at: string, author: string, story: Story): void {
  const row = { story_id: story.id, seq, at, author, version: story.version, story: JSON.stringify(story) };
  putRow(db, 'snapshots', row, 'insert');
}

/** The snapshots of a story, newest first, up to `upTo`: read one by one, since mostly the first will do. */
export function* readSnapshots(db: Database, id: string, upTo = Number.MAX_SAFE_INTEGER): Generator<ReadSnapshot> {
  const seqs = db.all('SELECT seq FROM snapshots WHERE story_id = ? AND seq <= ? ORDER BY seq DESC', id, upTo);
  for (const { seq } of seqs) {
    const row = db.get('SELECT * FROM snapshots WHERE story_id = ? AND seq = ?', id, seq as number);
    if (row) yield { seq: Number(seq), at: String(row.at), row, parsed: parseRow(id, row) };
  }
}

/**
 * The story of the newest snapshot, where no record follows it, for whoever reads many: by its checksum alone, since what
 * was written had been checked. Else null: see loadStory.
 */
export function readWhole(db: Database, id: string): Story | null {
  const row = db.get('SELECT * FROM snapshots WHERE story_id = ? ORDER BY seq DESC LIMIT 1', id);
  if (!row || row.version !== STORY_VERSION || !isIntact('snapshots', row)) return null;
  if (db.get('SELECT seq FROM records WHERE story_id = ? AND seq > ?', id, row.seq as number)) return null;
  return JSON.parse(String(row.story)) as Story;
}

function parseRow(id: string, row: Row): ParsedStory {
  if (!isIntact('snapshots', row) || typeof row.story !== 'string') return { kind: 'invalid' };
  return parseStoryText(id, row.story);
}

/** A story's JSON text, which must be that story's. */
export function parseStoryText(id: string, text: string): ParsedStory {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { kind: 'invalid' };
  }
  const parsed = parseStory(data);
  return parsed.kind !== 'invalid' && parsed.story && parsed.story.id !== id ? { kind: 'invalid' } : parsed;
}
