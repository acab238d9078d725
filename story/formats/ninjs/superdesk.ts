import { publishedPart } from '../../canonical.ts';
import { type Figure, type Story, tagsOf } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { sourceTypeOf } from '../../photo/sourceType.ts';
import { linesOf, priorityOf } from '../../planning.ts';
import { countCharacters, countWords } from '../../text/counts.ts';
import { placeAndDate } from '../../text/dateline.ts';
import { embargoOf } from '../../text/embargo.ts';
import { slugOf, storySlug } from '../../text/slug.ts';
import { htmlEscape, linesToHtml } from '../escape.ts';
import { bodyHtml } from '../html/body.ts';
import type { Warning } from '../warning.ts';
import { type NinjsOptions, type NinjsPhoto, pointIn, present } from './index.ts';

/** A photo that the receiver has: `media` is the id it was sent under. */
export type SuperdeskPhoto = NinjsPhoto & { media: string };
export type SuperdeskOptions = Omit<NinjsOptions, 'photos' | 'uri'> & {
  guid: string;
  version: string;
  /** By photoKey. */
  photos: ReadonlyMap<string, SuperdeskPhoto>;
};
/** Names under which receivers look for a picture: the one file for all of them. */
const RENDITIONS = ['original', 'baseImage', 'viewImage'] as const;

/**
 * A story as an item of Superdesk's ninjs, which is of ninjs 1.x with ids and media of its own. One headline (the web's, else
 * the headline); the others, kicker and dateline are in `extra`. Each photo is an associated picture `editor_N`, which a
 * comment names around its figure in the body; the first one is `featuremedia`, too. Corrections are the body's first lines.
 */
export function storyToSuperdesk(story: Story, options: SuperdeskOptions): { item: object; warnings: Warning[] } {
  const { guid, version, versionCreated, photos, organisation } = options;
  const part = publishedPart(story);
  const { fields } = part;
  const warnings: Warning[] = fields.headline.trim() === '' ? [{ code: 'missingHeadline' }] : [];
  const embargo = embargoOf(fields.embargo);
  const until = options.embargoedUntil ?? (embargo.kind === 'until' ? new Date(embargo.at).toISOString() : undefined);
  const figures = part.body.filter((block) => block.type === 'figure');
  const pictures = figures.flatMap((figure) => {
    const photo = photos.get(photoKey(figure));
    return photo ? [pictureOf(figure, photo, part.language, options)] : [];
  });
  const words = { fields: { headline: '', standfirst: '' }, body: part.body };
  const item = present({
    guid,
    type: 'text',
    version,
    profile: pictures.length > 0 ? 'text-photo' : 'text-only',
    pubstatus: 'usable',
    firstcreated: superdeskInstant(story.createdAt),
    versioncreated: superdeskInstant(versionCreated),
    embargoed: until && superdeskInstant(until),
    urgency: priorityOf(fields.priority) ?? undefined,
    priority: priorityOf(fields.priority) ?? undefined,
    language: part.language,
    headline: fields.headlineWeb.trim() || fields.headline,
    slugline: storySlug(fields),
    byline: linesOf(fields.byline).join(', '),
    authors: linesOf(fields.byline).map((name) => ({ name, role: 'writer' })),
    located: fields.place,
    description_text: fields.standfirst,
    description_html: fields.standfirst.trim() && `<p>${linesToHtml(fields.standfirst, htmlEscape)}</p>`,
    body_html: [...correctionsOf(fields), embedded(bodyHtml(part, photos, warnings))].join('\n'),
    charcount: countCharacters(words),
    wordcount: countWords(words),
    ednote: fields.editorNote,
    infosource: linesOf(fields.sources).map((name) => ({ name })),
    keywords: tagsOf(fields.tags),
    subject: tagsOf(fields.tags).map(named),
    service: [fields.section].filter((name) => name.trim() !== '').map(named),
    copyrightholder: organisation,
    extra: extraOf(fields),
    associations: associationsOf(pictures),
  });
  return { item, warnings };
}

/** An item that takes a story from its readers: of the story itself it says nothing. */
export const canceledSuperdesk = ({
  guid,
  version,
  versionCreated,
}: Pick<SuperdeskOptions, 'guid' | 'version' | 'versionCreated'>): object => ({
  ...{ guid, type: 'text', version, pubstatus: 'canceled', versioncreated: superdeskInstant(versionCreated) },
});

/** Whole seconds with a numeric zone: the one form that its receivers read everywhere. */
export const superdeskInstant = (at: string): string => `${new Date(at).toISOString().slice(0, 19)}+0000`;

const named = (name: string): object => ({ code: slugOf(name), name });

/** What readers are to see of a correction stands in the text: Superdesk has no field that its receivers show. */
const correctionsOf = ({ correction }: Story['fields']): string[] =>
  linesOf(correction).map((line) => `<p class="correction">${htmlEscape.text(line)}</p>`);

/** A figure with its picture, as `bodyHtml` writes it: nothing else of a story's text can look like one. */
const FIGURE = /<figure><img src="[^"]*"[^>]*>.*?<\/figure>/gs;
function embedded(html: string): string {
  let count = 0;
  return html.replace(FIGURE, (figure) => {
    const id = `{id: "editor_${count++}"}`;
    return `<!-- EMBED START Image ${id} -->\n${figure}\n<!-- EMBED END Image ${id} -->`;
  });
}

function associationsOf(pictures: readonly object[]): object | undefined {
  const [first] = pictures;
  if (!first) return undefined;
  return { featuremedia: first, ...Object.fromEntries(pictures.map((picture, at) => [`editor_${at}`, picture])) };
}

/** Alt text goes as `body_text`: that is where Superdesk has it. */
function pictureOf(
  figure: Omit<Figure, 'unchecked'>,
  { href, media, contentType, width, height, size, sourceType }: SuperdeskPhoto,
  language: string,
  { version, versionCreated }: SuperdeskOptions,
): object {
  const poi = figure.recipe?.focal && pointIn(figure, { href, contentType, width, height });
  const rendition = present({ href, media, mimetype: contentType, width, height, size, poi });
  return present({
    guid: `urn:uuid:${figure.id}`,
    type: 'picture',
    version,
    pubstatus: 'usable',
    versioncreated: superdeskInstant(versionCreated),
    language,
    description_text: figure.caption,
    body_text: figure.alt,
    byline: figure.credit,
    copyrightnotice: figure.copyright,
    digitalsourcetype: sourceType
      ? present({ name: sourceTypeOf(sourceType) ?? undefined, uri: sourceType })
      : undefined,
    mimetype: contentType,
    renditions: Object.fromEntries(RENDITIONS.map((name) => [name, rendition])),
  });
}

/** What Superdesk has no field for: under `extra`, where it keeps what a newsroom adds. */
function extraOf(fields: Story['fields']): object | undefined {
  const extra = present({
    kicker: fields.kicker,
    dateline: placeAndDate(fields),
    headline_short: fields.headlineShort,
    headline_seo: fields.headlineSeo,
    headline_social: fields.headlineSocial,
  });
  return Object.keys(extra).length > 0 ? extra : undefined;
}
