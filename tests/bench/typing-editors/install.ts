import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Rival } from './rivals.ts';

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'copydesk-typing');

/**
 * The folder whose node_modules has a rival's packages, installed by npm the first time; without the scripts of theirs.
 * null: it needs none. Throws with one line where they cannot be had.
 */
export function installed({ packages }: Rival): string | null {
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  if (wanted.length === 0) return null;
  const folder = join(CACHE, createHash('sha256').update(wanted.join(' ')).digest('hex').slice(0, 16));
  if (existsSync(folder)) return folder;
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  writeFileSync(join(making, 'package.json'), '{ "private": true, "type": "module" }\n');
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--legacy-peer-deps', '--fetch-retries=1'];
  try {
    execFileSync('npm', ['install', '--save-exact', ...quiet, ...wanted], {
      cwd: making,
      stdio: 'pipe',
      timeout: 240_000,
    });
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    const said = String((error as { stderr?: unknown }).stderr ?? error);
    throw new Error(`npm could not install it: ${said.split('\n').find((line) => line.trim() !== '') ?? 'no answer'}`);
  }
  renameSync(making, folder);
  return folder;
}
