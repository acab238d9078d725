import type { PhotoInfo } from '../../preload/contract.ts';
import type { Figure } from '../../story/model.ts';
import { type PhotoField, photoText } from '../../story/photo/facts.ts';
import { sourceTypeOf, sourceTypeUri } from '../../story/photo/sourceType.ts';
import { publishedText } from '../../story/text/clean.ts';
import type { Tags } from './exiftool.ts';
import { momentOf } from './fields.ts';

/** The texts of one use of a photo. */
export type FigureTexts = Pick<Figure, 'caption' | 'credit' | 'copyright' | 'alt'>;

type Place = { xmp: string; iim?: readonly [tag: string, bytes: number] };
/**
 * The fields that go out with a photo: exiftool's name of each in XMP, and in IIM with its most bytes (IPTC-IIM 4.1). Not the
 * description, which may be another than the caption, nor what is meant for the newsroom.
 */
const PLACES = {
  headline: { xmp: 'XMP-photoshop:Headline', iim: ['IPTC:Headline', 256] },
  caption: { xmp: 'XMP-dc:Description', iim: ['IPTC:Caption-Abstract', 2000] },
  photographer: { xmp: 'XMP-dc:Creator', iim: ['IPTC:By-line', 32] },
  credit: { xmp: 'XMP-photoshop:Credit', iim: ['IPTC:Credit', 32] },
  source: { xmp: 'XMP-photoshop:Source', iim: ['IPTC:Source', 32] },
  copyright: { xmp: 'XMP-dc:Rights', iim: ['IPTC:CopyrightNotice', 128] },
  usageTerms: { xmp: 'XMP-xmpRights:UsageTerms' },
  date: { xmp: 'XMP-photoshop:DateCreated' },
  sublocation: { xmp: 'XMP-iptcCore:Location', iim: ['IPTC:Sub-location', 32] },
  city: { xmp: 'XMP-photoshop:City', iim: ['IPTC:City', 32] },
  province: { xmp: 'XMP-photoshop:State', iim: ['IPTC:Province-State', 32] },
  country: { xmp: 'XMP-photoshop:Country', iim: ['IPTC:Country-PrimaryLocationName', 64] },
  keywords: { xmp: 'XMP-dc:Subject', iim: ['IPTC:Keywords', 64] },
  alt: { xmp: 'XMP-iptcCore:AltTextAccessibility' },
  aiLabel: { xmp: 'XMP-iptcExt:DigitalSourceType' },
} as const satisfies Partial<Record<PhotoField, Place>>;
export type OutField = keyof typeof PLACES;
export type OutTexts = Partial<Record<OutField, string>>;
const LISTS: ReadonlySet<OutField> = new Set(['photographer', 'keywords']);

/**
 * What a published photo says of itself: the texts of its use in the story, and of the photo what is in force (`info` is
 * null where nothing is known of it). A use without a credit or a copyright has the photo's: it is nobody's to leave out.
 */
export function outTexts(figure: FigureTexts, info: PhotoInfo | null): OutTexts {
  const texts: OutTexts = {};
  for (const field of Object.keys(PLACES) as OutField[]) {
    const own = field === 'caption' || field === 'alt' || field === 'credit' || field === 'copyright';
    const used = own ? figure[field].trim() : '';
    const known = info && field !== 'caption' && field !== 'alt' ? photoText(info, field).trim() : '';
    const text = field === 'aiLabel' ? termOf(known) : publishedText(used || known);
    if (text !== '') texts[field] = text;
  }
  return texts;
}

/** Those texts as exiftool's tags: XMP whole, and for a JPEG a copy in IIM as long as IIM allows. */
export function tagsOf(texts: OutTexts, type: string): Tags {
  const tags: Record<string, string | string[]> = {};
  const withIim = type === 'image/jpeg';
  for (const [field, text] of Object.entries(texts) as [OutField, string][]) {
    const { xmp, iim }: Place = PLACES[field];
    if (field === 'date') Object.assign(tags, dateTags(text, withIim));
    else if (field === 'aiLabel') tags[`${xmp}#`] = text;
    else if (LISTS.has(field)) {
      const list = listOf(text);
      tags[xmp] = list;
      if (iim && withIim) tags[iim[0]] = list.map((one) => cutToBytes(one, iim[1]));
    } else {
      tags[xmp] = text;
      if (iim && withIim) tags[iim[0]] = cutToBytes(text, iim[1]);
    }
  }
  if (Object.keys(tags).some((tag) => tag.startsWith('IPTC:'))) tags['IPTC:CodedCharacterSet'] = 'UTF8';
  return tags;
}

/** As much of a text as fits into so many bytes of UTF-8, cut between characters as a reader counts them. */
export function cutToBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text;
  let [cut, bytes] = ['', 0];
  for (const { segment } of new Intl.Segmenter('vi', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > most) break;
    cut += segment;
  }
  return cut.trimEnd();
}

const listOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** A day, with its time where that is known. IIM has no years alone. */
function dateTags(text: string, withIim: boolean): Record<string, string> {
  const [, day, time = '', zone = ''] =
    /^(\d{4}(?:-\d\d){0,2})(?:T(\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?$/.exec(text) ?? [];
  if (day === undefined) return {};
  const moment = momentOf(day, time, zone === 'Z' ? '+00:00' : zone);
  const colons = (date: string) => date.replaceAll('-', ':');
  if (moment === '') return { 'XMP-photoshop:DateCreated': colons(day) };
  const [date = '', at = ''] = moment.split('T');
  return {
    'XMP-photoshop:DateCreated': at ? `${colons(date)} ${at}` : colons(date),
    ...(withIim && { 'IPTC:DateCreated': colons(date) }),
    ...(withIim && at && zone && { 'IPTC:TimeCreated': at }),
  };
}

/** A term of the IPTC's vocabulary of digital source types, whole; '' where it is none. */
function termOf(text: string): string {
  const known = sourceTypeOf(text);
  if (known) return sourceTypeUri(known);
  return /^https?:\/\/cv\.iptc\.org\/newscodes\/digitalsourcetype\/[A-Za-z]+$/.test(text) ? text : '';
}
