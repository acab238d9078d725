import { newId } from './ids.ts';
import type { Block } from './model.ts';

/**
 * Blocks that go together, as ranges of the body (end exclusive): a quote with whose words it is, an item with the deeper
 * ones below it.
 */
export function unitsOf(body: readonly Block[]): [start: number, end: number][] {
  const units: [number, number][] = [];
  for (const [at, block] of body.entries()) {
    const unit = units.at(-1);
    if (unit && belongs(body[unit[0]]!, body[at - 1]!, block)) unit[1] = at + 1;
    else units.push([at, at + 1]);
  }
  return units;
}

function belongs(first: Block, above: Block, block: Block): boolean {
  if (block.type === 'attribution') return above.type === 'quote' || above.type === 'pullquote';
  return block.type === 'listItem' && first.type === 'listItem' && block.indent > first.indent;
}

/** From the first to the last of these blocks, with all that goes together with them. null: none of them is there. */
function rangeOf(body: readonly Block[], ids: ReadonlySet<string>): [start: number, end: number] | null {
  const touched = unitsOf(body).filter(([start, end]) => body.slice(start, end).some(({ id }) => ids.has(id)));
  const [first, last] = [touched[0], touched.at(-1)];
  return first && last ? [first[0], last[1]] : null;
}

/**
 * The body with these blocks (and all between them) in front of the block `before`, or at the end (null). Between two blocks
 * of a fact box or a gallery they are in it; taken out of a box they are not. null: nothing moves.
 */
export function moveBlocks(body: readonly Block[], ids: ReadonlySet<string>, before: string | null): Block[] | null {
  const range = rangeOf(body, ids);
  const target = before === null ? body.length : body.findIndex(({ id }) => id === before);
  if (!range || target < 0 || (target >= range[0] && target <= range[1])) return null;
  const [start, end] = range;
  const moved = body.slice(start, end);
  const rest = body.toSpliced(start, end - start);
  const at = target > start ? target - moved.length : target;
  const [above, below] = [rest[at - 1], rest[at]];
  const hadBox = body[start - 1]?.box === true || body[end]?.box === true;
  const placed = moved.map((block) => inPlace(block, above, below, hadBox));
  return rest.toSpliced(at, 0, ...placed);
}

function inPlace(block: Block, above: Block | undefined, below: Block | undefined, hadBox: boolean): Block {
  const { box, ...rest } = block;
  const isBoxed = above?.box && below?.box ? true : box && (!hadBox || above?.box || below?.box);
  const isGallery =
    rest.type === 'figure' &&
    above?.type === 'figure' &&
    below?.type === 'figure' &&
    above.gallery === true &&
    below.gallery === true;
  return { ...rest, ...(isGallery && { gallery: true }), ...(isBoxed && { box: true }) } as Block;
}

/** The body with these blocks one place up or down, past what stands there together. null: they are at the end. */
export function stepBlocks(body: readonly Block[], ids: ReadonlySet<string>, direction: 'up' | 'down'): Block[] | null {
  const range = rangeOf(body, ids);
  if (!range) return null;
  const units = unitsOf(body);
  if (direction === 'up') {
    const above = units.findLast(([, end]) => end <= range[0]);
    return above ? moveBlocks(body, ids, body[above[0]]!.id) : null;
  }
  const below = units.find(([start]) => start >= range[1]);
  return below ? moveBlocks(body, ids, body[below[1]]?.id ?? null) : null;
}

/** The body with a copy of these blocks behind them, under new ids and without marks of review. */
export function duplicateBlocks(body: readonly Block[], ids: ReadonlySet<string>): Block[] | null {
  const range = rangeOf(body, ids);
  if (!range) return null;
  const copies = body.slice(...range).map((block) => copyOf(block));
  return body.toSpliced(range[1], 0, ...copies);
}

function copyOf(block: Block): Block {
  const copy = { ...block, id: newId() };
  if ('runs' in copy) copy.runs = copy.runs.map(({ threads: _, side: __, suggestions: ___, ...run }) => run);
  return copy;
}

/** The body without these blocks; an empty paragraph where nothing would be left. */
export function removeBlocks(body: readonly Block[], ids: ReadonlySet<string>): Block[] | null {
  const range = rangeOf(body, ids);
  if (!range) return null;
  const left = body.toSpliced(range[0], range[1] - range[0]);
  return left.length > 0 ? left : [{ id: newId(), type: 'paragraph', runs: [] }];
}
