// SQLite's write-ahead log, as far as finding and undoing damage in it needs (https://www.sqlite.org/fileformat.html#the_write_ahead_log).
// SQLite itself takes a log only up to the first frame whose checksum fails, and says nothing: right after a power cut, but
// where a byte has changed since, committed records behind it would be gone without a word.
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const HEADER = 32;
const FRAME_HEADER = 24;
const PAGE = 4096;
const FRAME = FRAME_HEADER + PAGE;

/** `salt` names the log's generation: frames of an earlier one may still stand behind the live ones. */
type Frame = { page: number; commits: boolean; salt: string; content: Buffer };
type Log = { salt: string; frames: Frame[]; intact: number };

/** Whether frames were lost that a commit had made durable: a bad frame before the end of a later transaction. */
export function logIsDamaged(path: string): boolean {
  const log = readLog(path);
  if (!log) return false;
  // One unfinished transaction at the end is what a power cut leaves; each commit was fsynced before the next began.
  const behind = log.frames.slice(log.intact).filter((frame) => frame.salt === log.salt);
  const end = behind.findIndex((frame) => frame.commits);
  return end >= 0 && end < behind.length - 1;
}

/**
 * Writes all committed pages of a log into the copy of the database beside it, bad checksums or not, and removes the log.
 * Only for reading rows out, each of which has its checksum. False: there is no log with anything in it.
 */
export function foldLog(folder: string): boolean {
  const database = join(folder, 'library.db');
  const path = `${database}-wal`;
  const log = existsSync(database) ? readLog(path) : null;
  if (!log) return false;
  const { salt, frames } = log;
  const live = frames.filter((frame) => frame.salt === salt);
  const fd = openSync(database, 'r+');
  try {
    const most = fstatSync(fd).size / PAGE + live.length; // a page beyond that is a damaged number
    for (const { page, content } of live.slice(0, live.findLastIndex((frame) => frame.commits) + 1))
      if (page >= 1 && page <= most) writeSync(fd, content, 0, PAGE, (page - 1) * PAGE);
  } finally {
    closeSync(fd);
  }
  rmSync(path);
  return true;
}

/** The log's frames, and how many from the start are intact; null where there is none. */
function readLog(path: string): Log | null {
  if (!existsSync(path)) return null;
  const bytes = readFileSync(path);
  const frames: Frame[] = [];
  for (let at = HEADER; at + FRAME <= bytes.length; at += FRAME)
    frames.push({
      page: bytes.readUInt32BE(at),
      commits: bytes.readUInt32BE(at + 4) !== 0,
      salt: bytes.toString('hex', at + 8, at + 16),
      content: bytes.subarray(at + FRAME_HEADER, at + FRAME),
    });
  if (!frames[0]) return null;
  const little = bytes.readUInt32BE(0) === 0x377f0682;
  let sum = checksum(bytes.subarray(0, 24), [0, 0], little);
  if (!sums(bytes, 24, sum)) return { salt: frames[0].salt, frames, intact: 0 };
  const salt = bytes.toString('hex', 16, 24);
  let intact = 0;
  for (const { content, salt: own } of frames) {
    const at = HEADER + intact * FRAME;
    sum = checksum(content, checksum(bytes.subarray(at, at + 8), sum, little), little);
    if (own !== salt || !sums(bytes, at + 16, sum)) break;
    intact++;
  }
  return { salt, frames, intact };
}

type Sums = [number, number];

const sums = (bytes: Buffer, at: number, [first, second]: Sums): boolean =>
  bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second;

function checksum(bytes: Buffer, [first, second]: Sums, little: boolean): Sums {
  let [s0, s1] = [first, second];
  for (let at = 0; at < bytes.length; at += 8) {
    s0 = (s0 + (little ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)) + s1) >>> 0;
    s1 = (s1 + (little ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4)) + s0) >>> 0;
  }
  return [s0, s1];
}
