import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache'), 'copydesk-vietnamese');
const LONGEST_MS = 240_000;

/** A package's files, unpacked; `version`: of what was fetched. */
export type Unpacked = { folder: string; version: string };

/**
 * A package of Debian's or npm's, fetched by its own client the first time and kept in the user's cache; npm's in the exact
 * version, Debian's in the one that the machine's Debian has now. null where it cannot be had.
 */
export function unpacked(registry: 'debian' | 'npm', name: string, version = ''): Unpacked | null {
  const start = `${registry}-${name.replaceAll('/', '-')}@${version}`;
  mkdirSync(CACHE, { recursive: true });
  const kept = readdirSync(CACHE).find((entry) => entry.startsWith(start));
  if (kept) return { folder: path.join(CACHE, kept), version: versionIn(kept) };
  const making = mkdtempSync(path.join(CACHE, 'making-'));
  try {
    const file = registry === 'debian' ? debian(name, making) : npm(`${name}@${version}`, making);
    const folder = path.join(CACHE, registry === 'debian' ? start + file.split('_')[1]?.replaceAll('%3a', ':') : start);
    if (!existsSync(folder)) renameSync(path.join(making, 'files'), folder);
    return { folder, version: versionIn(folder) };
  } catch {
    return null;
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

const versionIn = (folder: string): string => folder.slice(folder.lastIndexOf('@') + 1);

/** Both clients leave one file in the folder. */
function fetchedBy(command: string, parameters: readonly string[], folder: string): string {
  mkdirSync(path.join(folder, 'files'));
  execFileSync(command, parameters, { cwd: folder, stdio: 'pipe', timeout: LONGEST_MS });
  const file = readdirSync(folder).find((entry) => entry !== 'files');
  if (file === undefined) throw new Error(`${command} fetched nothing`);
  return file;
}

function debian(name: string, folder: string): string {
  const file = fetchedBy('apt-get', ['download', '-qq', name], folder);
  execFileSync('dpkg-deb', ['-x', file, 'files'], { cwd: folder, stdio: 'pipe' });
  return file;
}

function npm(spec: string, folder: string): string {
  const file = fetchedBy('npm', ['pack', '--silent', '--ignore-scripts', spec], folder);
  execFileSync('tar', ['xzf', file, '-C', 'files'], { cwd: folder, stdio: 'pipe' });
  return file;
}
