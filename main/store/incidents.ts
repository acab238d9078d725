import { type Incident, incidentSchema, type RecoveryChoices, type Result } from '../../preload/contract.ts';
import { idSchema, newId } from '../../story/ids.ts';
import { choicesFor } from './choices.ts';
import type { Database } from './database.ts';
import { failure } from './failures.ts';
import { loadStory } from './load.ts';
import { intactRows, parseColumn } from './sealed.ts';
import type { Stories } from './stories.ts';
import { isSuspect } from './suspicion.ts';
import { putValue } from './values.ts';

// What was unusual, until the person has seen it: each a small value of the library.

const PREFIX = 'incident.';
const SUSPECT = `${PREFIX}suspect`;

/** The newest first. */
export function listIncidents(db: Database): Incident[] {
  const rows = intactRows(db, 'values', 'WHERE key GLOB ?', `${PREFIX}*`);
  const found = rows.flatMap(({ value }) => {
    const incident =
      value instanceof Uint8Array ? parseColumn(incidentSchema, Buffer.from(value).toString('utf8')) : null;
    return incident ? [incident] : [];
  });
  return found.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

/** Adds one, in the caller's transaction, if it has one. Of a story the same is told but once, the last time. */
export function addIncident(db: Database, found: Pick<Incident, 'what'> & Partial<Incident>): void {
  const at = new Date().toISOString();
  const none = { storyId: null, aside: 0, kept: null, intact: -1, head: -1, seq: -1 };
  const incident: Incident = { id: newId(), at, ...none, ...found };
  putValue(db, keyOf(incident), new Uint8Array(Buffer.from(JSON.stringify(incident))));
}

/** The person has seen these. */
export function settleIncidents(db: Database, ids: readonly string[]): void {
  const seen = new Set(ids);
  db.transaction(() => {
    for (const incident of listIncidents(db))
      if (seen.has(incident.id)) db.run('DELETE FROM "values" WHERE key = ?', keyOf(incident));
  });
}

/** What the start found. `salvaged`: see salvage(). `aside`: rows of small tables. */
export function noteStart(db: Database, folder: string, salvaged: string | null, aside: number): void {
  if (!isSuspect(folder)) db.run('DELETE FROM "values" WHERE key = ?', SUSPECT); // this start has looked closely
  if (salvaged !== null) {
    const rows = Number(db.get("SELECT count(*) AS n FROM quarantine WHERE reason = 'salvage'")?.n);
    addIncident(db, { what: 'salvaged', kept: `damaged/${salvaged}`, aside: rows });
    for (const id of lostStories(db, folder)) addIncident(db, { what: 'lost', storyId: id });
  }
  if (aside > 0) addIncident(db, { what: 'rowsAside', aside });
}

/** Stories of which nothing whole can be read: none of their snapshots has come over. */
const lostStories = (db: Database, folder: string): string[] =>
  db
    .all(
      `SELECT id FROM (SELECT substr(key, 1, 36) AS id FROM quarantine WHERE source IN ('snapshots', 'records')
       UNION SELECT story_id FROM records UNION SELECT id FROM stories)
       WHERE id NOT IN (SELECT story_id FROM snapshots) AND 'deleted.' || id NOT IN (SELECT key FROM "values")`,
    )
    .map((row) => String(row.id))
    .filter((id) => idSchema.safeParse(id).success && !('story' in loadStory(db, folder, id)));

export function incidentChoices(db: Database, stories: Stories, id: string): Result<RecoveryChoices> {
  const incident = listIncidents(db).find((known) => known.id === id);
  if (!incident?.storyId) return failure('notFound');
  const now = stories.open(incident.storyId);
  if (now.ok) return choicesFor(db, incident, now.value.story);
  return incident.what === 'lost' ? choicesFor(db, incident, null) : now;
}

const keyOf = ({ id, storyId, what }: Incident): string => {
  if (what === 'suspect') return SUSPECT;
  return `${PREFIX}${storyId ? `${storyId}.${what}` : id}`;
};
