import type { ErrorCode, Failure } from '../../preload/contract.ts';

/** An expected failure as a value. `detail` is for the log and the "details" line. */
export const failure = (code: ErrorCode, detail?: string): Failure =>
  detail === undefined ? { ok: false, code } : { ok: false, code, detail };

// https://www.sqlite.org/rescode.html: primary result codes.
const SQLITE: Record<number, ErrorCode> = {
  3: 'diskError', // PERM
  5: 'libraryInUse', // BUSY
  8: 'diskError', // READONLY
  10: 'diskError', // IOERR
  11: 'damaged', // CORRUPT
  13: 'diskFull', // FULL
  14: 'diskError', // CANTOPEN
  26: 'damaged', // NOTADB
};
const SYSTEM: Record<string, ErrorCode> = {
  ENOSPC: 'diskFull',
  EDQUOT: 'diskFull',
  EFBIG: 'diskError',
  EIO: 'diskError',
  EROFS: 'diskError',
  EACCES: 'diskError',
  EPERM: 'diskError',
  ENOENT: 'diskError',
  ENOTDIR: 'diskError',
  EEXIST: 'diskError',
  EISDIR: 'diskError',
  EBUSY: 'diskError',
  EMFILE: 'diskError',
  ENFILE: 'diskError',
};

/** The failure that an error from SQLite or the file system stands for; null for anything unexpected. */
export function failureOf(error: unknown): Failure | null {
  if (!(error instanceof Error)) return null;
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  if (code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number') {
    const known = SQLITE[errcode & 0xff]; // the high bytes refine the primary code
    return known ? failure(known, `SQLite ${errcode}: ${error.message}`) : null;
  }
  const known = typeof code === 'string' ? SYSTEM[code] : undefined;
  return known ? failure(known, error.message) : null;
}

/** Runs `work`; an expected failure of the disk becomes a value, anything else is thrown on. */
export function attempt<T>(work: () => T): { ok: true; value: T } | Failure {
  try {
    return { ok: true, value: work() };
  } catch (error) {
    const known = failureOf(error);
    if (!known) throw error;
    return known;
  }
}
