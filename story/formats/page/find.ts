import { alignedPairs } from '../wordpress/align.ts';
import type { Numbered } from '../wordpress/compare.ts';
import type { PageElement, PlacedUnit } from '../wordpress/read.ts';
import { lettersOf } from './rendered.ts';

type Pair = readonly [ours: number, theirs: number];
/** What makes a unit findable: a theme changes neither its letters nor a photo's file name. */
const keyOf = ({ kind, text }: PlacedUnit | Numbered): string => {
  if (kind === 'photo') return `photo ${/[^/?#]*(?=[?#]|$)/.exec(text)?.[0].split(/[-.]/)[0]}`;
  if (kind === 'alt' || kind === 'line' || kind === 'cell') return `${kind} ${lettersOf(text)}`;
  return `text ${lettersOf(text)}`;
};

/** `placed`: the page's units in the article, their paths as from there; and which of ours is which of them. */
export type Found = { placed: PlacedUnit[]; pairs: Pair[] };

/**
 * Finds the story in a page: the units of both that are alike, in order; and of the page only what stands in the innermost
 * element that holds most of them, so that the same words in a list of stories, or above the text, are not taken for it.
 */
export function findStory(ours: readonly Numbered[], page: readonly PlacedUnit[]): Found {
  const article = innermost(ours, page);
  const isInside = ({ inside }: PlacedUnit): boolean => article === null || elementsOf(inside).includes(article);
  const within = (path: string): string => structural(article ? path.slice(article.path.length) : path);
  const placed = page.filter(isInside).map((unit) => ({ ...unit, path: within(unit.path) }));
  return { placed, pairs: align(ours, placed) };
}

/** Only what can be a partner is aligned: a page has many more units than a story. */
function align(ours: readonly Numbered[], page: readonly PlacedUnit[]): Pair[] {
  const keys = ours.map(keyOf);
  const wanted = new Set(keys);
  const candidates = page.flatMap((unit, at) => (wanted.has(keyOf(unit)) ? [{ key: keyOf(unit), at }] : []));
  const pairs = alignedPairs(
    keys,
    candidates.map(({ key }) => key),
  );
  return pairs.map(([mine, there]) => [mine, candidates[there]!.at]);
}

/**
 * The article's element: from the outermost inwards, always to the one that holds most of the story's letters, as
 * long as that is more than half of those found. The units' own elements are none; null where nothing was found.
 */
function innermost(ours: readonly Numbered[], page: readonly PlacedUnit[]): PageElement | null {
  const places = new Map<string, number[]>();
  ours.forEach((unit, at) => void places.set(keyOf(unit), [...(places.get(keyOf(unit)) ?? []), at]));
  const held = new Map<PageElement, Set<number>>();
  const children = new Map<PageElement | null, Set<PageElement>>();
  for (const unit of page)
    for (const at of places.get(keyOf(unit)) ?? []) {
      for (const element of around(unit, ours[at]!.path)) {
        held.set(element, (held.get(element) ?? new Set()).add(at));
        children.set(element.parent, (children.get(element.parent) ?? new Set()).add(element));
      }
    }
  const weigh = (element: PageElement): number =>
    [...held.get(element)!].reduce((sum, at) => sum + 1 + lettersOf(ours[at]!.text).length, 0);
  let article: PageElement | null = null;
  for (let all = 0; ; ) {
    const [best] = [...(children.get(article) ?? [])]
      .map((element) => ({ element, weight: weigh(element) }))
      .sort((a, b) => b.weight - a.weight);
    all ||= best?.weight ?? 0;
    if (!best || best.weight <= all / 2) return article;
    article = best.element;
  }
}

/** The elements around a unit, without those of its own path in the story. */
function around({ inside }: PlacedUnit, path: string): PageElement[] {
  let own = structural(path).split('>').filter(Boolean).length;
  let element = inside;
  for (; own > 0 && element; element = element.parent) if (element.tag !== 'div') own -= 1;
  return elementsOf(element);
}

function elementsOf(inside: PageElement | null): PageElement[] {
  const elements: PageElement[] = [];
  for (let element = inside; element; element = element.parent) elements.push(element);
  return elements;
}

/** A path with the elements that mean something to a reader: what they stand in is laid out by boxes that do not. */
export const structural = (path: string): string =>
  path
    .split('>')
    .filter((tag) => tag !== 'div' && tag !== '')
    .join('>');
