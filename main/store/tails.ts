import type { Database } from './database.ts';
import { headSeq } from './records.ts';

const HELD = 64;

/**
 * What is told by all records of a story, kept in memory and carried on by the records that came since: the journal only
 * grows. Where a story has fewer records than before (it was deleted, and came back), it is told anew.
 */
export class Tails<T> {
  readonly #known = new Map<string, { upTo: number; value: T }>();
  readonly #start: () => T;
  readonly #goOn: (db: Database, id: string, value: T, after: number, upTo: number) => T;

  /** `goOn`: the value with the records after `after` up to `upTo`. */
  constructor(start: () => T, goOn: (db: Database, id: string, value: T, after: number, upTo: number) => T) {
    this.#start = start;
    this.#goOn = goOn;
  }

  of(db: Database, id: string): T {
    const upTo = headSeq(db, id);
    const held = this.#known.get(id);
    const known = held && held.upTo <= upTo ? held : { upTo: -1, value: this.#start() };
    const value = known.upTo === upTo ? known.value : this.#goOn(db, id, known.value, known.upTo, upTo);
    this.#known.delete(id); // back to the end: the last used are kept
    this.#known.set(id, { upTo, value });
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= HELD) break;
      this.#known.delete(oldest);
    }
    return value;
  }
}
