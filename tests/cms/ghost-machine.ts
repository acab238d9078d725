import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { alone, cache, serversMissing } from './machine.ts';

const GHOST = '6.65.0';
/** What installs it: Ghost's own lockfile is pnpm's. */
const PNPM = '12.4.2';

let answer: { files: string } | { missing: string } | undefined;

/** Where Ghost's package is, with all that it needs; or why none can be started on this machine. */
export function ghostMachine(): { files: string } | { missing: string } {
  answer ??= prepare();
  return answer;
}

function prepare(): { files: string } | { missing: string } {
  const missing = serversMissing();
  if (missing) return { missing };
  const files = path.join(cache, `ghost-${GHOST}`);
  const failed = alone(`${files}.lock`, () => (existsSync(files) ? null : download(files)));
  return failed ? { missing: failed } : { files };
}

/**
 * From npm, with what its lockfile names and none of its scripts: with MariaDB nothing has to be compiled. Made beside and
 * renamed, so that a download that was cut off is no Ghost.
 */
function download(files: string): string | null {
  const work = `${files}.${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const npm = (cwd: string, command: 'npm' | 'npx', args: string[]): string | null => {
    const run = spawnSync(command, args, { cwd, encoding: 'utf8' });
    if (run.status === 0) return null;
    const said = (run.stderr || run.stdout || run.error?.message || '').trim().split('\n').slice(-3).join(' ');
    return `Ghost cannot be downloaded: ${args.slice(0, 3).join(' ')}: ${said}`;
  };
  const packed = npm(work, 'npm', ['pack', `ghost@${GHOST}`, '--silent']);
  if (packed) return packed;
  if (spawnSync('tar', ['-xzf', `ghost-${GHOST}.tgz`], { cwd: work }).status !== 0) return 'cannot unpack Ghost';
  const own = path.join(work, 'package');
  // Else pnpm would replace itself by the one that the package names, and ask for its signature.
  const unnamed = npm(own, 'npm', ['pkg', 'delete', 'packageManager']);
  if (unnamed) return unnamed;
  const install = ['install', '--prod', '--frozen-lockfile', '--ignore-scripts', '--reporter=append-only'];
  const installed = npm(own, 'npx', ['--yes', `pnpm@${PNPM}`, ...install]);
  if (installed) return installed;
  renameSync(own, files);
  rmSync(work, { recursive: true, force: true });
  return null;
}
