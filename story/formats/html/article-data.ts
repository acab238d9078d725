import type { PublishedStory } from '../../canonical.ts';
import { type Figure, tagsOf } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { linesOf } from '../../planning.ts';
import { bylineNames } from '../../text/byline.ts';
import { webHeadline } from '../../text/headlines.ts';
import type { HtmlPhotos } from './body.ts';

/** Facts about the publication that are not in the story; instants in ISO 8601, UTC. */
export type Publication = { publishedAt?: string; modifiedAt?: string; url?: string; publisher?: string };

/** The story as a schema.org NewsArticle, in JSON-LD. */
export function articleData(
  { fields, language, body }: PublishedStory,
  photos: HtmlPhotos,
  about: Publication,
): object {
  return present({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: webHeadline(fields),
    alternativeHeadline: fields.kicker,
    description: fields.standfirst,
    inLanguage: language,
    articleSection: fields.section,
    keywords: tagsOf(fields.tags),
    dateline: [fields.place, fields.date].filter(Boolean).join(', '),
    author: bylineNames(fields.byline).map((name) => ({ '@type': 'Person', name })),
    datePublished: about.publishedAt,
    dateModified: about.modifiedAt,
    correction: linesOf(fields.correction).map((text) => ({ '@type': 'CorrectionComment', text })),
    url: about.url,
    publisher: about.publisher && { '@type': 'NewsMediaOrganization', name: about.publisher },
    image: body.flatMap((block) => (block.type === 'figure' ? [imageData(block, photos)] : [])),
  });
}

function imageData(figure: Omit<Figure, 'unchecked'>, photos: HtmlPhotos): object {
  const photo = photos.get(photoKey(figure));
  return present({
    '@type': 'ImageObject',
    contentUrl: photo?.href,
    width: photo?.width,
    height: photo?.height,
    caption: figure.caption,
    creditText: figure.credit,
    copyrightNotice: figure.copyright,
    digitalSourceType: photo?.sourceType,
  });
}

const present = (data: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => value !== undefined && value !== '' && (value as unknown[]).length !== 0,
    ),
  );

/** JSON that no HTML parser can take for markup: the data inside a script element. */
export const scriptJson = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
