import type { PhotoInfo } from '../../preload/contract.ts';

const endsWith = (bytes: Uint8Array, tail: readonly number[]): boolean =>
  tail.every((byte, at) => bytes[bytes.length - tail.length + at] === byte);

/**
 * Whether a file is there from its first byte to its last, told by how its format closes. No pixel is decoded: false means
 * "not to be told this way", not "broken".
 */
export function isWhole(bytes: Uint8Array, type: PhotoInfo['type']): boolean {
  switch (type) {
    case 'image/jpeg':
      return endsWith(bytes, [0xff, 0xd9]);
    case 'image/png':
      return endsWith(bytes, [0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82]);
    case 'image/webp':
      return new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8 === bytes.length;
    default:
      return false;
  }
}
