import { FORMATS, type Format, type Run } from '../../model.ts';
import { safeLink } from '../../text/link.ts';
import type { Warning } from '../warning.ts';

// The nodes of Koenig, Ghost's editor, as its 6.x stores them: Lexical's own and Ghost's cards.
export type TextNode = { type: 'extended-text'; text: string; format: number };
export type LinkNode = { type: 'link'; url: string; rel: null; target: null; title: null; children: Inline[] };
export type Inline = TextNode | { type: 'linebreak' } | LinkNode;
export type ListItemNode = { type: 'listitem'; value: number; children: (Inline | ListNode)[] };
export type ListNode = {
  type: 'list';
  listType: 'bullet' | 'number';
  start: 1;
  tag: 'ul' | 'ol';
  children: ListItemNode[];
};
export type ImageNode = {
  type: 'image';
  src: string;
  /** null: Ghost offers no smaller copies of it then. */
  width: number | null;
  height: number | null;
  title: string;
  alt: string;
  /** HTML, as every card's caption. */
  caption: string;
  cardWidth: 'regular';
  href: string;
};
export type GalleryNode = {
  type: 'gallery';
  images: { row: number; fileName: string; src: string; width: number; height: number; alt: string }[];
  caption: string;
};
export type BookmarkNode = {
  type: 'bookmark';
  url: string;
  metadata: { title: string; description: string; author: string; publisher: string; icon: string; thumbnail: string };
  caption: string;
};
export type TopNode =
  | { type: 'paragraph' | 'extended-quote' | 'aside'; children: Inline[] }
  | { type: 'extended-heading'; tag: 'h2' | 'h3'; children: Inline[] }
  | ListNode
  | ImageNode
  | GalleryNode
  | BookmarkNode
  /** A box with a line of HTML. */
  | { type: 'callout'; calloutText: string; calloutEmoji: ''; backgroundColor: 'grey' }
  | { type: 'html'; html: string }
  | { type: 'horizontalrule' };

/** Lexical's bits. */
const BITS: Readonly<Record<Format, number>> = {
  bold: 1,
  italic: 2,
  strike: 4,
  underline: 8,
  subscript: 32,
  superscript: 64,
};
export const formatsIn = (bits: number): Format[] => FORMATS.filter((format) => (bits & BITS[format]) !== 0);

const lineNodes = (text: string, format: number): Inline[] =>
  text
    .split('\n')
    .flatMap<Inline>((line, at) => [
      ...(at > 0 ? [{ type: 'linebreak' } as const] : []),
      ...(line === '' ? [] : [{ type: 'extended-text', text: line, format } as const]),
    ]);

/** Plain text, its line breaks as nodes. */
export const textNodes = (text: string): Inline[] => lineNodes(text, 0);

/** Runs as text, line breaks and links; an address that is not safe loses its link, not its words. */
export function inlineNodes(runs: readonly Run[], warnings: Warning[]): Inline[] {
  const nodes: Inline[] = [];
  for (const run of runs) {
    const format = FORMATS.reduce((bits, name) => (run[name] ? bits | BITS[name] : bits), 0);
    const texts = lineNodes(run.text, format);
    const url = run.link === undefined ? undefined : safeLink(run.link);
    if (url === null) warnings.push({ code: 'unsafeLink', detail: run.link as string });
    if (!url) {
      nodes.push(...texts);
      continue;
    }
    const last = nodes.at(-1);
    if (last?.type === 'link' && last.url === url) last.children.push(...texts);
    else nodes.push({ type: 'link', url, rel: null, target: null, title: null, children: texts });
  }
  return nodes;
}

const ELEMENTS: ReadonlySet<string> = new Set(
  'root paragraph extended-quote aside extended-heading list listitem link'.split(' '),
);

/** A node with what Lexical stores of every node of its kind. */
function stored(node: { type: string; children?: readonly { type: string }[] }): Record<string, unknown> {
  const { children, ...own } = node;
  if (own.type === 'extended-text') return { ...own, version: 1, detail: 0, mode: 'normal', style: '' };
  if (!ELEMENTS.has(own.type)) return { ...own, version: 1 };
  return { ...own, version: 1, direction: 'ltr', format: '', indent: 0, children: (children ?? []).map(stored) };
}

/** The `lexical` of a post: the state as a JSON string, which is how Ghost takes it. */
export const lexicalOf = (children: readonly TopNode[]): string =>
  JSON.stringify({ root: stored({ type: 'root', children }) });
