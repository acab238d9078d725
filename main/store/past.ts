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
  return { states: ends.slice(0, MOST_STATES), origin, isCut: ends.length > MOST_STATES };
}

/** Every state of a block that read differently from the one before it, oldest first, and what it was split off from. */
export function statesOf(
  db: Database,
  storyId: string,
  blockId: string,
): { states: StoredBlockState[]; origin: string | null } {
  const states: StoredBlockState[] = [];
  let origin: string | null = null;
  const add = (seq: number, at: string, author: string, block: Block | null): void => {
    const last = states.at(-1);
    if (last ? isSame(last.block, block) : block === null) return;
    states.push({ seq, at, author, block });
  };
  const apart = standingAlone(db, storyId, blockId);
  for (const record of readRecordsWith(db, storyId, blockId)) {
    while (apart[0] && apart[0].seq < record.seq) {
      const { seq, at, author, block } = apart.shift() as StoredBlockState;
      add(seq, at, author, block);
    }
    if (record.problem !== null) continue;
    const state = stateIn(record.change, blockId);
    if (state === undefined) continue;
    if (states.length === 0 && state) origin = cameFrom(db, storyId, blockId, record.seq, record.change);
    add(record.seq, record.at, String(record.row.author), state);
  }
  for (const { seq, at, author, block } of apart) add(seq, at, author, block);
  return { states, origin };
}

/** The block after a change; null: it went. undefined: the change is not about it. */
function stateIn(change: Change, blockId: string): Block | null | undefined {
  if (change.removed?.includes(blockId)) return null;
  return change.blocks?.find((block) => block.id === blockId);
}

const isSame = (a: Block | null, b: Block | null): boolean => (a && b ? isSameBlock(a, b) : a === b);

/** The block in the snapshots that no record leads to: the first, and those that were written after damage. */
function standingAlone(db: Database, storyId: string, blockId: string): StoredBlockState[] {
  const alone = db.all(
    `SELECT seq FROM snapshots WHERE story_id = ?1
     AND seq NOT IN (SELECT seq FROM records WHERE story_id = ?1) ORDER BY seq`,
    storyId,
  );
  return alone.flatMap(({ seq }) => {
    const [snapshot] = readSnapshots(db, storyId, Number(seq));
    if (!snapshot || snapshot.seq !== seq || snapshot.parsed.kind !== 'story') return [];
    const block = snapshot.parsed.story.body.find((one) => one.id === blockId) ?? null;
    return [{ seq: snapshot.seq, at: snapshot.at, author: String(snapshot.row.author), block }];
  });
}

function cameFrom(db: Database, storyId: string, blockId: string, seq: number, change: Change): string | null {
  if (!change.placed?.some((place) => place.id === blockId)) return null;
  const before = loadStoryAt(db, storyId, seq - 1);
  return before && originOf(blockId, before, change);
}
