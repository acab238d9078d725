import exifr from 'exifr';
import type { PhotoInfo } from '../../preload/contract.ts';
import { cleanText, decodeBytes } from './text.ts';
import { readXmp } from './xmp.ts';

export type PhotoTexts = Pick<PhotoInfo, 'caption' | 'credit' | 'copyright' | 'alt' | 'photographer'>;

/** Characters a text out of a file may have: enough for any honest one. */
const LIMITS = { caption: 5000, credit: 500, copyright: 500, alt: 2000, photographer: 300 } as const;

/** Record numbers of IIM 2:nn, and of EXIF's IFD0. */
const IIM = { caption: 120, photographer: 80, credit: 110, copyright: 116 } as const;
const EXIF = { caption: 0x010e, photographer: 0x013b, copyright: 0x8298 } as const;
/** What cameras write into every picture. */
const CAMERA_CAPTION =
  /^(olympus digital camera|sony dsc|samsung.*|(konica )?minolta digital camera|exif_jpeg.*|dcim|dsc\w*)$/i;

type Tags = Record<number, unknown>;

/**
 * The texts a photo's file carries (IPTC Photo Metadata Standard): XMP before IIM before EXIF, field by field. Empty
 * where it carries none. Damaged metadata is no error: what can be read is.
 * `embedded` holds what the decoder found: the XMP packet, and the EXIF block of formats that exifr does not open.
 */
export async function readTexts(
  bytes: Uint8Array,
  type: PhotoInfo['type'],
  embedded: { xmp?: Uint8Array | undefined; exif?: Uint8Array | undefined },
): Promise<PhotoTexts> {
  const xmp = embedded.xmp ? readXmp(embedded.xmp) : new Map<string, string[]>();
  const { iim, exif } = await readOld(type === 'image/jpeg' || type === 'image/tiff' ? bytes : tiffOf(embedded.exif));

  const first = (field: keyof PhotoTexts, ...candidates: unknown[]): string => {
    for (const candidate of candidates) {
      const text = cleanText(Array.isArray(candidate) ? candidate.join(', ') : candidate, LIMITS[field]);
      if (text !== '') return text;
    }
    return '';
  };
  const exifCaption = first('caption', exif(EXIF.caption));
  return {
    caption: first(
      'caption',
      xmp.get('dc:description'),
      iim(IIM.caption),
      CAMERA_CAPTION.test(exifCaption) ? '' : exifCaption,
    ),
    credit: first('credit', xmp.get('photoshop:Credit'), iim(IIM.credit)),
    copyright: first('copyright', xmp.get('dc:rights'), iim(IIM.copyright), exif(EXIF.copyright)),
    alt: first('alt', xmp.get('Iptc4xmpCore:AltTextAccessibility')),
    photographer: first('photographer', xmp.get('dc:creator'), iim(IIM.photographer), exif(EXIF.photographer)),
  };
}

async function readOld(source: Uint8Array | null) {
  let tags: { iptc?: Tags; ifd0?: Tags } = {};
  try {
    if (source)
      tags =
        (await exifr.parse(source, {
          tiff: true,
          iptc: true,
          xmp: false,
          icc: false,
          jfif: false,
          exif: false,
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
  const decode = (value: unknown): unknown =>
    typeof value === 'string' ? decodeBytes(value) : Array.isArray(value) ? value.map(decode) : '';
  // exifr reads EXIF as UTF-8; what is not, nobody can tell.
  const readable = (value: unknown): unknown => (String(value).includes('\ufffd') ? '' : value);
  return { iim: (record: number) => decode(tags.iptc?.[record]), exif: (tag: number) => readable(tags.ifd0?.[tag]) };
}

/** WebP, PNG and AVIF carry EXIF as a TIFF structure, some with JPEG's prefix before it. */
function tiffOf(exif: Uint8Array | undefined): Uint8Array | null {
  if (!exif) return null;
  return exif[0] === 0x45 ? exif.subarray(6) : exif;
}
