// The little of tar that a backup needs: regular files, one after the other (POSIX.1-2017, pax, "ustar Interchange Format"). A
// size beyond octal's 8 GiB is written as GNU tar does, in base 256. Any tar program can unpack it.

export const BLOCK = 512;
/** Names are ASCII or UTF-8 and fit the header's first field. */
export const MAX_NAME = 100;
const OCTAL_LIMIT = 8 ** 11;
const MAGIC = 'ustar\u000000';

export type Header = { name: string; size: number };

/** Bytes that fill up a content of `size` bytes to whole blocks. */
export const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

/** The two empty blocks behind the last entry. */
export const END_OF_TAR = Buffer.alloc(2 * BLOCK);

/** An entry's header block. `at`: epoch milliseconds. Throws where the name is too long. */
export function headerBlock({ name, size }: Header, at: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  if (Buffer.byteLength(name) > MAX_NAME) throw new Error(`tar: the name is too long: ${name}`);
  block.write(name, 0, 'utf8');
  block.write('0000644\0', 100, 'latin1');
  block.write('0000000\0', 108, 'latin1');
  block.write('0000000\0', 116, 'latin1');
  writeSize(block, size);
  block.write(`${octal(Math.max(0, Math.floor(at / 1000)) % OCTAL_LIMIT, 11)}\0`, 136, 'latin1');
  block.write('0', 156, 'latin1');
  block.write(MAGIC, 257, 'latin1');
  block.write(`${octal(sumOf(block), 6)}\0 `, 148, 'latin1');
  return block;
}

/** What a header block says; `end` for an empty block; null where it is none, or not a regular file's. */
export function parseHeader(block: Buffer): Header | 'end' | null {
  if (block.every((byte) => byte === 0)) return 'end';
  const sum = octalAt(block, 148, 8);
  if (sum !== sumOf(block) || block.toString('latin1', 257, 265) !== MAGIC || block[156] !== 0x30) return null;
  const size = readSize(block);
  const end = block.subarray(0, MAX_NAME).indexOf(0);
  const name = block.toString('utf8', 0, end < 0 ? MAX_NAME : end);
  return size === null || name === '' ? null : { name, size };
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0');

function octalAt(block: Buffer, start: number, length: number): number | null {
  const text = block.toString('latin1', start, start + length).replace(/[\0 ]+$/, '');
  return /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : null;
}

/** The sum of all bytes, the sum's own field counted as blanks. */
function sumOf(block: Buffer): number {
  let sum = 0;
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : (block[at] as number);
  return sum;
}

function writeSize(block: Buffer, size: number): void {
  if (size < OCTAL_LIMIT) {
    block.write(`${octal(size, 11)}\0`, 124, 'latin1');
    return;
  }
  block[124] = 0x80;
  block.writeBigUInt64BE(BigInt(size), 128);
}

function readSize(block: Buffer): number | null {
  if (block[124] !== 0x80) return octalAt(block, 124, 12);
  const size = block.readBigUInt64BE(128);
  return size <= BigInt(Number.MAX_SAFE_INTEGER) && block.readUInt32BE(124) === 0x80000000 ? Number(size) : null;
}
