import { type Block, type Figure, isTextBlock, type TextBlock } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { families } from './families.ts';
import { mergeFamily } from './mergeFamily.ts';
import { mergeFigure } from './mergeFigure.ts';
import { mergeOrder } from './mergeOrder.ts';
import { same } from './same.ts';

type Body = readonly Block[];

/** The body merged: blocks by their id and, where text went to another block, by its words. */
export function mergeBody(base: Body, ours: Body, theirs: Body, conflicts: Conflicts, newId: () => string): Block[] {
  const versions = [base, ours, sameKinds(base, ours, theirs, newId)] as const;
  const ids = versions.map((body) => body.map((block) => block.id)) as [string[], string[], string[]];
  const blocks = versions.map((body) => new Map(body.map((block) => [block.id, block])));
  const related = families(...versions);
  const groups = new Map<string, Set<string>>();
  for (const id of ids.flat()) {
    const key = related.of.get(id) ?? id;
    groups.set(key, (groups.get(key) ?? new Set()).add(id));
  }
  const merged = [...groups.values()].map((group) => {
    const [b, o, t] = versions.map((body, version) =>
      group.size === 1
        ? [...group].flatMap((id) => blocks[version]!.get(id) ?? [])
        : body.filter((block) => group.has(block.id)),
    ) as [Block[], Block[], Block[]];
    const first = b[0] ?? o[0] ?? t[0]!;
    if (isTextBlock(first)) return mergeFamily(members(b), members(o), members(t), conflicts, related.origin);
    return mergeFigure(
      figure(b),
      figure(o),
      figure(t),
      conflicts,
      newId,
      ours.filter((block) => !isTextBlock(block)),
    );
  });
  const result = new Map(merged.flat().map((block) => [block.id, block as Block]));
  const order = mergeOrder(
    ...ids,
    merged.map((group) => group.map((block) => block.id)),
  );
  const body = order.map((id) => result.get(id)!);
  if (body.length > 0 || ours.length + theirs.length === 0) return body;
  return same(base, ours) || same(base, theirs) ? [] : [{ id: newId(), type: 'paragraph', runs: [] }];
}

const members = (blocks: Body): Map<string, TextBlock> =>
  new Map(blocks.filter(isTextBlock).map((block) => [block.id, block]));
const figure = (blocks: Body): Figure | undefined => blocks.find((block): block is Figure => !isTextBlock(block));

/** Theirs, with a new id for a block that is text on one side and a figure on another: those are two blocks. */
function sameKinds(base: Body, ours: Body, theirs: Body, newId: () => string): Body {
  const isText = new Map([...base, ...ours].map((block) => [block.id, isTextBlock(block)]));
  return theirs.map((block) => (isText.get(block.id) === !isTextBlock(block) ? { ...block, id: newId() } : block));
}
