import type { Format } from '../model.ts';
import { safeLink } from './link.ts';

/** What Markdown at the caret means. `from`: where it begins (UTF-16); `marker`: the characters before and behind the words. */
export type Markdown =
  | { means: 'heading2' | 'heading3' | 'bullet' | 'number' | 'quote' | 'divider' }
  | { means: 'format'; format: Format; from: number; marker: number }
  | { means: 'link'; from: number; words: number; url: string };

const STARTS: Readonly<Record<string, Exclude<Markdown['means'], 'format' | 'link'>>> = {
  '## ': 'heading2',
  '### ': 'heading3',
  '- ': 'bullet',
  '* ': 'bullet',
  '1. ': 'number',
  '> ': 'quote',
  '---': 'divider',
};
/** Marks stand at the outside of words: "5 * 6 * 7" is none. Nothing goes on inside a word. */
const FORMATS: readonly [RegExp, Format, number][] = [
  [/(?<![\p{L}\p{M}\p{N}*\\])\*\*(?![\s*])(?:[^*\n]*[^\s*\n])?\*\*$/u, 'bold', 2],
  [/(?<![\p{L}\p{M}\p{N}*\\])\*(?![\s*])(?:[^*\n]*[^\s*\n])?\*$/u, 'italic', 1],
  [/(?<![\p{L}\p{M}\p{N}~\\])~~(?![\s~])(?:[^~\n]*[^\s~\n])?~~$/u, 'strike', 2],
];
const LINK = /\[([^[\]\n]*[^[\]\s])\]\((\S+)\)$/;

/**
 * The Markdown that `typed`, one character, completes behind `textBefore` (of the same block). A list's number only as "1."
 * and only at the very start: "14. 6. 2021" and "2. " are text. Links only with an address that may be published.
 */
export function markdownAt(textBefore: string, typed: string): Markdown | null {
  const text = textBefore + typed;
  switch (typed) {
    case ' ':
    case '-': {
      const means = text.length <= 4 ? STARTS[text] : undefined;
      return means ? { means } : null;
    }
    case '*':
    case '~': {
      for (const [pattern, format, marker] of FORMATS) {
        const from = text.search(pattern);
        if (from >= 0 && text.length - from > 2 * marker) return { means: 'format', format, from, marker };
      }
      return null;
    }
    case ')': {
      const [whole, words = '', address = ''] = LINK.exec(text) ?? [];
      const url = safeLink(address);
      return whole && url ? { means: 'link', from: text.length - whole.length, words: words.length, url } : null;
    }
    default:
      return null;
  }
}
