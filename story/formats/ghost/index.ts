import { type PublishedStory, publishedPart } from '../../canonical.ts';
import { type Figure, type Story, tagsOf } from '../../model.ts';
import { photoKey } from '../../photo/recipe.ts';
import { linesOf } from '../../planning.ts';
import { datelineOf } from '../../text/dateline.ts';
import { webHeadline } from '../../text/headlines.ts';
import { storySlug } from '../../text/slug.ts';
import type { Warning } from '../warning.ts';
import { bodyNodes, correctionNode, fieldNode, type GhostPhotos, underPhoto } from './blocks.ts';
import { htmlOf } from './html.ts';
import { lexicalOf, type TopNode } from './koenig.ts';

export type { GhostPhoto, GhostPhotos } from './blocks.ts';
export { compareGhost, type GhostReadBack } from './compare.ts';

/** The fields of a post to send, by Ghost's own names; `html` is what it will make of `lexical`, to compare with. */
export type GhostPost = {
  title: string;
  slug: string;
  lexical: string;
  html: string;
  custom_excerpt: string | null;
  feature_image: string | null;
  feature_image_alt: string | null;
  feature_image_caption: string | null;
  meta_title: string | null;
  og_title: string | null;
  twitter_title: string | null;
  /** By name, the first of them the one that Ghost shows above the title. */
  tags: string[];
};

/** Characters that Ghost takes of each, at most. */
const MOST = { title: 255, excerpt: 300, alt: 191, seoTitle: 300, socialTitle: 300, tag: 191 } as const;

const inLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const orNull = (text: string): string | null => (text === '' ? null : text);
const length = (text: string): number => [...text].length;

/**
 * A story as a Ghost post: the web headline as title, the standfirst as excerpt, the first photo as feature image; then, as the
 * text, the corrections, kicker, place and date, the body in Koenig's nodes, and the byline. A photo that stands above everything else is the
 * feature image alone, since themes show that one there; a standfirst that is too long for an excerpt is the first paragraph.
 */
export function storyToGhost(story: Story, { photos }: { photos: GhostPhotos }): GhostPost & { warnings: Warning[] } {
  const part = publishedPart(story);
  const { fields } = part;
  const warnings: Warning[] = fields.headline.trim() === '' ? [{ code: 'missingHeadline' }] : [];
  const standfirst = fields.standfirst.trim();
  const isLong = length(standfirst) > MOST.excerpt;
  const lead = leadFigure(part);
  const photo = lead && photos.get(photoKey(lead));
  const isOnTop = photo !== undefined && isTopFigure(part.body[0]);
  const text = isOnTop ? { ...part, body: part.body.slice(1) } : part;
  const nodes: TopNode[] = [
    ...(isLong ? fieldNode(standfirst) : []),
    ...linesOf(fields.correction).map(correctionNode),
    ...fieldNode(datelineOf(fields)),
    ...bodyNodes(text, photos, warnings),
    ...fieldNode(fields.byline),
  ];
  const social = orNull(inLine(fields.headlineSocial));
  return {
    title: inLine(webHeadline(fields)),
    slug: storySlug(fields),
    lexical: lexicalOf(nodes),
    html: htmlOf(nodes),
    custom_excerpt: isLong ? null : orNull(standfirst),
    feature_image: photo?.featured ?? null,
    feature_image_alt: photo ? orNull(lead.alt.trim()) : null,
    feature_image_caption: photo ? orNull(underPhoto(lead)) : null,
    meta_title: orNull(inLine(fields.headlineSeo)),
    og_title: social,
    twitter_title: social,
    tags: ghostTags(story),
    warnings,
  };
}

const leadFigure = ({ body }: PublishedStory) => body.find((block) => block.type === 'figure');
const isTopFigure = (block: PublishedStory['body'][number] | undefined): boolean =>
  block?.type === 'figure' && block.gallery !== true && block.box !== true;

/** Section and tags: Ghost has no sections, and shows a post's first tag in their place. */
export const ghostTags = ({ fields }: Pick<Story, 'fields'>): string[] => [
  ...new Set(
    [inLine(fields.section), ...tagsOf(fields.tags)].filter((tag) => tag !== '').map((tag) => tag.normalize('NFC')),
  ),
];

/** A part of the story that Ghost would refuse for its length; null where there is none. Both in characters. */
export type TooLong = { part: keyof typeof MOST; length: number; most: number };

/** Asked before anything is sent: nothing is ever cut. */
export function tooLongForGhost(story: Story): TooLong | null {
  const part = publishedPart(story);
  const { fields } = part;
  const alt = (leadFigure(part) as Figure | undefined)?.alt.trim() ?? '';
  const texts: [TooLong['part'], string][] = [
    ['title', inLine(webHeadline(fields))],
    ['seoTitle', inLine(fields.headlineSeo)],
    ['socialTitle', inLine(fields.headlineSocial)],
    ['alt', alt],
    ...ghostTags(story).map((tag): [TooLong['part'], string] => ['tag', tag]),
  ];
  for (const [name, text] of texts)
    if (length(text) > MOST[name]) return { part: name, length: length(text), most: MOST[name] };
  return null;
}
