/** Tags of TIFF 6.0 that say how the pixels stand; 34675 is ICC's own. */
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  strip: 273,
  samples: 277,
  rows: 278,
  bytes: 279,
  profile: 34675,
} as const;
const SHORT = 3;
const LONG = 4;
const UNDEFINED = 7;
const HEAD = 8;

/**
 * An uncompressed RGB TIFF of RGBA pixels, upright, with the colour profile they are meant in: the plainest form in which
 * pixels and a profile can be handed on. Alpha is left out.
 */
export function rgbTiff(
  rgba: Uint8ClampedArray,
  width: number,
  height: number,
  profile: Uint8Array | null,
): Uint8Array {
  const size = width * height * 3;
  const bits = HEAD + size;
  const directory = bits + 6;
  const entries = profile ? 10 : 9;
  const icc = directory + 2 + entries * 12 + 4;
  const file = new Uint8Array(icc + (profile?.length ?? 0));
  const view = new DataView(file.buffer);
  file.set([0x49, 0x49, 42, 0]);
  view.setUint32(4, directory, true);
  for (let from = 0, to = HEAD; to < bits; from += 4, to += 3) {
    file[to] = rgba[from]!;
    file[to + 1] = rgba[from + 1]!;
    file[to + 2] = rgba[from + 2]!;
  }
  for (let channel = 0; channel < 3; channel++) view.setUint16(bits + channel * 2, 8, true);
  let at = directory;
  view.setUint16(at, entries, true);
  at += 2;
  const entry = (tag: number, type: number, count: number, value: number) => {
    view.setUint16(at, tag, true);
    view.setUint16(at + 2, type, true);
    view.setUint32(at + 4, count, true);
    view.setUint32(at + 8, value, true);
    at += 12;
  };
  entry(TAG.width, LONG, 1, width);
  entry(TAG.height, LONG, 1, height);
  entry(TAG.bits, SHORT, 3, bits);
  entry(TAG.compression, SHORT, 1, 1);
  entry(TAG.photometric, SHORT, 1, 2);
  entry(TAG.strip, LONG, 1, HEAD);
  entry(TAG.samples, SHORT, 1, 3);
  entry(TAG.rows, LONG, 1, height);
  entry(TAG.bytes, LONG, 1, size);
  if (profile) {
    entry(TAG.profile, UNDEFINED, profile.length, icc);
    file.set(profile, icc);
  }
  return file;
}
