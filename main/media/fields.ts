import type { PhotoField } from '../../preload/contract.ts';

/** Where each standard keeps a field of a photo: XMP's usual name, IIM 2:nn, a tag of EXIF (IPTC Photo Metadata Standard). */
type Place = {
  xmp: string;
  iim?: number;
  exif?: number;
  /** Characters at most: enough for any honest one. */
  limit: number;
};

export const FIELDS: Readonly<Record<PhotoField, Place>> = {
  headline: { xmp: 'photoshop:Headline', iim: 105, limit: 500 },
  caption: { xmp: 'dc:description', iim: 120, exif: 0x010e, limit: 5000 },
  captionWriter: { xmp: 'photoshop:CaptionWriter', iim: 122, limit: 300 },
  photographer: { xmp: 'dc:creator', iim: 80, exif: 0x013b, limit: 300 },
  credit: { xmp: 'photoshop:Credit', iim: 110, limit: 500 },
  source: { xmp: 'photoshop:Source', iim: 115, limit: 500 },
  copyright: { xmp: 'dc:rights', iim: 116, exif: 0x8298, limit: 500 },
  usageTerms: { xmp: 'xmpRights:UsageTerms', limit: 2000 },
  instructions: { xmp: 'photoshop:Instructions', iim: 40, limit: 2000 },
  date: { xmp: 'photoshop:DateCreated', limit: 40 },
  sublocation: { xmp: 'Iptc4xmpCore:Location', iim: 92, limit: 300 },
  city: { xmp: 'photoshop:City', iim: 90, limit: 300 },
  province: { xmp: 'photoshop:State', iim: 95, limit: 300 },
  country: { xmp: 'photoshop:Country', iim: 101, limit: 300 },
  keywords: { xmp: 'dc:subject', iim: 25, limit: 2000 },
  alt: { xmp: 'Iptc4xmpCore:AltTextAccessibility', limit: 2000 },
  longDescription: { xmp: 'Iptc4xmpCore:ExtDescrAccessibility', limit: 5000 },
  aiLabel: { xmp: 'Iptc4xmpExt:DigitalSourceType', limit: 300 },
};

/** IIM 2:55 (a day) and 2:60 (a time with its zone), and EXIF's own day and time: see `momentOf`. */
export const IIM_DATE = { day: 55, time: 60 } as const;
export const EXIF_TAKEN = { at: 0x9003, zone: 0x9011 } as const;

/**
 * A moment as XMP writes it (ISO 8601, as much of it as is known), from IIM's "20240614" and "083700+0700", or from EXIF's
 * "2024:06:14 08:37:00" and "+07:00". '' where it is none.
 */
export function momentOf(day: string, time = '', zone = ''): string {
  const date = /^(\d{4})[:-]?(\d\d)[:-]?(\d\d)/.exec(day.trim());
  if (!date || date[1] === '0000' || date[2] === '00') return '';
  const clock = /^(\d\d):?(\d\d):?(\d\d)?/.exec(time.trim());
  const offset = /([+-]\d\d):?(\d\d)$/.exec(zone.trim() || time.trim());
  const at = clock ? `T${clock[1]}:${clock[2]}:${clock[3] ?? '00'}` : '';
  return `${date[1]}-${date[2]}-${date[3]}${at}${at && offset ? `${offset[1]}:${offset[2]}` : ''}`;
}
