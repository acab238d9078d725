import { type Block, isTextBlock, type Story } from '../../model.ts';
import type { Verdict } from './decide.ts';

type Suggestions = Story['suggestions'];

/** Whether a block stands for the place that a moved one came from. */
export const isGhost = (block: Block, suggestions: Suggestions): boolean =>
  block.suggestions?.some((id) => isGhostOf(block, id, suggestions)) === true;

const isGhostOf = (block: Block, id: string, suggestions: Suggestions): boolean => {
  const made = suggestions[id];
  return made?.kind === 'move' && made.ghost === block.id;
};

/**
 * The body with its moved blocks where it is decided they stand: accepted, where they are; rejected, where their ghosts are.
 * A decided ghost goes, unless somebody wrote in it. Marks of moves that are decided are left for the rest to take off.
 */
export function decideMoves(body: readonly Block[], suggestions: Suggestions, verdict: Verdict): Block[] {
  const isDecided = (id: string) => suggestions[id]?.kind === 'move' && verdict(id) !== null;
  const isBack = (id: string) => verdict(id) === false;
  // A paragraph that is to be one with another again is so where it was split off.
  const isJoined = (block: Block) =>
    block.suggestions?.some((id) => suggestions[id]?.kind === 'insertion' && isBack(id));
  const goesBack = (block: Block) =>
    block.suggestions?.find(
      (id) => suggestions[id]?.kind === 'move' && !isGhostOf(block, id, suggestions) && (isBack(id) || isJoined(block)),
    );
  const places = new Set(
    body.flatMap((block) => (block.suggestions ?? []).filter((id) => isGhostOf(block, id, suggestions))),
  );
  const back = new Map<string, Block[]>();
  for (const block of body) {
    const id = goesBack(block);
    if (id !== undefined && places.has(id)) back.set(id, [...(back.get(id) ?? []), block]);
  }
  const returned = new Set([...back.values()].flat());
  return body.flatMap((block) => {
    if (returned.has(block)) return [];
    const ghostOf = block.suggestions?.find(
      (id) => isGhostOf(block, id, suggestions) && (isDecided(id) || back.has(id)),
    );
    if (ghostOf === undefined) return [block];
    const isWritten = isTextBlock(block) && block.runs.length > 0;
    return [...(back.get(ghostOf) ?? []), ...(isWritten ? [block] : [])];
  });
}
