import type { ErrorCode, Failure } from '../../preload/contract.ts';

/** An expected failure on its way out of work that cannot go on. */
export class Trouble extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, detail?: string) {
    super(`${code}: ${detail ?? ''}`);
    this.failure = detail === undefined ? { ok: false, code } : { ok: false, code, detail };
  }
}

const PLACE: Record<string, ErrorCode> = {
  ENOSPC: 'placeFull',
  EDQUOT: 'placeFull',
  EFBIG: 'placeTooSmall',
  ENOENT: 'placeGone',
  ENOTDIR: 'placeGone',
  ENODEV: 'placeGone',
  ENXIO: 'placeGone',
  EACCES: 'placeReadOnly',
  EPERM: 'placeReadOnly',
  EROFS: 'placeReadOnly',
};

/** Runs one step on the chosen place; an error of its disk becomes Trouble that says it is that place's. */
export async function atPlace<T>(place: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !syscall) throw error;
    throw new Trouble(PLACE[code] ?? 'placeFailed', `${place} (${code})`);
  }
}

/** Runs one step on the library's own files. */
export async function atLibrary<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const { code, syscall, path } = (error ?? {}) as NodeJS.ErrnoException;
    if (typeof code !== 'string' || !syscall) throw error;
    throw new Trouble('libraryUnreadable', `${path ?? 'library.db'} (${code})`);
  }
}

/** What work came to: its value, the failure that ended it, or `cancelled`. Faults of ours are thrown on. */
export async function outcome<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | Failure> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof Trouble) return error.failure;
    if (error instanceof Error && error.name === 'AbortError') return { ok: false, code: 'cancelled' };
    throw error;
  }
}
