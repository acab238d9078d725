const TIFF_IIM = 0x83bb;
const LONG = 4;

/**
 * The datasets 2:nn of IIM (IPTC-NAA 4.1) of a TIFF: each record's values in order, a character a byte, as exifr gives
 * those of a JPEG. What points outside or is cut off ends the reading.
 */
export function iimOfTiff(tiff: Uint8Array): Record<number, string[]> {
  const bytes = tagOf(tiff, TIFF_IIM);
  const found: Record<number, string[]> = {};
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const [dataset, record] = [bytes[at + 1], bytes[at + 2] ?? 0];
    const size = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    // Longer ones say the length of their length: no text of a photo is.
    if (size > 0x7fff || at + 5 + size > bytes.length) break;
    const text = Buffer.from(bytes.subarray(at + 5, at + 5 + size)).toString('latin1');
    if (dataset === 2) found[record] = [...(found[record] ?? []), text];
    at += 5 + size;
  }
  return found;
}

/** The bytes of a tag of the first directory (TIFF 6.0), whatever type they are said to be; none where it is not there. */
function tagOf(tiff: Uint8Array, tag: number): Uint8Array {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const little = tiff[0] === 0x49;
  const short = (at: number): number => (at + 2 <= tiff.length ? view.getUint16(at, little) : 0);
  const long = (at: number): number => (at + 4 <= tiff.length ? view.getUint32(at, little) : 0);
  const directory = long(4);
  for (let n = 0; n < short(directory); n++) {
    const entry = directory + 2 + 12 * n;
    if (short(entry) !== tag) continue;
    const length = long(entry + 4) * (short(entry + 2) === LONG ? 4 : 1);
    const start = length <= 4 ? entry + 8 : long(entry + 8);
    return tiff.subarray(start, start + length);
  }
  return new Uint8Array();
}
