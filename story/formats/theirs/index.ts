import { newId as makeId } from '../../ids.ts';
import type { Block, Fields, Story } from '../../model.ts';
import { changedBlock, newBlock } from './blocks.ts';
import { withoutMark } from './closing.ts';
import { changedFields } from './fields.ts';
import { matchPieces } from './match.ts';
import { ownPieces } from './own.ts';
import { type Piece, piecesOf } from './pieces.ts';

export { withTheirs } from './take.ts';

export type TheirStory = {
  /** The published story with what was changed on the site since. */
  story: Story;
  /** What stands there and no story can hold: photos that were added there (their addresses), frames, scripts. */
  left: string[];
};

/**
 * A published story as somebody changed it on the site: `html` is the body as the site keeps it, title and standfirst are HTML,
 * too, all of it a stranger's. A block that is still there keeps its id, and all of it that no reader sees (comments, recipes);
 * what is new becomes blocks of its own, with no more than bold, italic and links that are safe. A field that the site does not
 * show stays as it was.
 */
export function theirStory(
  base: Story,
  theirs: { title: string; standfirst: string; html: string },
  newId: () => string = makeId,
): TheirStory {
  const own = ownPieces(base);
  const pieces = withoutMark(piecesOf(theirs.html), base);
  const found = matchPieces(
    own.map(({ piece }) => piece),
    pieces,
  );
  const blocks = new Map(base.body.map((block) => [block.id, block]));
  const body: Block[] = [];
  const left: string[] = [];
  pieces.forEach((piece, at) => {
    const mine = own[found.get(at) ?? -1];
    const block = mine?.block === undefined ? undefined : blocks.get(mine.block);
    if (mine?.field) return;
    if (mine && block) {
      const changed = changedBlock(block, mine.piece, piece, base.suggestions);
      blocks.set(block.id, changed);
      if (piece.kind !== 'gallery') body.push(changed);
      return;
    }
    const added = newBlock(piece, newId());
    if (added) body.push(added);
    else left.push(piece.kind === 'figure' ? piece.address : piece.kind === 'other' ? piece.text : piece.kind);
  });
  const there = new Map([...found].map(([at, mine]) => [mine, at]));
  const paired = own.flatMap((one, at): [typeof one, Piece | undefined][] =>
    one.field ? [[one, pieces[there.get(at) ?? -1]]] : [],
  );
  const fields: Fields = changedFields(base.fields, theirs, paired);
  const whole = withUnpublished(
    base.body,
    body.map((block) => blocks.get(block.id) ?? block),
    new Set(own.map(({ block }) => block)),
  );
  return { story: { ...base, fields, body: inBoxes(whole, base.body, newId) }, left };
}

/** Blank blocks were never sent: each stays behind the block that it stood behind. */
function withUnpublished(
  base: readonly Block[],
  body: readonly Block[],
  sent: ReadonlySet<string | undefined>,
): Block[] {
  const whole = [...body];
  base.forEach((block, at) => {
    if (sent.has(block.id)) return;
    const above = base.slice(0, at).findLast(({ id }) => whole.some((one) => one.id === id));
    whole.splice(above ? whole.findIndex(({ id }) => id === above.id) + 1 : 0, 0, block);
  });
  return whole;
}

/** What was written between two blocks of a fact box is in it; an empty body has a paragraph to write in. */
function inBoxes(body: readonly Block[], base: readonly Block[], newId: () => string): Block[] {
  const known = new Set(base.map(({ id }) => id));
  const boxed = body.map((block, at): Block => {
    if (known.has(block.id)) return block;
    const isBoxed =
      body.slice(0, at).findLast(({ id }) => known.has(id))?.box && body.slice(at).find(({ id }) => known.has(id))?.box;
    return isBoxed ? { ...block, box: true } : block;
  });
  return boxed.length > 0 ? boxed : [{ id: newId(), type: 'paragraph', runs: [] }];
}
