import { plainTexts } from './content.ts';
import { type Block, isTextBlock, plainText } from './model.ts';

/** What a reader would point at in a story: a heading, a pull quote, or a thing such as a photo or a table. */
export type OutlineItem = {
  id: string;
  type: Block['type'];
  /** How deep it stands: 0 for a large subheading and what stands before any. */
  depth: number;
  /** Its words, on one line; '' where it has none. */
  text: string;
};

export function outlineOf(body: readonly Block[]): OutlineItem[] {
  let inside = 0;
  const items: OutlineItem[] = [];
  for (const block of body) {
    if (!isItem(block)) continue;
    const depth = block.type === 'heading' ? block.level - 2 : inside;
    if (block.type === 'heading') inside = depth + 1;
    const words = isTextBlock(block)
      ? plainText(block.runs)
      : plainTexts(block)
          .map(({ text }) => text)
          .find(Boolean);
    items.push({
      id: block.id,
      type: block.type,
      depth,
      text: (words ?? '').replace(/\s+/g, ' ').trim().slice(0, 200),
    });
  }
  return items;
}

const isItem = (block: Block): boolean =>
  block.type === 'heading' || block.type === 'pullquote' || !(isTextBlock(block) || block.type === 'divider');

/**
 * The section of a block, [start, end) in the body: a heading with everything up to the next one of its level or a higher
 * one; a quote with whose words they are; else the block alone. null where there is no such block.
 */
export function sectionOf(body: readonly Block[], id: string): { start: number; end: number } | null {
  const start = body.findIndex((block) => block.id === id);
  const block = body[start];
  if (!block) return null;
  let end = start + 1;
  if (block.type === 'heading') {
    const { level } = block;
    while (end < body.length && !isHeadingUpTo(body[end], level)) end++;
  } else if (block.type === 'quote' || block.type === 'pullquote') while (body[end]?.type === 'attribution') end++;
  return { start, end };
}

const isHeadingUpTo = (block: Block | undefined, level: number): boolean =>
  block?.type === 'heading' && block.level <= level;

/** Where a section goes: before the block of that id; null: to the end. */
export type Target = string | null;

/**
 * Where a section goes by one step up or down: a heading past its neighbour of the same level, or, at the edge of what it is
 * in, into the section before or behind; anything else past the next item. undefined: no further.
 */
export function stepOf(body: readonly Block[], id: string, by: 1 | -1): Target | undefined {
  const section = sectionOf(body, id);
  const block = section && body[section.start];
  if (!block) return undefined;
  const { start, end } = section;
  const isStop = block.type === 'heading' ? (one: Block) => isHeadingUpTo(one, block.level) : isItem;
  if (by < 0) return body.slice(0, start).findLast(isStop)?.id;
  const at = body.findIndex((one, index) => index >= end && isStop(one));
  const next = body[at];
  if (!next) return undefined;
  const isInto = next.type === 'heading' && !(block.type === 'heading' && block.level === next.level);
  if (!isInto) return body[sectionOf(body, next.id)?.end ?? at]?.id ?? null;
  // Into the section that begins there: a heading behind its first words, anything else right under it.
  if (block.type !== 'heading') return body[at + 1]?.id ?? null;
  return body.slice(at + 1).find((one) => one.type === 'heading')?.id ?? null;
}

/** The blocks of a section and where they go, or null where that is within the section or changes nothing. */
export function moveOf(body: readonly Block[], id: string, before: Target): { ids: string[]; before: Target } | null {
  const section = sectionOf(body, id);
  const at = before === null ? body.length : body.findIndex((block) => block.id === before);
  if (!section || at < 0 || (at >= section.start && at <= section.end)) return null;
  return { ids: body.slice(section.start, section.end).map((block) => block.id), before };
}
