import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { posix } from 'node:path';
import ssh2, { type SFTPWrapper } from 'ssh2';
import type { ErrorCode, Failure, Result } from '../../preload/contract.ts';
import { type Files, temporaryName } from './destinations/folder/files.ts';
import { networkFailure } from './http-errors.ts';
import type { RequestLog } from './network/log.ts';

// A CommonJS package: its names are not to be had one by one.
const { Client, utils } = ssh2;

export type SftpLogin = {
  host: string;
  port: number;
  user: string;
  /** A password, or a private key (PEM or OpenSSH's form) without a passphrase; its line ends may be lost. */
  secret: string;
  /** The fingerprint of the host's key that was trusted, as ssh shows it: "SHA256:…". */
  hostKey: string;
  /** The folder on the server. */
  root: string;
};
type Log = Pick<RequestLog, 'write'>;
export type Sftp = { files: Files; close(): void };

/** What went wrong on the server, with the code it means. */
export class SftpError extends Error {
  readonly failure: Failure;
  constructor(code: ErrorCode, detail: string) {
    super(detail);
    this.failure = { ok: false, code, detail };
  }
}

const CONNECT_MS = 20_000;
/** The longest that one file may take. */
const WORK_MS = 300_000;
/** Of draft-ietf-secsh-filexfer-02, section 7. */
const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;
const FAILURE = 4;

/**
 * Signs in to a server by SSH and opens its files (SFTP version 3, with OpenSSH's fsync and posix-rename where there are
 * any). Failures: hostKeyUnknown and hostKeyChanged (detail: the key the server showed), badKey, wrongPassword,
 * notAllowed (no SFTP there), and those of a network. `signal` cuts the connection.
 */
export async function openSftp(
  login: SftpLogin,
  { signal, log }: { signal?: AbortSignal | undefined; log?: Log | undefined } = {},
): Promise<Result<Sftp>> {
  const key = privateKey(login.secret);
  if (key && utils.parseKey(key) instanceof Error) return { ok: false, code: 'badKey' };
  const client = new Client();
  // One that is cut while it connects tells of it after everybody has gone.
  client.on('error', () => undefined);
  let shown = '';
  try {
    const ready = once(client, 'ready', signal ? { signal } : {});
    client.connect({
      ...{ host: login.host, port: login.port, username: login.user, readyTimeout: CONNECT_MS },
      ...(key ? { privateKey: key } : { password: login.secret }),
      ...{ keepaliveInterval: 15_000, keepaliveCountMax: 4 },
      hostVerifier: (offered: Buffer) => {
        shown = fingerprintOf(offered);
        return shown === login.hostKey;
      },
    });
    await ready;
  } catch (error) {
    client.destroy();
    if (signal?.aborted) return { ok: false, code: 'cancelled' };
    if (shown && shown !== login.hostKey)
      return { ok: false, code: login.hostKey ? 'hostKeyChanged' : 'hostKeyUnknown', detail: shown };
    return connectFailure(error);
  }
  client.setNoDelay(true);
  const lost = new AbortController();
  client.on('close', () => lost.abort()).on('error', () => lost.abort());
  signal?.addEventListener('abort', () => client.destroy(), { once: true });
  const sftp = await new Promise<SFTPWrapper | null>((resolve) =>
    client.sftp((error, opened) => resolve(error ? null : opened)),
  );
  if (!sftp) {
    client.destroy();
    return { ok: false, code: 'notAllowed', detail: 'SFTP' };
  }
  return { ok: true, value: { files: remoteFiles(sftp, login, lost.signal, log), close: () => client.end() } };
}

/** As `ssh-keygen -l` shows it. */
const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;

/** A key that was pasted into one line gets its lines back (RFC 7468); null for a password. */
function privateKey(secret: string): string | null {
  const parts = /^\s*(-----BEGIN [A-Z ]*PRIVATE KEY-----)([\s\S]*?)(-----END [A-Z ]*PRIVATE KEY-----)\s*$/.exec(secret);
  if (!parts) return null;
  const [, head = '', body = '', tail = ''] = parts;
  const lines = body.replace(/\s+/g, '').match(/.{1,64}/g) ?? [];
  return `${[head, ...lines, tail].join('\n')}\n`;
}

function connectFailure(error: unknown): Failure {
  const { level, message } = error as Error & { level?: string };
  if (level === 'client-authentication') return { ok: false, code: 'wrongPassword' };
  if (level === 'client-timeout') return { ok: false, code: 'timeout' };
  return networkFailure(error) ?? { ok: false, code: 'badAnswer', detail: message };
}

type Done<T> = (error?: (Error & { code?: number }) | null | undefined, value?: T) => void;

function remoteFiles(sftp: SFTPWrapper, { host, port, root }: SftpLogin, lost: AbortSignal, log?: Log): Files {
  const at = (name: string) => posix.join(root, name);
  /** One request of the protocol; a connection that is lost, or a server that says nothing, ends it. */
  function ask<T = void>(start: (done: Done<T>) => unknown, name: string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        reject(new SftpError('badAnswer', `${host}: ${name}`));
      };
      const timer = setTimeout(() => reject(new SftpError('timeout', `${host}: ${name}`)), WORK_MS);
      lost.addEventListener('abort', end, { once: true });
      if (lost.aborted) return end();
      const settle: Done<T> = (error, value) => {
        clearTimeout(timer);
        lost.removeEventListener('abort', end);
        if (error) reject(errorOf(error, name));
        else resolve(value as T);
      };
      try {
        start(settle);
      } catch (error) {
        // The channel was closed between two requests.
        settle(error as Error);
      }
    });
  }
  const errorOf = (error: Error & { code?: number }, name: string): Error => {
    if (typeof error.code !== 'number') return new SftpError('badAnswer', `${name}: ${error.message}`);
    return Object.assign(new SftpError(CODES[error.code] ?? 'serverError', `${name}: ${error.message}`), {
      status: error.code,
    });
  };
  const orNull = <T>(promise: Promise<T>): Promise<T | null> =>
    promise.catch((error: { status?: number }) => {
      if (error.status === NO_SUCH_FILE) return null;
      throw error;
    });
  const isThere = async (name: string) =>
    (await orNull(ask((done: Done<unknown>) => sftp.stat(at(name), done as never), name))) !== null;

  /** OpenSSH's fsync@openssh.com; a server that has none keeps files its own way. */
  async function synced(handle: Buffer, name: string): Promise<void> {
    try {
      await ask((done) => sftp.ext_openssh_fsync(handle, done), name);
    } catch (error) {
      if (lost.aborted) throw error;
    }
  }
  async function renamed(from: string, name: string): Promise<void> {
    try {
      await ask((done) => sftp.ext_openssh_rename(from, at(name), done), name);
    } catch (error) {
      if (lost.aborted || !/not supported|unsupported/i.test((error as Error).message)) throw error;
      // SFTP's own rename refuses a name that is in use: for a moment there is none.
      await orNull(ask((done) => sftp.unlink(at(name), done), name));
      await ask((done) => sftp.rename(from, at(name), done), name);
    }
  }
  /** A line in the request log for one act on a file. */
  async function logged<T>(method: string, file: string, sent: number, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    let outcome = 'ok';
    try {
      return await work();
    } catch (error) {
      outcome = error instanceof SftpError ? error.failure.code : 'internal';
      throw error;
    } finally {
      const ms = Math.round(performance.now() - started);
      log?.write({ method, url: urlOf(file), outcome, ms, sent, received: 0 });
    }
  }
  const urlOf = (file: string): string => {
    const place = new URL(`sftp://${host}${port === 22 ? '' : `:${port}`}/`);
    place.pathname = at(file);
    return place.href;
  };
  return {
    async list(folder) {
      const names = await orNull(
        ask((done: Done<{ filename: string }[]>) => sftp.readdir(at(folder), done as never), folder),
      );
      if (names === null && (await isThere(folder))) return ['a file'];
      return names?.map(({ filename }) => filename).filter((name) => name !== '.' && name !== '..') ?? null;
    },
    read: (file) =>
      logged('GET', file, 0, () =>
        orNull(ask((done: Done<Uint8Array>) => sftp.readFile(at(file), done as never), file)),
      ),
    replace: (file, bytes) => logged('PUT', file, bytes.length, () => replace(file, bytes)),
    async makeFolder(folder) {
      if (await isThere(folder)) return false;
      await ask((done) => sftp.mkdir(at(folder), done), folder);
      return true;
    },
    remove: async (file) => void (await orNull(ask((done) => sftp.unlink(at(file), done), file))),
    // A folder has no handle to be synced by.
    sync: async () => undefined,
    async modifiedAt(file) {
      const { mtime } = await ask((done: Done<{ mtime: number }>) => sftp.stat(at(file), done as never), file);
      return new Date(mtime * 1000).toISOString();
    },
    url: urlOf,
  };

  async function replace(file: string, bytes: Uint8Array): Promise<void> {
    const temporary = at(posix.join(posix.dirname(file), temporaryName()));
    try {
      const handle = await ask((done: Done<Buffer>) => sftp.open(temporary, 'wx', 0o644, done as never), file);
      await writeAll(handle, bytes, file);
      await synced(handle, file);
      await ask((done) => sftp.close(handle, done), file);
      await renamed(temporary, file);
    } catch (error) {
      await ask((done) => sftp.unlink(temporary, done), file).catch(() => undefined);
      throw error;
    }
  }

  async function writeAll(handle: Buffer, bytes: Uint8Array, file: string): Promise<void> {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let from = 0; from < whole.length; from += PIECE) {
      const length = Math.min(PIECE, whole.length - from);
      await ask((done) => sftp.write(handle, whole, from, length, from, done), file);
    }
  }
}

/** Bytes of one write: what every server takes. */
const PIECE = 32_000;

/** SFTP's FAILURE is most of all a disk that is full or over its quota. */
const CODES: Partial<Record<number, ErrorCode>> = {
  [NO_SUCH_FILE]: 'folderMissing',
  [PERMISSION_DENIED]: 'folderReadOnly',
  [FAILURE]: 'serverRefusedFile',
};
