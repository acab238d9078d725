import { publishedPart } from '../../canonical.ts';
import type { Figure, Story } from '../../model.ts';
import { linesOf } from '../../planning.ts';
import { publishedText } from '../../text/clean.ts';
import { datelineOf } from '../../text/dateline.ts';
import { webHeadline } from '../../text/headlines.ts';
import { storySlug } from '../../text/slug.ts';
import { captionHtml } from '../inline.ts';
import type { Warning } from '../warning.ts';
import { bodyBlocks, fieldBlock, type WordPressPhotos } from './blocks.ts';
import { fieldEscape } from './escape.ts';

export type { WordPressPhoto, WordPressPhotos } from './blocks.ts';
export { compareWordPress, type Difference } from './compare.ts';
export { fromWordPress } from './read.ts';

/** The fields of a post to send (`/wp/v2/posts`), as raw values. */
export type WordPressPost = { title: string; excerpt: string; content: string; slug: string };

/**
 * A story as a WordPress post: the web headline as title, the standfirst as excerpt and as the lead paragraph, then the
 * corrections, kicker, place and date, the body as block markup (WordPress 6.1 and later), and the byline. A photo's copyright goes with `photoFields` alone.
 */
export function storyToWordPress(
  story: Story,
  { photos }: { photos: WordPressPhotos },
): WordPressPost & { warnings: Warning[] } {
  const part = publishedPart(story);
  const { fields } = part;
  const warnings: Warning[] = fields.headline.trim() === '' ? [{ code: 'missingHeadline' }] : [];
  const content = [
    ...fieldBlock('lead', fields.standfirst),
    ...linesOf(fields.correction).flatMap((line) => fieldBlock('correction', line)),
    ...fieldBlock('dateline', datelineOf(fields)),
    ...bodyBlocks(part, photos, warnings),
    ...fieldBlock('byline', fields.byline),
  ].join('\n\n');
  return {
    title: fieldEscape(webHeadline(fields).replace(/\s+/g, ' ')),
    excerpt: fieldEscape(fields.standfirst),
    content,
    slug: storySlug(fields),
    warnings,
  };
}

/** The fields of the photo's item in the media library (`/wp/v2/media`), as raw values; the alt text is plain. */
export function photoFields(
  figure: Pick<Figure, 'caption' | 'credit' | 'copyright' | 'alt'>,
): Record<'title' | 'caption' | 'alt_text' | 'description', string> {
  const text = (name: 'caption' | 'credit' | 'copyright' | 'alt'): string => publishedText(figure[name]).trim();
  return {
    title: fieldEscape(shortened(text('caption') || text('alt') || text('credit'))),
    caption: captionHtml({ caption: text('caption'), credit: text('credit') }, fieldEscape),
    alt_text: text('alt'),
    description: fieldEscape(text('copyright')),
  };
}

/** The first words, up to about a line. */
function shortened(text: string): string {
  const words = text.replace(/\s+/g, ' ');
  if (words.length <= 100) return words;
  const head = words.slice(0, 100);
  return `${(head.slice(0, head.lastIndexOf(' ') + 1).trim() || head).toWellFormed()}…`;
}
