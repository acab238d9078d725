import exifr from 'exifr';
import type { PhotoInfo } from '../../preload/contract.ts';
import { PHOTO_FIELDS, type PhotoFacts, type PhotoField } from '../../story/photo/facts.ts';
import { fromLegacy } from '../../story/text/legacy/convert.ts';
import { recogniseLegacy } from '../../story/text/legacy/recognise.ts';
import { EXIF_TAKEN, FIELDS, IIM_DATE, momentOf } from './fields.ts';
import { iimOfTiff } from './iim.ts';
import { cleanText, decodeBytes, isUtf8 } from './text.ts';
import { readXmp } from './xmp.ts';

export type PhotoTexts = Required<
  Pick<PhotoInfo, 'caption' | 'credit' | 'copyright' | 'alt' | 'photographer' | 'facts'>
>;

/** What cameras write into every picture. */
const CAMERA_CAPTION =
  /^(olympus digital camera|sony dsc|samsung.*|(konica )?minolta digital camera|exif_jpeg.*|dcim|dsc\w*)$/i;

/** Encodings from before Unicode that IIM was written in; 8-bit ones alone. */
const IN_IIM: readonly string[] = ['tcvn3', 'vni', 'cp1258'];

type Tags = Record<number, unknown>;

/**
 * What a photo's file says of it (IPTC Photo Metadata Standard): XMP before IIM before EXIF, field by field, each with
 * where it came from. Damaged metadata is no error: what can be read is. `embedded` holds what the decoder found: the XMP
 * packet, and the EXIF block of formats that exifr does not open.
 */
export async function readTexts(
  bytes: Uint8Array,
  type: PhotoInfo['type'],
  embedded: { xmp?: Uint8Array | undefined; exif?: Uint8Array | undefined },
): Promise<PhotoTexts> {
  const xmp = embedded.xmp ? readXmp(embedded.xmp) : new Map<string, string[]>();
  const { iim, exif } = await readOld(type === 'image/jpeg' || type === 'image/tiff' ? bytes : tiffOf(embedded.exif));
  const facts: PhotoFacts = {};
  for (const field of PHOTO_FIELDS) {
    const places = FIELDS[field];
    const candidates = {
      xmp: xmp.get(places.xmp),
      iim: field === 'date' ? momentOf(one(iim(IIM_DATE.day)), one(iim(IIM_DATE.time))) : places.iim && iim(places.iim),
      exif: field === 'date' ? takenAt(exif) : places.exif && ofPerson(field, exif(places.exif)),
    };
    for (const from of ['xmp', 'iim', 'exif'] as const) {
      const value = cleanText(one(candidates[from]), places.limit);
      if (value !== '' && !facts[field]) facts[field] = { value, from };
    }
  }
  const text = (field: PhotoField): string => facts[field]?.value ?? '';
  return {
    caption: text('caption'),
    credit: text('credit'),
    copyright: text('copyright'),
    alt: text('alt'),
    photographer: text('photographer'),
    facts,
  };
}

const one = (value: unknown): string =>
  Array.isArray(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : '';

const ofPerson = (field: PhotoField, value: unknown): unknown =>
  field === 'caption' && CAMERA_CAPTION.test(cleanText(value, 500)) ? '' : value;

/** When the picture was taken, by the camera's own clock. */
function takenAt(exif: (tag: number) => unknown): string {
  const [day = '', time = ''] = one(exif(EXIF_TAKEN.at)).split(' ');
  return momentOf(day, time, one(exif(EXIF_TAKEN.zone)));
}

async function readOld(source: Uint8Array | null) {
  let tags: { iptc?: Tags; ifd0?: Tags; exif?: Tags } = {};
  const isTiff = source !== null && source[0] !== 0xff;
  try {
    if (source)
      tags =
        (await exifr.parse(source, {
          tiff: true,
          // Of a TIFF it takes longs for bytes, and gives up everything.
          iptc: !isTiff,
          xmp: false,
          icc: false,
          jfif: false,
          exif: { pick: Object.values(EXIF_TAKEN) },
          gps: false,
          interop: false,
          ifd1: false,
          mergeOutput: false,
          translateKeys: false,
          translateValues: false,
          reviveValues: false,
        })) ?? {};
  } catch {
    // Damaged metadata: the photo itself has been decoded, and is good.
  }
  if (isTiff) tags.iptc = iimOfTiff(source);
  const decode = iimDecoder(Object.values(tags.iptc ?? {}).flat());
  const decoded = (value: unknown): unknown =>
    typeof value === 'string' ? decode(value) : Array.isArray(value) ? value.map(decoded) : '';
  // exifr reads EXIF as UTF-8; what is not, nobody can tell.
  const readable = (value: unknown): unknown => (String(value).includes('\ufffd') ? '' : value);
  return {
    iim: (record: number) => decoded(tags.iptc?.[record]),
    exif: (tag: number) => readable(tags.ifd0?.[tag] ?? tags.exif?.[tag]),
  };
}

/** IIM seldom says its encoding: UTF-8 where the bytes are, else the Vietnamese one its texts together are in, else Windows-1252. */
function iimDecoder(values: readonly unknown[]): (bytes: string) => string {
  const old = values.filter((value): value is string => typeof value === 'string' && !isUtf8(value)).map(decodeBytes);
  const encoding = old.length > 0 ? recogniseLegacy(old.join('\n')) : null;
  return (bytes) => {
    const text = decodeBytes(bytes);
    return encoding !== null && IN_IIM.includes(encoding) && !isUtf8(bytes) ? fromLegacy(text, encoding) : text;
  };
}

/** WebP, PNG and AVIF carry EXIF as a TIFF structure, some with JPEG's prefix before it. */
function tiffOf(exif: Uint8Array | undefined): Uint8Array | null {
  if (!exif) return null;
  return exif[0] === 0x45 ? exif.subarray(6) : exif;
}
