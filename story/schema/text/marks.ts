import {
  $getState,
  $isTextNode,
  $setState,
  createState,
  IS_BOLD,
  IS_HIGHLIGHT,
  IS_ITALIC,
  IS_STRIKETHROUGH,
  IS_SUBSCRIPT,
  IS_SUPERSCRIPT,
  IS_UNDERLINE,
  type LexicalNode,
  type LineBreakNode,
  TEXT_TYPE_TO_FORMAT,
  type TextFormatType,
  type TextNode,
} from 'lexical';
import { idSchema } from '../../ids.ts';
import { FORMATS, type Format, type Run } from '../../model.ts';

const sameList = (a: readonly string[], b: readonly string[]) => a.join() === b.join();

/** How a state holds a list of ids: sorted, each once. */
export const idList = {
  parse: (value: unknown): string[] =>
    Array.isArray(value)
      ? [...new Set(value.filter((id) => idSchema.safeParse(id).success) as string[])].sort().slice(0, 100)
      : [],
  isEqual: sameList,
};

/** Threads a text belongs to, sorted. Node state, never a wrapper: neighbours that differ do not merge, a split keeps it. */
export const threadsState = createState('threads', idList);

/** Suggestions a text belongs to, sorted; likewise. */
export const suggestionsState = createState('suggestions', idList);

/** In a conflict, whose words these are. */
export const sideState = createState('side', {
  parse: (value): 'ours' | 'theirs' | null => (value === 'ours' || value === 'theirs' ? value : null),
});

/** A line break's formats (Lexical's format bits), since it has no format of its own; null: not yet decided. */
export const breakFormatState = createState('breakFormat', {
  parse: (value): number | null => (typeof value === 'number' ? value & STORED_FORMATS : null),
});

/** Lexical's bit for each format a story stores; its highlight is the mark of what is still to be checked. */
const BITS: Readonly<Record<Format | 'check', number>> = {
  bold: IS_BOLD,
  italic: IS_ITALIC,
  underline: IS_UNDERLINE,
  strike: IS_STRIKETHROUGH,
  subscript: IS_SUBSCRIPT,
  superscript: IS_SUPERSCRIPT,
  check: IS_HIGHLIGHT,
};
export const STORED = [...FORMATS, 'check'] as const;

/** Lexical's own names of what a story stores. */
export const LEXICAL_FORMATS: Readonly<Record<Format | 'check', TextFormatType>> = {
  bold: 'bold',
  italic: 'italic',
  underline: 'underline',
  strike: 'strikethrough',
  subscript: 'subscript',
  superscript: 'superscript',
  check: 'highlight',
};

/** All others are taken off, so that what is shown is what is stored. */
export const STORED_FORMATS = STORED.reduce((bits, name) => bits | BITS[name], 0);
export const isStoredFormat = (format: TextFormatType): boolean =>
  ((TEXT_TYPE_TO_FORMAT[format] ?? 0) & STORED_FORMATS) !== 0;

export type Marks = Omit<Run, 'text' | 'link'>;

/** Puts a run's marks on a text node or a line break. */
export function $setMarks<N extends TextNode | LineBreakNode>(node: N, marks: Marks): N {
  const format = STORED.reduce((bits, name) => bits | (marks[name] ? BITS[name] : 0), 0);
  if ($isTextNode(node)) node.setFormat(format);
  else $setState(node, breakFormatState, format);
  if (marks.threads?.length) $setState(node, threadsState, marks.threads);
  if (marks.side) $setState(node, sideState, marks.side);
  if (marks.suggestions?.length) $setState(node, suggestionsState, marks.suggestions);
  return node;
}

/** The marks of a text node or a line break, as a run has them: what is off is absent. */
export function $getMarks(node: LexicalNode): Marks {
  const format = $isTextNode(node) ? node.getFormat() : ($getState(node, breakFormatState) ?? 0);
  const threads = $getState(node, threadsState);
  const side = $getState(node, sideState);
  const suggestions = $getState(node, suggestionsState);
  return {
    ...Object.fromEntries(STORED.filter((name) => format & BITS[name]).map((name) => [name, true as const])),
    ...(threads.length > 0 && { threads }),
    ...(side && { side }),
    ...(suggestions.length > 0 && { suggestions }),
  };
}
