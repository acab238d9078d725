import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { PhotoField } from '../../../preload/contract.ts';

const { resolve } = createRequire(import.meta.url);
const EXIFTOOL = path.join(path.dirname(resolve('exiftool-vendored.pl/package.json')), 'bin/exiftool');

/** exiftool's own names of a field's places, in the order that counts: XMP, IIM, EXIF. */
const TAGS: Readonly<Record<PhotoField, readonly string[]>> = {
  headline: ['XMP-photoshop:Headline', 'IPTC:Headline'],
  caption: ['XMP-dc:Description', 'IPTC:Caption-Abstract', 'IFD0:ImageDescription'],
  captionWriter: ['XMP-photoshop:CaptionWriter', 'IPTC:Writer-Editor'],
  photographer: ['XMP-dc:Creator', 'IPTC:By-line', 'IFD0:Artist'],
  credit: ['XMP-photoshop:Credit', 'IPTC:Credit'],
  source: ['XMP-photoshop:Source', 'IPTC:Source'],
  copyright: ['XMP-dc:Rights', 'IPTC:CopyrightNotice', 'IFD0:Copyright'],
  usageTerms: ['XMP-xmpRights:UsageTerms'],
  instructions: ['XMP-photoshop:Instructions', 'IPTC:SpecialInstructions'],
  date: ['XMP-photoshop:DateCreated', 'IPTC:DateCreated', 'ExifIFD:DateTimeOriginal'],
  sublocation: ['XMP-iptcCore:Location', 'IPTC:Sub-location'],
  city: ['XMP-photoshop:City', 'IPTC:City'],
  province: ['XMP-photoshop:State', 'IPTC:Province-State'],
  country: ['XMP-photoshop:Country', 'IPTC:Country-PrimaryLocationName'],
  keywords: ['XMP-dc:Subject', 'IPTC:Keywords'],
  alt: ['XMP-iptcCore:AltTextAccessibility'],
  longDescription: ['XMP-iptcCore:ExtDescrAccessibility'],
  aiLabel: ['XMP-iptcExt:DigitalSourceType'],
};

const exiftool = (...args: string[]): string =>
  execFileSync('perl', [EXIFTOOL, ...args], {
    encoding: 'utf8',
    maxBuffer: 100_000_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** Every tag exiftool finds, with its group; with arguments, what they say is written into the file before. */
export function allByExiftool(file: string, ...args: string[]): Record<string, unknown> {
  if (args.length > 0) exiftool('-overwrite_original', ...args, file);
  const [tags = {}] = JSON.parse(exiftool('-json', '-G1', '-a', '-charset', 'iptc=UTF8', file)) as Record<
    string,
    unknown
  >[];
  return tags;
}

/** What exiftool finds in a file, field by field, in the same order of standards as ours; texts on one line, dates as digits. */
export function readByExiftool(file: string): Partial<Record<PhotoField, string>> {
  const [tags = {}] = JSON.parse(exiftool('-json', '-G1', '-n', '-charset', 'iptc=UTF8', file)) as Record<
    string,
    unknown
  >[];
  const found: Partial<Record<PhotoField, string>> = {};
  for (const [field, names] of Object.entries(TAGS) as [PhotoField, readonly string[]][]) {
    const value = names.map((name) => plain(tags[name])).find((text) => text !== '');
    if (value !== undefined) found[field] = value;
  }
  return found;
}

/** Writes fields into a file, each into one standard (0: XMP, 1: IIM, 2: EXIF where the field is there). */
export function writeByExiftool(file: string, fields: Partial<Record<PhotoField, string>>, standard: 0 | 1 | 2): void {
  const args = Object.entries(fields).flatMap(([field, value]) => {
    const tag = TAGS[field as PhotoField][standard];
    return tag ? [`-${tag}=${value}`] : [];
  });
  exiftool('-overwrite_original', '-codedcharacterset=utf8', ...args, file);
}

const plain = (value: unknown): string =>
  (Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value))
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim();
