import { AsyncLocalStorage } from 'node:async_hooks';
import { appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Result } from '../../../preload/contract.ts';
import { shownAddress } from './redact.ts';

/** One exchange, as it ended. */
export type Exchange = {
  method: string;
  url: string;
  /** The status, or the code of the failure and the network's own name for it. */
  outcome: string;
  ms: number;
  /** Bytes of the bodies, as they went over the line. */
  sent: number;
  received: number;
};
export type RequestLog = {
  /** Adds a line in its own time. Never fails: a full disk must keep no story from going out. */
  write(exchange: Exchange): void;
  /** The file, which is there by then, with everything that was written. Failures: diskError. */
  file(): Promise<Result<string>>;
  /** When everything is written. */
  close(): Promise<void>;
};

/** Which job is at work: whatever is asked within `run` says so in the log. */
export const atWork = new AsyncLocalStorage<string>();

const MAX_BYTES = 1024 * 1024;

/**
 * A log of the requests for whoever has to find out why a site does not answer: when, what, how it ended, how long it took, how
 * much went. No header and no body is ever in it, and no address with its keys. Two files of at most `maxBytes` each.
 */
export function createRequestLog(folder: string, { maxBytes = MAX_BYTES, now = Date.now } = {}): RequestLog {
  const file = path.join(folder, 'requests.log');
  let waiting: string[] = [];
  let last: Promise<void> = Promise.resolve();
  let number = 0;
  let size: number | null = null;

  async function drain(): Promise<void> {
    const lines = waiting.join('');
    waiting = [];
    if (lines === '') return;
    await mkdir(folder, { recursive: true });
    size ??= (await stat(file).catch(() => null))?.size ?? 0;
    if (size > 0 && size + Buffer.byteLength(lines) > maxBytes) {
      await rename(file, path.join(folder, 'requests.1.log'));
      size = 0;
    }
    await appendFile(file, lines, { mode: 0o600 });
    size += Buffer.byteLength(lines);
  }
  const written = () => {
    last = last.then(drain).catch(() => undefined);
    return last;
  };
  return {
    write({ method, url, outcome, ms, sent, received }) {
      number += 1;
      const job = atWork.getStore();
      const at = new Date(now()).toISOString();
      const parts = [at, `#${number}`, ...(job ? [`job=${job}`] : []), method, shownAddress(url), outcome];
      waiting.push(`${parts.join(' ')} ${Math.round(ms)}ms sent=${sent} received=${received}\n`);
      if (waiting.length === 1) void written();
    },
    async file() {
      try {
        await written();
        await mkdir(folder, { recursive: true });
        await appendFile(file, '', { mode: 0o600 });
        return { ok: true, value: file };
      } catch (error) {
        return { ok: false, code: 'diskError', detail: (error as NodeJS.ErrnoException).code ?? 'log' };
      }
    },
    close: written,
  };
}
