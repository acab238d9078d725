import type { PublishedStory } from '../../canonical.ts';
import { tagsOf } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { socialHeadline } from '../../text/headlines.ts';
import { htmlEscape } from '../escape.ts';
import type { Publication } from './article-data.ts';
import type { HtmlPhotos } from './body.ts';

const { attribute } = htmlEscape;
const element = (kind: 'name' | 'property', name: string, text: string | undefined): string =>
  text?.trim() ? `<meta ${kind}="${name}" content="${attribute(text.replace(/\s+/g, ' ').trim())}">` : '';

/** One of the page's meta elements; '' where there is nothing to say. */
export const meta = (name: string, text: string): string => element('name', name, text);

/** What a social network shows of the page: Open Graph (ogp.me). A picture only where its address is whole. */
export function cardMeta({ fields, language, body }: PublishedStory, photos: HtmlPhotos, about: Publication): string[] {
  const first = body.find((block) => block.type === 'figure');
  const photo = first && photos.get(photoKey(first));
  const isWhole = photo !== undefined && /^https?:$/.test(URL.parse(photo.href)?.protocol ?? '');
  const property = (name: string, text: string | undefined): string => element('property', name, text);
  return [
    property('og:type', 'article'),
    property('og:title', socialHeadline(fields)),
    property('og:description', fields.standfirst),
    property('og:locale', language === 'vi' ? 'vi_VN' : 'en_GB'),
    property('og:url', about.url),
    property('og:site_name', about.publisher),
    ...(isWhole
      ? [
          property('og:image', photo.href),
          property('og:image:width', String(photo.width)),
          property('og:image:height', String(photo.height)),
          property('og:image:alt', first?.alt),
        ]
      : []),
    property('article:published_time', about.publishedAt),
    property('article:modified_time', about.modifiedAt),
    property('article:section', fields.section),
    ...tagsOf(fields.tags).map((tag) => property('article:tag', tag)),
    meta('twitter:card', isWhole ? 'summary_large_image' : 'summary'),
  ];
}
