import { FORMATS } from '../../model.ts';
import { htmlEscape } from '../escape.ts';
import { FORMAT_TAGS } from '../inline.ts';
import { compareWordPress, type Difference } from '../wordpress/compare.ts';
import { HTML_TOKEN, SAME_TAG } from '../wordpress/read.ts';
import type { GhostPost } from './index.ts';

/** A post as Ghost gives it back, as far as it is compared: titles and excerpts are plain text, `html` what its theme shows. */
export type GhostReadBack = {
  title: string;
  custom_excerpt: string | null;
  html: string;
  feature_image: string | null;
  feature_image_alt: string | null;
  feature_image_caption: string | null;
  meta_title: string | null;
  og_title: string | null;
  tags: readonly string[];
};

/**
 * Compares what was sent with the post read back, by what readers meet: `where` as compareWordPress has it, and "featured",
 * "featuredAlt", "featuredCaption", "seoTitle", "socialTitle", "tags". No difference is proof of equality.
 */
export function compareGhost(sent: GhostPost, there: GhostReadBack): Difference[] {
  const { text } = htmlEscape;
  const differences = compareWordPress(
    { title: text(sent.title), excerpt: text(sent.custom_excerpt ?? ''), content: comparable(sent.html) },
    { title: text(there.title), excerpt: text(there.custom_excerpt ?? ''), content: comparable(there.html) },
  );
  for (const [where, field] of FIELDS) {
    const [ours, theirs] = [sent[field] ?? '', there[field] ?? ''];
    if (ours !== theirs) differences.push({ where, ours, theirs });
  }
  if (sent.tags.join('\n') !== there.tags.join('\n'))
    differences.push({ where: 'tags', ours: sent.tags.join(', '), theirs: there.tags.join(', ') });
  return differences;
}

const FIELDS = [
  ['featured', 'feature_image'],
  ['featuredAlt', 'feature_image_alt'],
  ['featuredCaption', 'feature_image_caption'],
  ['seoTitle', 'meta_title'],
  ['socialTitle', 'og_title'],
] as const;

const TAGS: readonly string[] = FORMATS.map((format) => FORMAT_TAGS[format]);
/** Ghost's cards wrap what they show in these; no words are in them. */
const WRAPPERS: ReadonlySet<string> = new Set(['div', 'span', 'picture', 'source']);

/** HTML whose formats nest in one order, without wrappers: two ways to write the same look the same. */
export function comparable(html: string): string {
  let made = '';
  let open: string[] = [];
  let breaks = '';
  const on = new Map<string, number>();
  /** A line's end stands inside of what goes on after it. */
  const set = (wanted: string[]) => {
    let kept = 0;
    while (kept < open.length && open[kept] === wanted[kept]) kept++;
    const ends = open.slice(kept).toReversed();
    const starts = wanted.slice(kept);
    made += ends.map((tag) => `</${tag}>`).join('') + breaks + starts.map((tag) => `<${tag}>`).join('');
    open = wanted;
    breaks = '';
  };
  for (const [token, slash, name] of html.matchAll(HTML_TOKEN)) {
    const tag = name?.toLowerCase() ?? '';
    const format = SAME_TAG[tag] ?? tag;
    if (TAGS.includes(format)) on.set(format, (on.get(format) ?? 0) + (slash ? -1 : 1));
    else if (tag === 'br') breaks += token;
    else if (!WRAPPERS.has(tag)) {
      set(tag === '' ? TAGS.filter((one) => (on.get(one) ?? 0) > 0) : []);
      made += token;
    }
  }
  set([]);
  return made;
}
