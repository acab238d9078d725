import { endsOfBursts } from '../../story/history/bursts.ts';
import { originOf } from '../../story/history/split.ts';
import type { Change } from '../../story/journal.ts';
import type { Block } from '../../story/model.ts';
import { isSameBlock } from '../../story/review/amount.ts';
import type { StoredBlockPast, StoredBlockState } from './api.ts';
import type { Database } from './database.ts';
import { loadStoryAt } from './load.ts';
import { readRecordsWith } from './records.ts';
import { readSnapshots } from './snapshots.ts';

const MOST_STATES = 200;

/** The past of one paragraph or figure; see `blockPast` in api.ts. */
export function blockPast(db: Database, storyId: string, blockId: string): StoredBlockPast {
  const { states, origin } = statesOf(db, storyId, blockId);
  const ends = endsOfBursts(states).reverse();
  const newest = ends.slice(0, MOST_STATES).map(({ isApart: _, ...state }) => state);
  return { states: newest, origin, isCut: ends.length > MOST_STATES };
}

/** `isApart`: it came with a snapshot that no record leads to. */
type State = StoredBlockState & { isApart: boolean };

/** Every state of a block that read differently from the one before it, oldest first, and what it was split off from. */
export function statesOf(db: Database, storyId: string, blockId: string): { states: State[]; origin: string | null } {
  const states: State[] = [];
  let origin: string | null = null;
  const add = (state: State): void => {
    const last = states.at(-1);
    if (last ? !isSame(last.block, state.block) : state.block !== null) states.push(state);
  };
  const apart = standingAlone(db, storyId, blockId);
  for (const record of readRecordsWith(db, storyId, blockId)) {
    while (apart[0] && apart[0].seq < record.seq) add(apart.shift() as State);
    if (record.problem !== null) continue;
    const { seq, at, change, row } = record;
    const block = stateIn(change, blockId);
    if (block === undefined) continue;
    if (states.length === 0 && block) origin = cameFrom(db, storyId, blockId, seq, change);
    add({ seq, at, author: String(row.author), block, isApart: false });
  }
  for (const state of apart) add(state);
  return { states, origin };
}

/** The block after a change; null: it went. undefined: the change is not about it. */
function stateIn(change: Change, blockId: string): Block | null | undefined {
  if (change.removed?.includes(blockId)) return null;
  return change.blocks?.find((block) => block.id === blockId);
}

const isSame = (a: Block | null, b: Block | null): boolean => (a && b ? isSameBlock(a, b) : a === b);

/** The block in the snapshots that no record leads to: the first, and those that were written after damage. */
function standingAlone(db: Database, storyId: string, blockId: string): State[] {
  const alone = db.all(
    `SELECT seq FROM snapshots WHERE story_id = ?1
     AND seq NOT IN (SELECT seq FROM records WHERE story_id = ?1) ORDER BY seq`,
    storyId,
  );
  return alone.flatMap(({ seq }) => {
    const [snapshot] = readSnapshots(db, storyId, Number(seq));
    if (!snapshot || snapshot.seq !== seq || snapshot.parsed.kind !== 'story') return [];
    const block = snapshot.parsed.story.body.find((one) => one.id === blockId) ?? null;
    return [{ seq: snapshot.seq, at: snapshot.at, author: String(snapshot.row.author), block, isApart: true }];
  });
}

function cameFrom(db: Database, storyId: string, blockId: string, seq: number, change: Change): string | null {
  if (!change.placed?.some((place) => place.id === blockId)) return null;
  const before = loadStoryAt(db, storyId, seq - 1);
  return before && originOf(blockId, before, change);
}
