import type { PhotoInfo } from '../../preload/contract.ts';

/** What the first bytes say a file is: a type Copydesk takes, `unsupported` (an image, but not ours to decode), or null. */
export type FileKind = PhotoInfo['type'] | 'unsupported' | null;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/** The type of a file by its magic number. The name and what a browser claims are never asked. */
export function fileKind(bytes: Uint8Array): FileKind {
  const head = ascii(bytes, 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.startsWith('II*\0') || head.startsWith('MM\0*'))
    return head.slice(8, 10) === 'CR' ? 'unsupported' : 'image/tiff';
  if (head.slice(4, 8) === 'ftyp') return isoKind(bytes);
  return OTHER_IMAGES.some((magic) => head.startsWith(magic)) ? 'unsupported' : null;
}

// BigTIFF, JPEG XL (both forms), JPEG 2000, Photoshop, Fujifilm raw.
const OTHER_IMAGES = ['II+\0', 'MM\0+', '\xff\x0a', '\0\0\0\x0cJXL ', '\0\0\0\x0cjP  ', '8BPS', 'FUJIFILMCCD-RAW'];
// HEIC and its kin (ISO/IEC 23008-12).
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'mif1'];
// Moving pictures, Canon's raw.
const UNSUPPORTED_BRANDS = ['hevc', 'hevx', 'msf1', 'crx '];

/** ISO base media files name their brands in the first box: the major one, its version, then the compatible ones. */
function isoKind(bytes: Uint8Array): FileKind {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  const box = ascii(bytes, 8, Math.min(size, 256));
  const brands: string[] = box.match(/[\s\S]{4}/g) ?? [];
  const major = brands[0] ?? '';
  if (major === 'avif' || major === 'avis') return 'image/avif';
  if (HEIC_BRANDS.includes(major)) {
    if (brands.includes('avif', 2)) return 'image/avif';
    return HEIC_BRANDS.slice(0, 2).some((brand) => brands.includes(brand)) ? 'image/heic' : 'unsupported';
  }
  if (UNSUPPORTED_BRANDS.includes(major)) return 'unsupported';
  return null;
}
