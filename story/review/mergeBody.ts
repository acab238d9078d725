import { type Block, isTextBlock, type SolidBlock, type TextBlock } from '../model.ts';
import type { Conflicts } from './conflicts.ts';
import { families } from './families.ts';
import { mergeFamily } from './mergeFamily.ts';
import { mergeOrder } from './mergeOrder.ts';
import { mergeSolid } from './mergeSolid.ts';
import { same } from './same.ts';

type Body = readonly Block[];

/** The body merged: blocks by their id and, where text went to another block, by its words. */
export function mergeBody(old: Body, ours: Body, their: Body, conflicts: Conflicts, newId: () => string): Block[] {
  const [base, theirs] = sameKinds(old, ours, their, newId);
  const versions = [base, ours, theirs] as const;
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
    return mergeSolid(solid(b), solid(o), solid(t), conflicts, ours, newId);
  });
  const result = new Map(merged.flat().map((block) => [block.id, block as Block]));
  const order = mergeOrder(
    ...ids,
    merged.map((group) => group.map((block) => block.id)),
  );
  const body = order.map((id) => result.get(id)!);
  if (body.length > 0 || ours.length + theirs.length === 0) return body;
  return same(old, ours) || same(old, their) ? [] : [{ id: newId(), type: 'paragraph', runs: [] }];
}

const members = (blocks: Body): Map<string, TextBlock> =>
  new Map(blocks.filter(isTextBlock).map((block) => [block.id, block]));
const solid = (blocks: Body): SolidBlock | undefined =>
  blocks.find((block): block is SolidBlock => !isTextBlock(block));

/**
 * Base and theirs, with new ids for blocks that under one id are text in one version and a figure in another: those are two
 * blocks. Ours keep their ids.
 */
function sameKinds(base: Body, ours: Body, theirs: Body, newId: () => string): [base: Body, theirs: Body] {
  const kindOf = (block: Block): string => (isTextBlock(block) ? 'text' : block.type);
  const kinds = new Map([...base, ...ours].map((block) => [block.id, kindOf(block)]));
  const fresh = new Map<string, string>();
  const apart = (block: Block): Block => {
    if (kinds.get(block.id) === undefined || kinds.get(block.id) === kindOf(block)) return block;
    const key = `${block.id} ${kindOf(block)}`;
    const id = fresh.get(key) ?? newId();
    fresh.set(key, id);
    return { ...block, id };
  };
  return [base.map(apart), theirs.map(apart)];
}
