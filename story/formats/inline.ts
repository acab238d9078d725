import { type Figure, FORMATS, type Format, type Run } from '../model.ts';
import { safeLink } from '../text/link.ts';
import { type Escape, linesToHtml } from './escape.ts';
import type { Warning } from './warning.ts';

/** Runs as HTML: a, strong, em, u, s, sub, sup and br alone, nested in this order. An address that is not safe loses its link, not its words. */
export function inlineToHtml(runs: readonly Run[], escaping: Escape, warnings: Warning[]): string {
  let html = '';
  let open: string[] = [];
  for (const run of runs) {
    const wanted = tagsOf(run, escaping, warnings);
    let kept = 0;
    while (kept < open.length && open[kept] === wanted[kept]) kept++;
    html += closing(open.slice(kept)) + wanted.slice(kept).join('') + linesToHtml(run.text, escaping);
    open = wanted;
  }
  return html + closing(open);
}

/** The element of each format. */
export const FORMAT_TAGS = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strike: 's',
  subscript: 'sub',
  superscript: 'sup',
} as const satisfies Record<Format, string>;

function tagsOf(run: Run, escaping: Escape, warnings: Warning[]): string[] {
  const tags: string[] = [];
  if (run.link !== undefined) {
    const href = safeLink(run.link);
    if (href === null) warnings.push({ code: 'unsafeLink', detail: run.link });
    else tags.push(`<a href="${escaping.attribute(href)}">`);
  }
  for (const format of FORMATS) if (run[format]) tags.push(`<${FORMAT_TAGS[format]}>`);
  return tags;
}

const closing = (tags: readonly string[]): string =>
  tags.map((tag) => `</${/\w+/.exec(tag)}>`).reduceRight((a, b) => a + b, '');

/** Caption and credit as they stand under a photo, the credit in italics. `toHtml`: plain text as the format writes it. */
export const captionHtml = (
  { caption, credit }: Pick<Figure, 'caption' | 'credit'>,
  toHtml: (text: string) => string,
): string =>
  [caption.trim() && toHtml(caption.trim()), credit.trim() && `<em>${toHtml(credit.trim())}</em>`]
    .filter(Boolean)
    .join(' ');
