import { isDeepStrictEqual } from 'node:util';
import { point } from '../points.ts';
import type { Database } from './database.ts';
import { keptSnapshots } from './keep.ts';
import { foldOn, type State } from './load.ts';
import { readRecords } from './records.ts';
import { readSnapshots } from './snapshots.ts';

/** A story is looked at again after so long, when it has so many snapshots. */
const AGAIN_MS = 60 * 60_000;
const FEWEST = 12;

/** A story's snapshots on the way from the first to the last: the state they led to so far, and those still to be looked at. */
type Walk = { id: string; state: State | null; seqs: number[] };

/**
 * Takes out automatic snapshots that nobody needs any more: records are never removed, so that every number still reads the
 * same, from the snapshot before. One goes only if it is intact and equals the fold of what stands before it.
 */
export class Compaction {
  readonly #db: Database;
  readonly #seen = new Map<string, number>();
  #walk: Walk | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Looks at one snapshot. `now`: epoch milliseconds. False where there is nothing to do for now. Throws what the disk says. */
  step(now = Date.now()): boolean {
    const walk = this.#walk ?? this.#next(now);
    const seq = walk?.seqs.shift();
    this.#walk = seq === undefined ? null : walk;
    if (!walk) return false;
    if (seq !== undefined) this.#look(walk, seq, now);
    return true;
  }

  #next(now: number): Walk | null {
    const rows = this.#db.all(
      'SELECT story_id AS id FROM snapshots GROUP BY story_id HAVING count(*) > ? ORDER BY story_id',
      FEWEST,
    );
    const id = rows.map((row) => String(row.id)).find((one) => this.#isDue(one, now));
    if (id === undefined) return null;
    this.#seen.set(id, now);
    const seqs = this.#db.all('SELECT seq FROM snapshots WHERE story_id = ? ORDER BY seq', id);
    return { id, state: null, seqs: seqs.map((row) => Number(row.seq)) };
  }

  #isDue(id: string, now: number): boolean {
    const seen = this.#seen.get(id);
    return seen === undefined || now - seen >= AGAIN_MS || now < seen; // a clock set back must not stop it
  }

  #look(walk: Walk, seq: number, now: number): void {
    const { id, state } = walk;
    const [snapshot] = readSnapshots(this.#db, id, seq);
    // A damaged one stays for whoever wants to rescue words from it, and nothing is folded across it unseen.
    if (!snapshot || snapshot.seq !== seq || snapshot.parsed.kind !== 'story') return;
    const here: State = { story: snapshot.parsed.story, seq, at: snapshot.at };
    const reached = state && foldOn(state, readRecords(this.#db, id, state.seq, seq)).state;
    const isDerived = reached?.seq === seq && isDeepStrictEqual(reached.story, here.story);
    walk.state = here;
    if (isDerived && !keptSnapshots(this.#db, id, now).has(seq)) this.#remove(id, seq);
  }

  #remove(id: string, seq: number): void {
    point('compaction.beforeDelete');
    this.#db.transaction(() => {
      this.#db.run('DELETE FROM snapshots WHERE story_id = ? AND seq = ?', id, seq);
      point('compaction.inside');
    });
    point('compaction.committed');
  }
}
