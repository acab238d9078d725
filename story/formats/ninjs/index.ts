import { type PublishedStory, publishedPart, storyHash } from '../../canonical.ts';
import { type Figure, type Story, tagsOf } from '../../model.ts';
import { drawnFocal } from '../../photo/geometry.ts';
import { photoKey } from '../../photo/recipe.ts';
import { sourceTypeOf } from '../../photo/sourceType.ts';
import { linesOf, priorityOf } from '../../planning.ts';
import { countCharacters, countWords } from '../../text/counts.ts';
import { placeAndDate } from '../../text/dateline.ts';
import { embargoOf } from '../../text/embargo.ts';
import { storySlug } from '../../text/slug.ts';
import { bodyHtml, type HtmlPhoto } from '../html/body.ts';
import type { Warning } from '../warning.ts';

/** A photo's published rendition: address, IANA media type, pixels, bytes. */
export type NinjsPhoto = HtmlPhoto & { contentType: string; size?: number };
export type NinjsOptions = {
  /** The item's global identifier, the same for every version: an absolute URI. */
  uri: string;
  /** When this version was made: UTC, ISO 8601. */
  versionCreated: string;
  /** By photoKey. */
  photos: ReadonlyMap<string, NinjsPhoto>;
  /** The publishing organisation's name. */
  organisation?: string;
  /** What tells versions of one item apart; without, `storyHash`. */
  version?: string;
  /** When readers are to see it (an instant), where that is not the story's own embargo. */
  embargoedUntil?: string | undefined;
};

const STANDARD = { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' };

/**
 * A story as a ninjs 3.1 item (IPTC): kicker and all headlines as headlines; standfirst, corrections and dateline as
 * descriptions; the body as HTML with its figures, each photo also as an associated picture. Relative photo addresses are
 * kept, with a warning: the standard wants absolute ones.
 */
export function storyToNinjs(story: Story, options: NinjsOptions): { item: object; warnings: Warning[] } {
  const { uri, versionCreated, photos, organisation } = options;
  const part = publishedPart(story);
  const { fields } = part;
  const warnings: Warning[] = fields.headline.trim() === '' ? [{ code: 'missingHeadline' }] : [];
  const embargo = embargoOf(fields.embargo);
  const figures = part.body.filter((block) => block.type === 'figure');
  const item = present({
    uri,
    type: 'text',
    representationType: 'full',
    profile: figures.length > 0 ? 'text-photo' : 'text-only',
    version: options.version ?? storyHash(story),
    firstCreated: story.createdAt,
    versionCreated,
    pubStatus: 'usable',
    embargoedUntil:
      options.embargoedUntil ?? (embargo.kind === 'until' ? new Date(embargo.at).toISOString() : undefined),
    urgency: priorityOf(fields.priority) ?? undefined,
    language: part.language,
    title: fields.headline,
    slugline: storySlug(fields),
    headlines: texts([
      ['main', fields.headline],
      ['kicker', fields.kicker],
      ['web', fields.headlineWeb],
      ['short', fields.headlineShort],
      ['seo', fields.headlineSeo],
      ['social', fields.headlineSocial],
    ]),
    descriptions: texts([
      ['standfirst', fields.standfirst],
      ...linesOf(fields.correction).map((line) => ['correction', line] as const),
      ['dateline', placeAndDate(fields)],
    ]),
    bodies: [bodyOf(part, photos, warnings)],
    subjects: [
      ...[fields.section].filter((name) => name.trim() !== '').map((name) => ({ name, rel: 'section' })),
      ...tagsOf(fields.tags).map((name) => ({ name, rel: 'tag' })),
    ],
    by: fields.byline,
    edNote: fields.editorNote,
    infoSources: linesOf(fields.sources).map((name) => ({ name })),
    located: fields.place,
    organisations: organisation ? [{ name: organisation, rel: 'publisher' }] : [],
    copyrightHolder: organisation,
    associations: figures.map((figure, index) => pictureOf(figure, index, part, photos.get(photoKey(figure)))),
    altIds: [{ role: 'story', value: story.id }],
    standard: STANDARD,
  });
  for (const { href } of photos.values())
    if (!URL.canParse(href)) warnings.push({ code: 'relativeHref', detail: href });
  return { item, warnings };
}

/** An item that takes a story from its readers: of the story itself it says nothing. */
export const canceledNinjs = (options: Pick<NinjsOptions, 'uri' | 'versionCreated'> & { version: string }): object => ({
  ...options,
  type: 'text',
  pubStatus: 'canceled',
  standard: STANDARD,
});

/** The counts are of the body alone, without figures' captions, as the standard says. */
function bodyOf(part: PublishedStory, photos: NinjsOptions['photos'], warnings: Warning[]): object {
  const text = { fields: { headline: '', standfirst: '' }, body: part.body };
  return {
    role: 'main',
    contentType: 'text/html',
    charCount: countCharacters(text),
    wordCount: countWords(text),
    value: bodyHtml(part, photos, warnings),
  };
}

/** The credit is the picture's `by`: ninjs has no credit line of its own. */
function pictureOf(
  figure: Omit<Figure, 'unchecked'>,
  index: number,
  { language }: PublishedStory,
  photo: NinjsPhoto | undefined,
): object {
  return present({
    name: `photo-${index + 1}`,
    rel: 'picture',
    uri: `urn:uuid:${figure.id}`,
    type: 'picture',
    pubStatus: 'usable',
    language,
    descriptions: texts([
      ['caption', figure.caption],
      ['alt', figure.alt],
    ]),
    by: figure.credit,
    copyrightNotice: figure.copyright,
    digitalSourceType: photo?.sourceType
      ? present({ name: sourceTypeOf(photo.sourceType) ?? undefined, uri: photo.sourceType })
      : undefined,
    renditions: photo
      ? [
          present({
            name: 'main',
            href: photo.href,
            contentType: photo.contentType,
            width: photo.width,
            height: photo.height,
            sizeInBytes: photo.size,
            poi: figure.recipe?.focal && pointIn(figure, photo),
          }),
        ]
      : [],
    altIds: [{ role: 'sha256', value: figure.photo }],
  });
}

/** The focal point in pixels of a rendition, from its top left. */
export function pointIn(figure: Omit<Figure, 'unchecked'>, { width, height }: NinjsPhoto): { x: number; y: number } {
  const { x, y } = drawnFocal(figure);
  return { x: Math.round(x * width), y: Math.round(y * height) };
}

const texts = (entries: readonly (readonly [role: string, value: string])[]): object[] =>
  entries
    .filter(([, value]) => value.trim() !== '')
    .map(([role, value]) => ({ role, contentType: 'text/plain', value }));

/** Without what is undefined, blank or an empty list. */
export const present = (properties: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(properties).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined && String(value).trim() !== '',
    ),
  );
