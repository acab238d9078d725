// Reads rows out of a database's leaf pages without its schema (https://www.sqlite.org/fileformat.html#record_format).
import type { Param } from './database.ts';

const PAGE = 4096;
const LEAF = 13;
const MOST_COLUMNS = 64;

/** The values of every row on the leaf pages of tables, page by page; what makes no sense is passed over. */
export function* rowsOnPages(bytes: Buffer): Generator<Param[]> {
  for (let start = 0; start + PAGE <= bytes.length; start += PAGE) {
    const page = bytes.subarray(start, start + PAGE);
    const header = start === 0 ? 100 : 0;
    if (page[header] !== LEAF) continue;
    const cells = Math.min(page.readUInt16BE(header + 3), (PAGE - header - 8) / 2);
    for (let cell = 0; cell < cells; cell++) {
      const values = readCell(bytes, page, page.readUInt16BE(header + 8 + 2 * cell));
      if (values) yield values;
    }
  }
}

function readCell(bytes: Buffer, page: Buffer, at: number): Param[] | null {
  try {
    const [size, afterSize] = varint(page, at);
    const [, start] = varint(page, afterSize);
    return readRecord(payload(bytes, page, start, size));
  } catch (error) {
    if (error instanceof RangeError) return null; // beyond the page's end, or no such page
    throw error;
  }
}

/** A row's bytes: on the page, and what does not fit on it on a chain of others. */
function payload(bytes: Buffer, page: Buffer, start: number, size: number): Buffer {
  const most = PAGE - 35;
  if (size <= most) return slice(page, start, size);
  if (size > bytes.length) throw new RangeError('longer than the file');
  const least = Math.floor(((PAGE - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (PAGE - 4));
  const here = fitting <= most ? fitting : least;
  const parts = [slice(page, start, here)];
  let next = page.readUInt32BE(start + here);
  for (let left = size - here; left > 0; left -= PAGE - 4) {
    const other = slice(bytes, (next - 1) * PAGE, PAGE);
    parts.push(other.subarray(4, 4 + Math.min(left, PAGE - 4)));
    next = other.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function slice(bytes: Buffer, start: number, size: number): Buffer {
  if (start < 0 || start + size > bytes.length) throw new RangeError('not there');
  return bytes.subarray(start, start + size);
}

function readRecord(record: Buffer): Param[] | null {
  const [headerSize, first] = varint(record, 0);
  const types: number[] = [];
  for (let at = first; at < headerSize; ) {
    const [type, next] = varint(record, at);
    types.push(type);
    if (types.length > MOST_COLUMNS) return null;
    at = next;
  }
  const values: Param[] = [];
  let at = headerSize;
  for (const type of types) {
    const size = sizeOf(type);
    values.push(decoded(type, slice(record, at, size)));
    at += size;
  }
  return values;
}

const INTEGER_SIZES = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];
const sizeOf = (type: number): number => (type < 12 ? (INTEGER_SIZES[type] ?? 0) : Math.floor((type - 12) / 2));

function decoded(type: number, bytes: Buffer): Param {
  if (type === 0) return null;
  if (type === 7) return bytes.readDoubleBE(0);
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(bytes.readBigInt64BE(0));
  if (type < 6) return bytes.readIntBE(0, bytes.length);
  return type % 2 === 0 ? new Uint8Array(bytes) : bytes.toString('utf8');
}

/** SQLite's variable-length integer, and where it ends. Beyond 2^53 it is no size of anything. */
function varint(bytes: Buffer, start: number): [value: number, end: number] {
  let value = 0;
  for (let at = start; at < start + 9; at++) {
    const byte = bytes.readUInt8(at);
    value = at === start + 8 ? value * 256 + byte : value * 128 + (byte & 0x7f);
    if (byte < 0x80 || at === start + 8) return [value, at + 1];
  }
  throw new RangeError('no number');
}
