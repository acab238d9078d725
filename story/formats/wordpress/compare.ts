import { alignedPairs } from './align.ts';
import type { WordPressPost } from './index.ts';
import { readUnits, type Unit, type UnitKind } from './read.ts';

/** One place where the post read back is not what was sent; the empty string where a side has nothing there. */
export type Difference = { where: string; ours: string; theirs: string };
type Compared = Pick<WordPressPost, 'title' | 'excerpt' | 'content'>;
export type Shown = Pick<Unit, 'text' | 'markup' | 'path'>;

/**
 * Compares what was sent with the raw values read back (`context=edit`): title, excerpt, each paragraph with its bold, italic
 * and links, each photo's address, alt text and caption. Entities and white space that WordPress writes its own way are equal.
 * `where` is "title", "excerpt", or a kind and its number counted from 1: "paragraph:3", "heading:1", "listItem:2", "quote:1",
 * "photo:1", "alt:1", "line:1", "cell:4", "caption:1", "other:1" (ours, or theirs where ours has none). No difference is proof of equality.
 */
export function compareWordPress(sent: Compared, readBack: Compared): Difference[] {
  const fields = (['title', 'excerpt'] as const).flatMap((where) => {
    const [ours, theirs] = [whole(sent[where]), whole(readBack[where])];
    return ours.markup === theirs.markup ? [] : [difference(where, ours, theirs)];
  });
  return [...fields, ...compareUnits(numbered(sent.content), numbered(readBack.content))];
}

/** A field as one unit: its line breaks are white space. */
function whole(html: string): Shown {
  const units = readUnits(html);
  return {
    path: '',
    text: units.map(({ text }) => text).join('\n'),
    markup: units.map(({ path, markup }) => `${path && `<${path}> `}${markup}`).join('\n'),
  };
}

export type Numbered = Unit & { where: string };

/** The units of a post, each with its place: its kind and number. */
export function numbered(content: string): Numbered[] {
  const counts = new Map<UnitKind, number>();
  return readUnits(content).map((unit) => {
    const count = (counts.get(unit.kind) ?? 0) + 1;
    counts.set(unit.kind, count);
    return { ...unit, where: `${unit.kind}:${count}` };
  });
}

function compareUnits(ours: readonly Numbered[], theirs: readonly Numbered[]): Difference[] {
  const key = ({ kind, path, markup }: Unit): string => `${kind} ${path} ${markup}`;
  const differences: Difference[] = [];
  let [from, fromThere] = [0, 0];
  for (const [to, there] of [...alignedPairs(ours.map(key), theirs.map(key)), [ours.length, theirs.length] as const]) {
    differences.push(...compareGap(ours.slice(from, to), theirs.slice(fromThere, there)));
    [from, fromThere] = [to + 1, there + 1];
  }
  return differences;
}

/** Between two equal places, units of a kind are held against each other in order, and the rest against nothing. */
function compareGap(ours: readonly Numbered[], theirs: readonly Numbered[]): Difference[] {
  const left = [...theirs];
  const differences = ours.map((unit) => {
    const at = left.findIndex((other) => other.kind === unit.kind);
    const [other] = at < 0 ? [] : left.splice(at, 1);
    return difference(unit.where, unit, other);
  });
  return [...differences, ...left.map((other) => difference(other.where, undefined, other))];
}

/** Shows the text; where only the formatting differs, the markup; where only the place in a list or quote does, that. */
export function difference(where: string, ours: Shown | undefined, theirs: Shown | undefined): Difference {
  if (!ours || !theirs || ours.text !== theirs.text)
    return { where, ours: ours?.text ?? '', theirs: theirs?.text ?? '' };
  if (ours.markup !== theirs.markup) return { where, ours: ours.markup, theirs: theirs.markup };
  return { where, ours: `${ours.path}: ${ours.text}`, theirs: `${theirs.path}: ${theirs.text}` };
}
