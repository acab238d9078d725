import type { Effort } from '../diff.ts';
import type { Item } from './items.ts';
import { type Matched, matchBodies } from './match.ts';
import type { ThreeVersion, Whose } from './threeModel.ts';

/** Blocks of three bodies that are one, in the order of each. `moved`: by whom. */
export type Family = Record<ThreeVersion, Item[]> & { moved: Whose | null };
type Bodies = Record<ThreeVersion, readonly Item[]>;

/** Finds them by what base and ours, and base and theirs, have in common; and what both sides put in, by id or by words. */
export function familiesOf(bodies: Bodies, effort: Effort): Family[] {
  const matched = {
    ours: matchBodies(bodies.base, bodies.ours, effort),
    theirs: matchBodies(bodies.base, bodies.theirs, effort),
  };
  const up = new Map<Item, Item>();
  const find = (item: Item): Item => {
    let at = item;
    for (let next = up.get(at); next; next = up.get(at)) at = next;
    return at;
  };
  const unite = (a: Item, b: Item) => {
    const [from, to] = [find(a), find(b)];
    if (from !== to) up.set(from, to);
  };
  for (const { groups } of Object.values(matched))
    for (const { before, after } of groups) for (const item of [...before, ...after]) unite(item, before[0]!);
  for (const [ours, theirs] of putInByBoth(bodies, matched)) unite(theirs, ours);
  const families = new Map<Item, Family>();
  for (const version of ['base', 'ours', 'theirs'] as const)
    for (const item of bodies[version]) {
      const root = find(item);
      const family = families.get(root) ?? { base: [], ours: [], theirs: [], moved: null };
      family[version].push(item);
      families.set(root, family);
    }
  const list = [...families.values()];
  markMoved(list, matched);
  return list;
}

type BySide = Record<'ours' | 'theirs', Matched>;

/** Pairs of blocks that stand in both sides and not in the base. */
function putInByBoth(bodies: Bodies, matched: BySide): [Item, Item][] {
  const lone = (side: 'ours' | 'theirs') => {
    const known = new Set(matched[side].groups.flatMap(({ after }) => after));
    return bodies[side].filter((item) => !known.has(item));
  };
  const waiting = lone('theirs');
  const take = (test: (item: Item) => boolean): Item | undefined => {
    const at = waiting.findIndex(test);
    return at < 0 ? undefined : waiting.splice(at, 1)[0];
  };
  const isOne = (a: Item, b: Item) => a.isText === b.isText && (a.isText || a.block.type === b.block.type);
  const rest: Item[] = [];
  const pairs: [Item, Item][] = [];
  for (const ours of lone('ours')) {
    const found = take((item) => item.block.id === ours.block.id && isOne(item, ours));
    if (found) pairs.push([ours, found]);
    else rest.push(ours);
  }
  for (const ours of rest.filter((item) => item.words().length > 0)) {
    const found = take((item) => item.text === ours.text && isOne(item, ours));
    if (found) pairs.push([ours, found]);
  }
  return pairs;
}

/** Which families do not stand where they stood, by whom; where both moved one, whether to one place. */
function markMoved(families: readonly Family[], matched: BySide): void {
  const stay = (side: 'ours' | 'theirs') => new Set(matched[side].inPlace.flatMap(({ after }) => after));
  const still = { ours: stay('ours'), theirs: stay('theirs') };
  const isMoved = (family: Family, side: 'ours' | 'theirs') =>
    family.base.length > 0 && family[side].length > 0 && !family[side].some((item) => still[side].has(item));
  const before = { ours: predecessors(families, 'ours'), theirs: predecessors(families, 'theirs') };
  for (const family of families) {
    const [ours, theirs] = [isMoved(family, 'ours'), isMoved(family, 'theirs')];
    if (ours && theirs) family.moved = before.ours.get(family) === before.theirs.get(family) ? 'both' : 'different';
    else if (ours || theirs) family.moved = ours ? 'ours' : 'theirs';
  }
}

/** The families of one version in its order. */
export const inOrderOf = (families: readonly Family[], version: ThreeVersion): Family[] =>
  families.filter((family) => family[version].length > 0).sort((a, b) => a[version][0]!.index - b[version][0]!.index);

function predecessors(families: readonly Family[], version: ThreeVersion): Map<Family, Family | undefined> {
  const order = inOrderOf(families, version);
  return new Map(order.map((family, index) => [family, order[index - 1]]));
}

/**
 * All families in one order to be read: ours, what only theirs moved or has put in behind its predecessor there, and what is
 * in neither side behind its predecessor in the base. `away`: the place a moved one left.
 */
export function oneOrder(families: readonly Family[]): { family: Family; isAway: boolean }[] {
  const order = inOrderOf(families, 'ours').filter(({ moved }) => moved !== 'theirs');
  const present = new Set(order);
  for (const version of ['theirs', 'base'] as const) {
    const list = inOrderOf(families, version);
    putBehind(order, list, (family) => !present.has(family));
    for (const family of list) present.add(family);
  }
  const places = order.map((family) => ({ family, isAway: false }));
  const base = inOrderOf(families, 'base');
  for (const [index, family] of base.entries()) {
    if (family.moved === null) continue;
    const before = base.slice(0, index).findLast((one) => one.moved === null);
    let at = before ? places.findIndex((place) => place.family === before) + 1 : 0;
    while (places[at]?.isAway) at++;
    places.splice(at, 0, { family, isAway: true });
  }
  return places;
}

/** Puts those of a list that are wanted into the order, each behind the one before it in the list. */
function putBehind(order: Family[], list: readonly Family[], isWanted: (family: Family) => boolean): void {
  let last: Family | undefined;
  for (const family of list) {
    if (isWanted(family)) order.splice(last ? order.indexOf(last) + 1 : 0, 0, family);
    last = family;
  }
}
