// Builds out/ when it is missing or older than what it is made from.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './machine.mjs';

const SOURCES = ['story', 'preload', 'main', 'renderer', 'resources', 'electron.vite.config.ts', 'package.json'];
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

function newest(file) {
  const stat = statSync(file);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))));
}

export function isBuilt() {
  const results = RESULTS.map((name) => path.join(root, name));
  if (!results.every((file) => existsSync(file))) return false;
  const oldest = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return SOURCES.map((name) => path.join(root, name)).every((file) => !existsSync(file) || newest(file) <= oldest);
}

/** True when out/ is there and up to date in the end. */
export function build() {
  if (isBuilt()) return true;
  const tool = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  const node = path.join(root, 'node_modules/node/bin/node');
  const args = [tool, 'build', '--logLevel', 'warn'];
  return spawnSync(existsSync(node) ? node : process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
}
