import type { OpenedStory, Result } from '../../preload/contract.ts';
import { type Change, isEmptyChange } from '../../story/journal.ts';
import { type Story, storySchema } from '../../story/model.ts';
import { mayPass } from '../patience.ts';
import { point } from '../points.ts';
import { applied } from './applied.ts';
import { notBefore } from './clock.ts';
import type { Database } from './database.ts';
import { attempt, failure } from './failures.ts';
import { addIncident } from './incidents.ts';
import type { SnapshotLimits } from './limits.ts';
import { type Loaded, loadStory, loadStoryAt } from './load.ts';
import { headSeq, insertRecord } from './records.ts';
import { listRecovery, writeRecovery } from './recovery.ts';
import { putStoryRow, readRows } from './rows.ts';
import { quarantine } from './sealed.ts';
import { insertSnapshot, readWhole } from './snapshots.ts';

/** A story as the worker holds it: folded, so that a record costs what it changes. */
type Open = Loaded & {
  /** Numbers the row and the recovery copy know of. */
  rowSeq: number;
  recoverySeq: number;
  /** A damaged story is mended (intact state written above everything) before anything else is. */
  mend: boolean;
  /** The last number whose record was intact when it was loaded. */
  intact: number;
  /** When its last snapshot was taken or it was loaded, by a clock that nobody can set (milliseconds). */
  snapshotTick: number;
  /** Its recovery copy could not be written. */
  copyDue: boolean;
};

const HELD_STORIES = 16;
const ROW_DELAY_MS = 1000;

const now = (): string => new Date().toISOString();
const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** The stories of one library: opening, appending, snapshots, rows. Each write is one transaction. */
export class Stories {
  readonly #db: Database;
  readonly #folder: string;
  readonly #limits: SnapshotLimits;
  readonly #held = new Map<string, Open>();
  #timer: NodeJS.Timeout | undefined;

  constructor(db: Database, folder: string, limits: SnapshotLimits) {
    this.#db = db;
    this.#folder = folder;
    this.#limits = limits;
  }

  /** Brings the rows of the stories at work up to their last record. */
  bringRowsUp(): void {
    for (const open of this.#held.values()) this.#refreshRow(open);
  }

  create(input: Story, author: string): Result<{ seq: number }> {
    const parsed = storySchema.safeParse(input);
    if (!parsed.success) return failure('badRequest', parsed.error.message);
    const story = parsed.data;
    if (headSeq(this.#db, story.id) >= 0) return failure('badRequest', 'there is a story with this id');
    const at = now();
    this.#db.transaction(() => {
      insertSnapshot(this.#db, 0, at, author, story);
      putStoryRow(this.#db, story, 0, at);
    });
    const open = this.#hold({ story, seq: 0, at, snapshotSeq: 0, head: 0, problem: null, restored: false, aside: [] });
    open.rowSeq = 0;
    this.#quietly(() => this.#recover(open));
    return ok({ seq: 0 });
  }

  open(id: string): Result<OpenedStory> {
    const found = this.#find(id);
    if (!found.ok) return found;
    const { story, seq, problem } = found.value;
    return ok({ story, seq, readOnly: problem === 'newerSchema', problem });
  }

  read(id: string, seq?: number): Result<{ story: Story; seq: number }> {
    const found = this.#find(id);
    if (!found.ok) return found;
    const open = found.value;
    // Fit to be looked at, not to be published, sent or merged into: it may be but a part of the story.
    if (open.problem === 'newerSchema') return failure('newerSchema');
    if (seq === undefined || seq === open.seq) return ok({ story: open.story, seq: open.seq });
    if (seq > open.seq || seq < 0) return failure('notFound', `no record ${seq}`);
    const story = loadStoryAt(this.#db, id, seq);
    return story ? ok({ story, seq }) : failure('damaged', `record ${seq}`);
  }

  /** The story as it can be shown, without holding it; null where nothing of it can be read. */
  peek(id: string): Story | null {
    const held = this.#held.get(id);
    if (held) return held.story;
    const whole = readWhole(this.#db, id);
    if (whole) return whole;
    const loaded = loadStory(this.#db, this.#folder, id);
    return 'story' in loaded ? loaded.story : null;
  }

  append(
    id: string,
    expectedSeq: number,
    input: Change,
    author: string,
    unanswered = false,
  ): Result<{ seq: number; at: string }> {
    const found = this.#find(id);
    if (!found.ok) return found;
    const open = found.value;
    if (open.problem === 'newerSchema') return failure('readOnly');
    if (open.mend) this.#mend(open);
    const before = expectedSeq === open.seq ? open.story : unanswered ? this.#oneAgo(open, expectedSeq) : null;
    if (!before) return failure('stale', `expected ${expectedSeq}, is ${open.seq}`);
    const changed = applied(before, input, open.story);
    if (!changed.ok) return changed;
    const { story, change } = changed.value;
    if (isEmptyChange(change) && before !== open.story) return ok({ seq: open.seq, at: open.at });
    const seq = open.seq + 1;
    const at = notBefore(open.at);
    this.#db.transaction(() => {
      insertRecord(this.#db, id, seq, at, author, change);
      point('flush.inside');
    });
    point('flush.committed');
    Object.assign(open, { story, seq, at, head: seq });
    this.#schedule();
    return ok({ seq, at });
  }

  checkpoint(id: string): Result<null> {
    const found = this.#find(id);
    if (!found.ok) return found;
    this.#checkpoint(found.value);
    return ok(null);
  }

  /** Makes up for what a crash left undone: rows behind their records, or missing (see readRows). */
  refreshRows(stale: readonly string[] = readRows(this.#db).stale): void {
    for (const id of stale) {
      const loaded = loadStory(this.#db, this.#folder, id);
      if ('story' in loaded) putStoryRow(this.#db, loaded.story, loaded.head, loaded.at);
    }
  }

  /** Takes up the recovery copies of stories that are not here; with `all`, also those that reach further than what is. */
  restore(all: boolean): number {
    const here = new Set(this.#db.all('SELECT id FROM stories').map((row) => row.id));
    const missing = listRecovery(this.#folder).filter((id) => all || !here.has(id));
    return missing.filter((id) => {
      const found = this.#find(id);
      return found.ok && found.value.problem === 'damaged' && !found.value.mend;
    }).length;
  }

  /** Whether somebody has had this story before them lately. */
  isHeld(id: string): boolean {
    return this.#held.has(id);
  }

  /** A story that was deleted: nothing of it may be written any more. */
  forget(id: string): void {
    this.#held.delete(id);
  }

  /**
   * Makes sure of a story of which something is damaged: one that is held is whole, and is written anew; another is loaded,
   * and mended where that is necessary. Its recovery copy is written anew.
   */
  secure(id: string): 'whole' | 'mended' | 'lost' {
    const isHeld = this.#held.has(id);
    const found = this.#find(id);
    if (!found.ok) return found.code === 'damaged' ? 'lost' : 'whole';
    const open = found.value;
    if (!isHeld && open.problem === 'damaged') return 'mended';
    this.#quietly(() => {
      this.#checkpoint(open);
      if (open.problem !== 'newerSchema') this.#recover(open);
    });
    return 'whole';
  }

  /** Checkpoints everything that has new records; what the disk refuses now, the journal still has. */
  close(): void {
    clearTimeout(this.#timer);
    for (const open of this.#held.values()) this.#quietly(() => this.#checkpoint(open));
    clearTimeout(this.#timer);
  }

  #find(id: string): Result<Open> {
    const held = this.#held.get(id);
    if (held) {
      this.#held.delete(id); // back to the end: the last used are kept
      this.#held.set(id, held);
      return ok(held);
    }
    const loaded = loadStory(this.#db, this.#folder, id);
    if (!('story' in loaded)) return loaded;
    const open = this.#hold(loaded);
    if (open.mend) this.#quietly(() => this.#mend(open));
    return ok(open);
  }

  /** The state one record ago, if that is the one with this number. */
  #oneAgo(open: Open, seq: number): Story | null {
    return seq === open.seq - 1 ? loadStoryAt(this.#db, open.story.id, seq) : null;
  }

  #hold(loaded: Loaded): Open {
    const open: Open = {
      ...loaded,
      rowSeq: -1,
      recoverySeq: -1,
      mend: loaded.problem === 'damaged',
      intact: loaded.seq,
      snapshotTick: performance.now(),
      copyDue: false,
    };
    // While it waits to be mended, its number already stands above everything there is.
    if (open.mend) open.seq = open.head + 1;
    this.#held.set(loaded.story.id, open);
    for (const oldest of this.#held.values()) {
      if (this.#held.size <= HELD_STORIES) break;
      this.#quietly(() => this.#checkpoint(oldest));
      this.#held.delete(oldest.story.id);
    }
    return open;
  }

  /**
   * Writes the intact state as a snapshot above every number given out, damaged or not, and keeps the unusable rows
   * aside. Nothing is overwritten or deleted; the next opening starts from this snapshot.
   */
  #mend(open: Open): void {
    const { intact, head, seq } = open;
    const what = open.restored ? 'restored' : 'mended';
    this.#db.transaction(() => {
      addIncident(this.#db, { what, storyId: open.story.id, aside: open.aside.length, intact, head, seq });
      for (const { table, reason, row } of open.aside) quarantine(this.#db, table, reason, row);
      insertSnapshot(this.#db, open.seq, open.at, '', open.story);
      putStoryRow(this.#db, open.story, open.seq, open.at);
      point('mend.inside');
    });
    Object.assign(open, { mend: false, aside: [], head: open.seq, snapshotSeq: open.seq });
    open.snapshotTick = performance.now();
    open.rowSeq = open.seq;
    this.#quietly(() => this.#recover(open));
  }

  #checkpoint(open: Open): void {
    if (open.problem === 'newerSchema') return;
    if (open.mend) this.#mend(open);
    if (open.seq > open.snapshotSeq) {
      this.#db.transaction(() => {
        insertSnapshot(this.#db, open.seq, open.at, '', open.story);
        putStoryRow(this.#db, open.story, open.seq, open.at);
        point('snapshot.inside');
      });
      point('snapshot.committed');
      Object.assign(open, { snapshotSeq: open.seq, snapshotTick: performance.now(), rowSeq: open.seq });
      this.#recover(open);
    } else if (open.recoverySeq < open.seq) this.#recover(open);
  }

  /** A copy that somebody else has open for a moment is written at one of the next ticks: nobody waits for it. */
  #recover(open: Open): void {
    try {
      writeRecovery(this.#folder, open.story, open.seq, open.at);
      point('recovery.copied');
      open.recoverySeq = open.seq;
      open.copyDue = false;
    } catch (error) {
      open.copyDue = true;
      this.#schedule();
      if (!mayPass(error)) throw error;
    }
  }

  #refreshRow(open: Open): void {
    if (open.rowSeq === open.seq || open.mend || open.problem === 'newerSchema') return;
    this.#quietly(() => {
      putStoryRow(this.#db, open.story, open.seq, open.at);
      open.rowSeq = open.seq;
    });
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => this.#tick(), ROW_DELAY_MS);
  }

  /** Once a second while there is something to do: rows, and the snapshots that are due. */
  #tick(): void {
    this.#timer = undefined;
    for (const open of this.#held.values()) {
      const records = open.seq - open.snapshotSeq;
      if (records === 0 && open.copyDue) this.#quietly(() => this.#recover(open));
      if (records === 0) continue;
      const due = records >= this.#limits.records || performance.now() - open.snapshotTick >= this.#limits.ms;
      if (due) this.#quietly(() => this.#checkpoint(open));
      this.#refreshRow(open);
      if (open.seq > open.snapshotSeq) this.#schedule();
    }
  }

  /** For what follows an acknowledgement: a disk that refuses is told of at the next record, not here. */
  #quietly(work: () => void): void {
    attempt(work);
  }
}
