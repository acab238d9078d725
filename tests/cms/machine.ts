import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** WordPress 6.1 as Debian packages it: its files alone, since installing the package would bring a web server along. */
const PACKAGES = [
  ...['wordpress', 'wordpress-theme-twentytwentythree', 'php-getid3'],
  ...['libjs-cropper', 'libjs-prototype', 'libjs-scriptaculous', 'libjs-underscore'],
];
/** Where what was downloaded for the tests is kept. */
export const cache = process.env.COPYDESK_CMS_CACHE ?? path.join(homedir(), '.cache', 'copydesk', 'cms');

const LOCK_MS = 5 * 60_000;

let answer: { files: string } | { missing: string } | undefined;

/** Where WordPress's files are, with PHP and MariaDB to run them; or why a site cannot be started on this machine. */
export function machine(): { files: string } | { missing: string } {
  answer ??= prepare();
  return answer;
}

function prepare(): { files: string } | { missing: string } {
  const missing = serversMissing();
  if (missing) return { missing };
  const files = path.join(cache, 'wordpress-6.1');
  const failed = alone(`${files}.lock`, () => (existsSync(files) ? null : download(files)));
  return failed ? { missing: failed } : { files };
}

/** Which of the servers that Debian brings is missing, in one line; null where none is. Installs what it may. */
export function serversMissing(): string | null {
  const prepared = spawnSync(process.execPath, [path.join(ROOT, 'scripts/prepare-machine.mjs'), 'cms'], {
    encoding: 'utf8',
  });
  return prepared.status === 0 ? null : (prepared.stderr || 'PHP or MariaDB is missing').trim();
}

/** One process at a time, since apt and the network have but one of each; a lock that a crash left goes stale. */
export function alone<T>(lock: string, work: () => T): T {
  mkdirSync(path.dirname(lock), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const made = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (made && Date.now() - made > LOCK_MS) rmSync(lock, { recursive: true, force: true });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
    }
  }
  try {
    return work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Unpacked beside and renamed, so that a download that was cut off is no WordPress. */
function download(files: string): string | null {
  const work = `${files}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(path.join(work, 'debs'), { recursive: true });
  const get = () =>
    spawnSync('apt-get', ['download', '-qq', ...PACKAGES], { cwd: path.join(work, 'debs'), encoding: 'utf8' });
  let got = get();
  if (got.status !== 0 && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-qq']);
    got = get();
  }
  if (got.status !== 0)
    return `WordPress cannot be downloaded: ${(got.stderr || got.error?.message || '').trim().split('\n').at(-1)}`;
  for (const deb of globSync('debs/*.deb', { cwd: work }))
    if (spawnSync('dpkg', ['-x', path.join(work, deb), path.join(work, 'root')]).status !== 0)
      return `cannot unpack ${deb}`;
  linksToFiles(path.join(work, 'root'), 'usr/share/wordpress');
  renameSync(path.join(work, 'root/usr/share/wordpress'), files);
  rmSync(work, { recursive: true, force: true });
  return null;
}

/** The package's links name absolute places: each becomes a copy of what it means inside the unpacked tree. */
function linksToFiles(root: string, folder: string): void {
  for (const name of globSync('**/*', { cwd: path.join(root, folder) })) {
    const link = path.join(root, folder, name);
    if (!lstatSync(link).isSymbolicLink()) continue;
    const to = readlinkSync(link);
    const target = path.isAbsolute(to) ? path.join(root, to) : path.resolve(path.dirname(link), to);
    rmSync(link);
    if (existsSync(target)) cpSync(target, link, { recursive: true, dereference: true });
  }
}
