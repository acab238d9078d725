import { publishedPart } from '../../canonical.ts';
import type { Story } from '../../model.ts';
import type { Warning } from '../warning.ts';
import type { Publication } from './article-data.ts';
import { bodyHtml, type HtmlPhotos } from './body.ts';
import { articleHtml, pageHtml } from './page.ts';
import { STYLESHEET } from './stylesheet.ts';

export type { Publication } from './article-data.ts';
export type { HtmlPhoto, HtmlPhotos } from './body.ts';
export { MARKED_STYLESHEET, markedArticle } from './marked.ts';
export { STYLESHEET } from './stylesheet.ts';

export type HtmlOptions = {
  photos: HtmlPhotos;
  /** CSS in place of the newspaper's own look. */
  stylesheet?: string;
  about?: Publication;
};

/**
 * A story as one article page: HTML 5 in UTF-8, CSS inside, no script, photos by their hrefs, with schema.org NewsArticle
 * data. Only what is published is in it. Photos that `photos` does not know leave their captions, and a warning.
 */
export function storyToHtml(story: Story, options: HtmlOptions): { html: string; warnings: Warning[] } {
  const part = publishedPart(story);
  const warnings: Warning[] = part.fields.headline.trim() === '' ? [{ code: 'missingHeadline' }] : [];
  const body = bodyHtml(part, options.photos, warnings);
  const html = pageHtml(part, body, options.photos, options.stylesheet ?? STYLESHEET, options.about ?? {});
  return { html, warnings };
}

/** The body alone, without the fields around it: p, h2, h3, blockquote, ul, ol, figure. */
export function bodyToHtml(story: Story, photos: HtmlPhotos): { html: string; warnings: Warning[] } {
  const warnings: Warning[] = [];
  return { html: bodyHtml(publishedPart(story), photos, warnings), warnings };
}

/** What stands in the body of the article page, for a document that has its own head: the same as `storyToHtml` puts there. */
export function articleToHtml(story: Story, photos: HtmlPhotos): string {
  const part = publishedPart(story);
  return articleHtml(part, bodyHtml(part, photos, []));
}
