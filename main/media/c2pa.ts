import { fileKind } from './type.ts';

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));

/**
 * Whether a file carries a C2PA manifest store (Content Credentials), told by where each format keeps one (C2PA 2.1,
 * appendix A). Nothing is verified.
 */
export function hasCredentials(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    switch (fileKind(bytes)) {
      case 'image/jpeg':
        return inJpeg(bytes, view);
      case 'image/png':
        return inChunks(bytes, view, 8, false, 'caBX');
      case 'image/webp':
        return inChunks(bytes, view, 12, true, 'C2PA');
      case 'image/tiff':
        return inTiff(view);
      case 'image/avif':
      case 'image/heic':
        return inBoxes(bytes, view);
      default:
        return false;
    }
  } catch {
    // A length that points outside of the file: damaged, and nothing to be told from it.
    return false;
  }
}

/** JUMBF boxes stand in APP11 segments, which name themselves "JP"; a manifest store's label is "c2pa". */
function inJpeg(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 2; bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const length = view.getUint16(at + 2);
    const isJumbf = bytes[at + 1] === 0xeb && ascii(bytes, at + 4, at + 6) === 'JP';
    if (isJumbf && ascii(bytes, at + 6, at + Math.min(length, 200)).includes('c2pa')) return true;
    at += 2 + length;
  }
  return false;
}

/** PNG: length (big-endian), name, data, checksum. WebP: name, length (little-endian), data to an even place. */
function inChunks(bytes: Uint8Array, view: DataView, start: number, isRiff: boolean, wanted: string): boolean {
  for (let at = start; at + 8 <= bytes.length; ) {
    const length = view.getUint32(isRiff ? at + 4 : at, isRiff);
    if (ascii(bytes, isRiff ? at : at + 4, isRiff ? at + 4 : at + 8) === wanted) return true;
    at += isRiff ? 8 + length + (length % 2) : 12 + length;
  }
  return false;
}

/** Tag 52545 of the first directory. */
function inTiff(view: DataView): boolean {
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++)
    if (view.getUint16(directory + 2 + entry * 12, little) === 52545) return true;
  return false;
}

const C2PA_BOX = 'd8fec3d61b0e483c92975828877ec481';

/** A box "uuid" of C2PA's own number, at the top of the file. */
function inBoxes(bytes: Uint8Array, view: DataView): boolean {
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at);
    if (ascii(bytes, at + 4, at + 8) === 'uuid') {
      const number = [...bytes.subarray(at + 8, at + 24)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      if (number === C2PA_BOX) return true;
    }
    if (size < 8) return false;
    at += size;
  }
  return false;
}
