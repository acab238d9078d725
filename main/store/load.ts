import type { Failure } from '../../preload/contract.ts';
import { applyChange } from '../../story/journal.ts';
import type { Story } from '../../story/model.ts';
import type { Database, Row } from './database.ts';
import { isDeletedCopy } from './deletion.ts';
import { failure } from './failures.ts';
import { headSeq, type ReadRecord, readRecords } from './records.ts';
import { readRecovery, recoveryPath } from './recovery.ts';
import type { Table } from './sealed.ts';
import { readSnapshots } from './snapshots.ts';

/** A story as it can be shown, and what was wrong on the way to it. */
export type Loaded = {
  story: Story;
  /** The number this state stands for. */
  seq: number;
  /** The instant of the last change in it. */
  at: string;
  /** The number of the snapshot it was folded from. */
  snapshotSeq: number;
  /** The highest number given out, intact or not. */
  head: number;
  problem: 'damaged' | 'newerSchema' | null;
  /** Whether the recovery copy reached further than the database. */
  restored: boolean;
  /** Rows that could not be used, to be kept aside. */
  aside: { table: Table; reason: string; row: Row }[];
};

export type State = Pick<Loaded, 'story' | 'seq' | 'at'>;

/**
 * The newest intact state of a story: the newest intact snapshot with the records after it, or the recovery copy where
 * that reaches further, again with the records after it. Writes nothing. Failures,
 * where no state of it can be read at all: notFound, damaged, newerSchema.
 */
export function loadStory(db: Database, folder: string, id: string): Loaded | Failure {
  const aside: Loaded['aside'] = [];
  let base: State | null = null;
  let problem: Loaded['problem'] = null;
  let newerSeen = false;
  for (const { seq, at, row, parsed } of readSnapshots(db, id)) {
    if (parsed.kind === 'invalid') {
      aside.push({ table: 'snapshots', reason: 'checksum', row });
      continue;
    }
    newerSeen ||= parsed.kind === 'newer';
    if (!parsed.story) continue;
    base = { story: parsed.story, seq, at };
    break;
  }
  const head = headSeq(db, id);
  let snapshot = base;
  let state = base;
  let rest: ReadRecord[] = [];
  if (base) ({ state, rest } = foldOn(base, readRecords(db, id, base.seq)));
  const broken = !state || rest.length > 0 || aside.length > 0 || state.seq < head;
  const copy = isDeletedCopy(db, id, recoveryPath(folder, id)) ? null : readRecovery(folder, id);
  const restored = Boolean(copy?.parsed.story) && (copy?.seq ?? -1) > (state?.seq ?? -1);
  if (restored && copy?.parsed.story) {
    newerSeen ||= copy.parsed.kind === 'newer';
    snapshot = { story: copy.parsed.story, seq: copy.seq, at: copy.at };
    ({ state, rest } = foldOn(snapshot, readRecords(db, id, copy.seq)));
    problem = 'damaged';
  }
  if (!state || !snapshot) return failure(newerSeen ? 'newerSchema' : head < 0 ? 'notFound' : 'damaged');
  if (broken) problem = 'damaged';
  for (const record of rest) aside.push({ table: 'records', reason: record.problem ?? 'gap', row: record.row });
  if (newerSeen || rest[0]?.problem === 'newer') problem = 'newerSchema';
  const seen = Math.max(head, state.seq);
  return { ...state, snapshotSeq: snapshot.seq, head: seen, problem, restored, aside };
}

/** Folds records on as far as they follow each other and fit; `rest` begins with the first that does not. */
export function foldOn(base: State, records: readonly ReadRecord[]): { state: State; rest: ReadRecord[] } {
  let state = base;
  for (const [index, record] of records.entries()) {
    if (record.problem || record.seq !== state.seq + 1) return { state, rest: records.slice(index) };
    try {
      state = { story: applyChange(state.story, record.change), seq: record.seq, at: record.at };
    } catch {
      return { state, rest: records.slice(index) };
    }
  }
  return { state, rest: [] };
}

/** The story folded up to `seq` exactly, from the newest intact snapshot before it; null where that is not possible. */
export function loadStoryAt(db: Database, id: string, seq: number): Story | null {
  for (const { seq: from, at, parsed } of readSnapshots(db, id, seq)) {
    if (parsed.kind !== 'story') continue;
    const { state } = foldOn({ story: parsed.story, seq: from, at }, readRecords(db, id, from, seq));
    return state.seq === seq ? state.story : null;
  }
  return null;
}
