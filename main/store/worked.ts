import type { Database } from './database.ts';
import { Tails } from './tails.ts';

/** Longer without a record, nobody was at work. Milliseconds. */
const LONGEST_PAUSE = 5 * 60_000;

type Totals = { lastMs: number | null; byAuthor: ReadonlyMap<string, number> };

/**
 * Milliseconds worked on a story, by fingerprint: the gaps between one record and the next of at most five minutes, each
 * for who wrote the next. A clock set back, or far ahead, adds nothing. Computed by SQLite, once for each record.
 */
export class Worked {
  readonly #tails = new Tails<Totals>(() => ({ lastMs: null, byAuthor: new Map() }), goOn);

  of(db: Database, id: string): ReadonlyMap<string, number> {
    return this.#tails.of(db, id).byAuthor;
  }
}

function goOn(db: Database, id: string, { lastMs, byAuthor }: Totals, after: number, upTo: number): Totals {
  const instants = `SELECT author, seq, CAST(round(unixepoch(at, 'subsec') * 1000) AS INTEGER) AS ms FROM records
    WHERE story_id = ?1 AND seq > ?2 AND seq <= ?3`;
  const rows = db.all(
    `SELECT author, sum(gap) AS ms FROM (SELECT author, ms - lag(ms, 1, ?4) OVER (ORDER BY seq) AS gap FROM (${instants}))
     WHERE gap > 0 AND gap <= ?5 GROUP BY author`,
    id,
    after,
    upTo,
    lastMs,
    LONGEST_PAUSE,
  );
  const totals = new Map(byAuthor);
  for (const { author, ms } of rows) totals.set(String(author), (totals.get(String(author)) ?? 0) + Number(ms));
  const [last] = db.all(`SELECT ms FROM (${instants}) WHERE ms IS NOT NULL ORDER BY seq DESC LIMIT 1`, id, after, upTo);
  return { lastMs: last ? Number(last.ms) : lastMs, byAuthor: totals };
}
