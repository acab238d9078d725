import {
  type Anchor,
  type Block,
  FIELD_NAMES,
  isTextBlock,
  plainText,
  type SolidBlock,
  type Story,
} from '../../model.ts';
import { type Change, changeEntry, type FormatChange, formatChange } from './changed.ts';
import { type Part, partsOf, type Start } from './parts.ts';

/** What was done: `words` put in, taken out, or both side by side; `blocks` that are no text, put in or taken out. */
export type What =
  | { kind: 'words' | 'split' | 'join' | 'move' | 'field' | 'unknown' }
  | { kind: 'blocks'; blocks: SolidBlock[]; isIn: boolean }
  | ({ kind: 'format' } & FormatChange)
  | ({ kind: 'setting' } & Change);

/** One thing to decide, as a person sees it: one suggestion, or the two of a replacement. */
export type Entry = {
  ids: string[];
  by: string;
  name: string;
  at: string;
  anchor: Anchor;
  start: Start;
  end: Start;
  /** Its words as they were, and as proposed; a break is "\n". */
  before: string;
  after: string;
  what: What;
};

/** What is to be decided in a story, in the order of the page: the fields, then the body. */
export function entriesOf(story: Story): Entry[] {
  const fields = Object.values(story.suggestions).flatMap((one): Entry[] => {
    if (one.kind !== 'field' || one.decided) return [];
    const { id, by, name, at, field, was: before } = one;
    const start: Start = [-1, FIELD_NAMES.indexOf(field)];
    return [
      {
        ids: [id],
        by,
        name,
        at,
        anchor: { field },
        start,
        end: start,
        before,
        after: story.fields[field],
        what: { kind: 'field' },
      },
    ];
  });
  const parts = partsOf(story);
  const body = [...parts.values()].flatMap((part): Entry[] => {
    const other = part.pair === undefined ? undefined : parts.get(part.pair);
    if (!other) return [entryOf(part)];
    // Of the two, the first stands for both.
    return isBefore(other.start, part.start) ? [] : [replacement(part, other)];
  });
  return [...fields.sort((a, b) => a.start[1] - b.start[1]), ...together(body, story.body)];
}

/** Words that one edit changed side by side, with no more than a space between them, are one thing to decide. */
function together(entries: readonly Entry[], body: readonly Block[]): Entry[] {
  const joined: Entry[] = [];
  for (const entry of entries) {
    const last = joined.at(-1);
    const gap = last && gapBetween(last, entry, body);
    if (!last || !gap) joined.push(entry);
    else
      joined[joined.length - 1] = {
        ...last,
        end: entry.end,
        ids: [...last.ids, ...entry.ids],
        before: last.before + gap + entry.before,
        after: last.after + gap + entry.after,
      };
  }
  return joined;
}

function gapBetween(a: Entry, b: Entry, body: readonly Block[]): string | null {
  const isOne = a.what.kind === 'words' && b.what.kind === 'words' && a.by === b.by && a.at === b.at;
  const block = body[a.end[0]];
  if (!isOne || a.end[0] !== b.start[0] || !block || !isTextBlock(block)) return null;
  const gap = plainText(block.runs).slice(a.end[1], b.start[1]);
  return /^\s+$/.test(gap) ? gap : null;
}

/** Whether a place comes before another. */
export const isBefore = (a: Start, b: Start): boolean => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

const bare = ({ id, made, start, end, block }: Part) => ({
  ids: [id],
  by: made?.by ?? '',
  name: made?.name ?? '',
  at: made?.at ?? '',
  anchor: { block: block.id },
  start,
  end,
});

function replacement(a: Part, b: Part): Entry {
  const [out, put] = a.made?.kind === 'deletion' ? [a, b] : [b, a];
  const solids = [...out.solids, ...put.solids];
  const isWords = `${out.text}${put.text}`.trim() !== '' || solids.length === 0;
  const what: What = isWords ? { kind: 'words' } : { kind: 'blocks', blocks: solids, isIn: put.solids.length > 0 };
  const end = isBefore(a.end, b.end) ? b.end : a.end;
  return { ...bare(a), end, ids: [a.id, b.id], before: out.text, after: put.text, what };
}

function entryOf(part: Part): Entry {
  const { made, block, text, solids } = part;
  const entry = { ...bare(part), before: text, after: text };
  switch (made?.kind) {
    case 'format':
      return { ...entry, what: { kind: 'format', ...formatChange(made, block) } };
    case 'change': {
      const { part: place, words, ...change } = changeEntry(made, block);
      const anchor = { block: block.id, ...(place && { part: place }) };
      return { ...entry, anchor, ...(words ?? wordsOf(block)), what: { kind: 'setting', ...change } };
    }
    case 'move':
      return { ...entry, ...wordsOf(block), what: { kind: 'move' } };
    case 'insertion':
    case 'deletion': {
      const isIn = made.kind === 'insertion';
      const put = { ...entry, before: isIn ? '' : text, after: isIn ? text : '' };
      if (solids.length > 0 && text.trim() === '') return { ...put, what: { kind: 'blocks', blocks: solids, isIn } };
      if (/^\n+$/.test(text)) return { ...put, what: { kind: isIn ? 'split' : 'join' } };
      return { ...put, what: { kind: 'words' } };
    }
    default:
      return { ...entry, what: { kind: 'unknown' } };
  }
}

/** A block's own words, which stay as they are. */
function wordsOf(block: Block): { before: string; after: string } {
  const text = isTextBlock(block) ? plainText(block.runs) : 'caption' in block ? block.caption : '';
  return { before: text, after: text };
}
