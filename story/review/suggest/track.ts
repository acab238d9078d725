import { orderChange } from '../../journal.ts';
import { type Block, isTextBlock, type Story } from '../../model.ts';
import { align, type Hint } from './align.ts';
import { rootOf, withMarks } from './decide.ts';
import { blocksOf, flowOf, type Item, marked } from './flow.ts';
import { isGhost } from './moves.ts';
import { type Author, createRecorder, type Recorder } from './recorder.ts';
import { formatMarks, settingMarks } from './settings.ts';

type Body = readonly Block[];
/** A place in a text block: UTF-16 units from its beginning. */
export type TextPoint = { block: string; offset: number };
export type Tracked = {
  body: Block[];
  /** The records that are new. */
  suggestions: Story['suggestions'];
  /** Where a place in `after` is in `body`; `beyond`: past what was taken out there. Null: not in a text. */
  place(at: TextPoint, beyond?: boolean): TextPoint | null;
};

/**
 * An edit as suggestions. `before` is a body with its marks, `after` the same once somebody edited it as if there were none.
 * The result holds the words of both: as proposed it reads like `after` as proposed, and as it was like `before` as it was. What
 * its author had put in before may be changed without a trace; what another one had put in is marked to be taken out.
 * @param hint what was selected before, and where the caret is now, where that is known.
 */
export function track(
  before: Body,
  after: Body,
  known: Story['suggestions'],
  author: Author,
  hint: { selected?: [TextPoint, TextPoint]; caret?: TextPoint } = {},
): Tracked {
  const recorder = createRecorder(known, author);
  const [was, now] = withMoves(before, withoutPlaces(after, known, recorder), known, recorder);
  const old = apart(
    flowOf(was),
    (item) => item.kind === 'break' && isGhost(withMarks(item.block, item.marks), { ...known, ...recorder.added }),
  );
  const fresh = apart(
    now.flatMap((block) => (Array.isArray(block) ? [moved(block)] : flowOf([block]))),
    (item) => item.kind === 'moved',
  );
  const indexes: Hint = {
    selected: hint.selected && range(old.items, hint.selected),
    caret: hint.caret && indexOf(fresh.items, hint.caret),
  };
  const { items, places } = merge(old, fresh, indexes, recorder);
  const body = keepSame(blocksOf(items), after);
  return { body, suggestions: recorder.added, place: (at, beyond) => placeIn(items, places, fresh.items, at, beyond) };
}

const moved = (blocks: readonly Block[]): Item => ({ key: blocks[0]!.id, kind: 'moved', blocks, marks: [] });

/** A flow, and what stands in it without being compared: by the index of the item behind it. */
type Flow = { items: readonly Item[]; aside: ReadonlyMap<number, Item[]> };

function apart(flow: readonly Item[], isAside: (item: Item) => boolean): Flow {
  const items: Item[] = [];
  const aside = new Map<number, Item[]>();
  for (const item of flow) {
    if (isAside(item)) aside.set(items.length, [...(aside.get(items.length) ?? []), item]);
    else items.push(item);
  }
  return { items, aside };
}

/** Blocks that did not change are the same objects as before. */
function keepSame(body: Block[], after: Body): Block[] {
  const known = new Map(after.map((block) => [block.id, block]));
  return body.map((block) => {
    const one = known.get(block.id);
    return one !== undefined && JSON.stringify(one) === JSON.stringify(block) ? one : block;
  });
}

/**
 * Without the empty lines that show where moved blocks were: those places stay, whatever becomes of the lines. Words that
 * somebody wrote there are a new paragraph's.
 */
const withoutPlaces = (after: Body, known: Story['suggestions'], recorder: Recorder): Block[] =>
  after.flatMap((block) => {
    if (!isGhost(block, known)) return [block];
    return isTextBlock(block) && block.runs.length > 0 ? [withMarks({ ...block, id: recorder.newBlock() }, [])] : [];
  });

/** Moved blocks stand by themselves in `after`, tracked each for itself, and leave ghosts in `before`. */
function withMoves(
  before: Body,
  after: Body,
  known: Story['suggestions'],
  recorder: Recorder,
): [Block[], (Block | Block[])[]] {
  const old = new Map(before.map((block) => [block.id, block]));
  const { placed = [] } = orderChange(
    before.filter((block) => !isGhost(block, known)).map((block) => block.id),
    after.map((block) => block.id),
  );
  const ids = new Set(placed.map(({ id }) => id).filter((id) => old.has(id)));
  if (ids.size === 0) return [[...before], [...after]];
  const moves = new Map<string, { id: string; ghost: Block } | null>();
  for (const id of ids) {
    const block = old.get(id)!;
    const isFree = block.suggestions?.some((mark) => {
      const one = recorder.get(mark);
      return (
        one?.kind === 'move' || (one?.kind === 'insertion' && recorder.isOwn(mark) && !hasOlderWords(block, recorder))
      );
    });
    // Its place is proposed already.
    if (isFree) moves.set(id, null);
    else {
      const ghost = recorder.newBlock();
      const move = recorder.add({ kind: 'move', ghost });
      moves.set(id, { id: move, ghost: { id: ghost, suggestions: [move], type: 'paragraph', runs: [] } });
    }
  }
  const was = before.flatMap((block) => {
    if (!moves.has(block.id)) return [block];
    return moves.get(block.id)?.ghost ?? [];
  });
  const now = after.map((block) => {
    if (!moves.has(block.id)) return block;
    const move = moves.get(block.id);
    const [one, other] = [old.get(block.id)!, block].map((each) => apart(flowOf([each]), () => false)) as [Flow, Flow];
    const alone = merge(one, other, {}, recorder);
    return blocksOf(alone.items).map((one) =>
      move && one.id === block.id ? withMarks(one, [...(one.suggestions ?? []), move.id].sort()) : one,
    );
  });
  return [was, now];
}

/** Whether a paragraph that was put in holds words that were there before: it was split off. */
const hasOlderWords = (block: Block, recorder: Recorder): boolean =>
  isTextBlock(block) &&
  block.runs.some(
    (run) => !run.suggestions?.some((id) => recorder.isOwn(id) && recorder.get(id)?.kind === 'insertion'),
  );

/** Both flows as one, and for each item of `after` where it stands there. */
function merge(
  { items: before, aside: ghosts }: Flow,
  { items: after, aside: arrived }: Flow,
  hint: Hint,
  recorder: Recorder,
) {
  const items: Item[] = [];
  const places: number[] = [];
  const isOwn = (item: Item) => item.marks.some((id) => recorder.isOwn(id) && recorder.get(id)?.kind === 'insertion');
  let format: string | null = null;
  const both = (old: Item, now: Item): Item => {
    if (now.kind === 'text' && old.kind === 'text') {
      if (old.run === now.run) return now;
      const marks = formatMarks(old.run, now.run, old.marks, recorder, format);
      format = marks === old.marks ? format : (marks.find((id) => recorder.get(id)?.kind === 'format') ?? null);
      return marked(now, marks);
    }
    if (now.kind === 'moved' || old.kind === 'moved' || now.kind === 'text' || old.kind === 'text') return now;
    return marked(now, isOwn(old) ? old.marks : settingMarks(old.block, now.block, old.marks, recorder));
  };
  let [at, there] = [0, 0];
  const upTo = (end: number) => {
    for (; at < end; at++, there++) {
      items.push(...(ghosts.get(at) ?? []), ...(arrived.get(there) ?? []));
      places.push(items.length);
      items.push(both(before[at]!, after[there]!));
    }
  };
  for (const { bs, be, se } of align(before, after, hint, isOwn)) {
    upTo(bs);
    const neighbours = [items.at(-1), before[be]].flatMap((item) => item?.marks ?? []).filter(recorder.isOwn);
    let out = neighbours.find((id) => recorder.get(id)?.kind === 'deletion');
    let put: string | undefined;
    for (; at < be; at++) {
      const item = before[at]!;
      items.push(...(ghosts.get(at) ?? []));
      const isOut = item.marks.some((id) => recorder.get(id)?.kind === 'deletion');
      if (isOut) items.push(item);
      else if (!isOwn(item) || !isBetweenKin(item, items, recorder)) {
        out ??= recorder.add({ kind: 'deletion' });
        items.push(marked(item, [...item.marks, out].sort()));
      }
    }
    for (; there < se; there++) {
      items.push(...(arrived.get(there) ?? []));
      places.push(items.length);
      put ??= insertionAt(items, neighbours, recorder);
      items.push(marked(after[there]!, [put]));
    }
  }
  upTo(before.length);
  items.push(...(ghosts.get(before.length) ?? []), ...(arrived.get(after.length) ?? []));
  return { items, places };
}

/** Whether words on both sides of a break that was put in come from one paragraph: of another one's, the break is no longer its own to take. */
function isBetweenKin(item: Item, items: readonly Item[], recorder: Recorder): boolean {
  if (item.kind !== 'break') return true;
  const put = item.marks.map((id) => recorder.get(id)).find((one) => one?.kind === 'insertion');
  const from = put?.kind === 'insertion' ? put.from : undefined;
  return from !== undefined && rootAt(items, recorder).from === from;
}

/** The suggestion for what is put in here: that of what stands beside it, in the same paragraph. */
function insertionAt(items: readonly Item[], neighbours: readonly string[], recorder: Recorder): string {
  const root = rootAt(items, recorder);
  const fits = (id: string) => {
    const one = recorder.get(id);
    return one?.kind === 'insertion' && one.from === root.from;
  };
  return neighbours.find(fits) ?? recorder.add({ kind: 'insertion', ...root });
}

/** The paragraph that what is put in here stands in, or was split from. */
function rootAt(items: readonly Item[], recorder: Recorder): { from?: string } {
  const at = items.findLast((item) => item.kind === 'break');
  if (at?.kind !== 'break') return {};
  const known = Object.fromEntries(at.marks.flatMap((id) => recorder.get(id) ?? []).map((one) => [one.id, one]));
  return { from: rootOf(withMarks(at.block, at.marks), known) ?? at.block.id };
}

/** The number of items of a flow that stand before a place; undefined where it is not in it. */
function indexOf(items: readonly Item[], { block, offset }: TextPoint): number | undefined {
  const start = items.findIndex((item) => item.kind === 'break' && item.block.id === block);
  if (start < 0) return undefined;
  let at = start + 1;
  for (let left = offset; left > 0 && items[at]?.kind === 'text'; at++) left -= items[at]!.key.length;
  return at;
}

function range(items: readonly Item[], [start, end]: [TextPoint, TextPoint]): Hint['selected'] {
  const [from, to] = [indexOf(items, start), indexOf(items, end)];
  if (from === undefined || to === undefined) return undefined;
  return from <= to ? { from, to } : { from: to, to: from };
}

function placeIn(
  items: readonly Item[],
  places: readonly number[],
  after: readonly Item[],
  at: TextPoint,
  beyond = false,
): TextPoint | null {
  const index = indexOf(after, at);
  if (index === undefined) return null;
  const isAfter = new Set(places);
  let end = (places[index - 1] ?? -1) + 1;
  while (beyond && end < items.length && !isAfter.has(end)) end++;
  let offset = 0;
  for (let back = end - 1; back >= 0; back--) {
    const item = items[back]!;
    if (item.kind === 'break') return { block: item.block.id, offset };
    if (item.kind !== 'text') return null;
    offset += item.key.length;
  }
  return null;
}
